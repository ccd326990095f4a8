import ReadinessRules from 'c/readinessRules';
import { mount } from 'test/mount';
import { clearPage } from 'test/wires';

describe('c-readiness-rules', () => {
  afterEach(clearPage);

  it('says on request what counts and what does not', async () => {
    const rules = await mount('c-readiness-rules', ReadinessRules);
    expect(rules.find('.rules-toggle').label).toBe('What counts, and what does not?');
    expect(rules.has('.rules')).toBe(false);
    await rules.click('.rules-toggle');
    expect(rules.findAll('.counts li')).toHaveLength(5);
    expect(rules.text('.not')).toContain('The same question again within 24 hours');
    await expect(rules.element).toBeAccessible();
    await rules.click('.rules-toggle');
    expect(rules.has('.rules')).toBe(false);
  });
});
