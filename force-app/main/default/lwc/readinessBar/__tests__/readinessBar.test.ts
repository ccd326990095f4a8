import ReadinessBar from 'c/readinessBar';
import { mount } from 'test/mount';
import { clearPage } from 'test/wires';

const discounting = { label: 'Discounting', score: 48.4, lower: 40.2, upper: 57.6, target: 70, enoughEvidence: true };
const show = (properties: object) => mount('c-readiness-bar', ReadinessBar, properties);

describe('c-readiness-bar', () => {
  afterEach(clearPage);

  it('draws score, range and target, and says the gap', async () => {
    const bar = await show({ ...discounting, gapFlagged: true });
    expect(bar.find('.fill').style.getPropertyValue('inline-size')).toBe('48.4%');
    expect(bar.text('.number')).toBe('48');
    expect(bar.text('.gap_flagged')).toBe('gap 22');
    expect(bar.find('.track').getAttribute('aria-label')).toBe(
      'Discounting: 48, likely between 40 and 58, Target 70, Gap that is probably real',
    );
    await expect(bar.element).toBeAccessible();
  });

  it('says no gap at the target', async () => {
    const bar = await show({ ...discounting, score: 70.2 });
    expect(bar.text('.gap')).toBe('');
  });

  it('says that there is not enough evidence rather than a number', async () => {
    const bar = await show({ ...discounting, enoughEvidence: false });
    expect(bar.has('.fill')).toBe(false);
    expect(bar.text('.number')).toBe('–');
    expect(bar.find('.track').getAttribute('aria-label')).toContain('Not enough evidence yet');
    await expect(bar.element).toBeAccessible();
  });

  it('stays within the bar', async () => {
    const bar = await show({ ...discounting, score: 104, upper: 110 });
    expect(bar.find('.fill').style.getPropertyValue('inline-size')).toBe('100%');
  });
});
