import type { EffectRow } from 'c/checks';
import SkillEffects from 'c/skillEffects';
import { mount } from 'test/mount';
import { clearPage } from 'test/wires';

const known: EffectRow = {
  key: 'discounting',
  skillName: 'Discounting',
  target: 70,
  isKnown: true,
  change: '42 → 49',
  likely: '(likely 40–58)',
  score: 49,
  lower: 40,
  upper: 58,
  enoughEvidence: true,
  gapFlagged: true,
  noReadiness: '',
  reasons: [{ key: 'q1', text: 'You got “First?” right: +7 points' }],
};

describe('c-skill-effects', () => {
  afterEach(clearPage);

  it('shows what moved, how sure that is, and why', async () => {
    const effects = await mount('c-skill-effects', SkillEffects, { effects: [known] });
    expect(effects.text()).toBe('Discounting 42 → 49 (likely 40–58) Why You got “First?” right: +7 points');
    expect(effects.find('c-readiness-bar')).toMatchObject({
      score: 49,
      lower: 40,
      upper: 58,
      target: 70,
      gapFlagged: true,
    });
    await expect(effects.element).toBeAccessible();
  });

  it('says when a figure comes later', async () => {
    const later = { ...known, isKnown: false, noReadiness: 'Your readiness will appear after the next update.' };
    const effects = await mount('c-skill-effects', SkillEffects, { effects: [later] });
    expect(effects.text()).toContain('Your readiness will appear after the next update.');
    expect(effects.has('c-readiness-bar')).toBe(false);
    await expect(effects.element).toBeAccessible();
  });

  it('is empty without effects', async () => {
    const effects = await mount('c-skill-effects', SkillEffects);
    expect(effects.text()).toBe('');
  });
});
