import type { Explanation } from 'c/core';
import type { ReadinessRow } from 'c/readinessRecords';
import SkillReadiness from 'c/skillReadiness';
import { mount, type Mounted } from 'test/mount';
import { clearPage } from 'test/wires';

const row: ReadinessRow = {
  id: 'a05',
  scope: 'Skill',
  personId: '005',
  skillCode: 'discounting',
  skillName: 'Discounting',
  score: 52,
  lower: 40,
  upper: 60,
  target: 70,
  gapFlagged: true,
  evidenceCount: 3,
  enoughEvidence: true,
  contributions: [
    { evidenceId: 'e2', kind: 'check', at: '2026-10-02T10:00:00.000Z', points: -2, value: 0 },
    { evidenceId: 'e1', kind: 'check', at: '2026-10-01T10:00:00.000Z', points: 4, value: 1 },
  ],
};
const explanation: Explanation = { start: 50, evidence: 3.5, other: 0.5, fading: -2, score: 52 };

async function showOpen(properties: object = {}): Promise<Mounted> {
  const skill = await mount('c-skill-readiness', SkillReadiness, { row, explanation, isOwn: true, ...properties });
  await skill.click('.toggle');
  return skill;
}

describe('c-skill-readiness', () => {
  afterEach(clearPage);

  it('shows the bar, and the rest when it is opened', async () => {
    const skill = await mount('c-skill-readiness', SkillReadiness, { row, explanation });
    expect(skill.find('c-readiness-bar')).toMatchObject({ label: 'Discounting', score: 52, gapFlagged: true });
    expect(skill.find('.toggle').getAttribute('aria-expanded')).toBe('false');
    expect(skill.has('.parts')).toBe(false);
    await expect(skill.element).toBeAccessible();
  });

  it('takes the score apart: start, each piece with its day, the rest, and what they add up to', async () => {
    const skill = await showOpen();
    expect(skill.find('.toggle').getAttribute('aria-expanded')).toBe('true');
    const words = skill.findAll('.part').map((part) => [...part.children].map(({ textContent }) => textContent));
    expect(words).toEqual([
      ['Before any evidence on this skill', '', '50.0'],
      ['Earlier evidence, not listed', '', '+1.5'],
      ['Check answered right', 'Oct 1', '+4.0'],
      ['Check answered otherwise', 'Oct 2', '−2.0'],
      ['What other skills say about you, and fading in between', '', '+0.5'],
      ['Fading since the last evidence', '', '−2.0'],
      ['Score', '', '52.0'],
    ]);
    await expect(skill.element).toBeAccessible();
  });

  it('leaves out what is nothing, and does not say you of somebody else', async () => {
    const none: Explanation = { start: 50, evidence: 2, other: 1, fading: 0, score: 53 };
    const skill = await showOpen({ explanation: none, isOwn: false });
    expect(skill.text('table')).not.toContain('Earlier evidence');
    expect(skill.text('table')).not.toContain('Fading');
    expect(skill.text('table')).toContain('say about the person');
  });

  it('says so where the state cannot be read', async () => {
    const skill = await showOpen({ explanation: undefined });
    expect(skill.text('.parts')).toBe('Where this score comes from can be shown after the next update.');
    await expect(skill.element).toBeAccessible();
  });
});
