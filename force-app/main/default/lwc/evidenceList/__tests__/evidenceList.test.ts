import EvidenceList from 'c/evidenceList';
import type { SkillEvidence } from 'c/evidenceWords';
import { mount } from 'test/mount';
import { clearPage } from 'test/wires';

const piece = (n: number, kind: SkillEvidence['kind'], value: number, points: number): SkillEvidence => ({
  evidenceId: `e${n}`,
  kind,
  at: `2026-10-0${n}T10:00:00.000Z`,
  points,
  value,
  skillName: 'Discounting',
});
const SIX = [
  piece(6, 'outcome', 0, -0.4),
  piece(5, 'outcome', 1, 0.4),
  piece(4, 'completion', 1, 0.02),
  piece(3, 'assessment', 0.6, 1),
  piece(2, 'check', 0, -2.1),
  piece(1, 'check', 1, 3.24),
];

describe('c-evidence-list', () => {
  afterEach(clearPage);

  it('lists the latest five with what each added, and all on request', async () => {
    const list = await mount('c-evidence-list', EvidenceList, { evidence: SIX });
    expect(list.findAll('.line')).toHaveLength(5);
    expect(list.text('.line')).toContain('Deal lost · Discounting −0.4 Oct 6');
    await list.click('.evidence-toggle');
    expect(list.findAll('.line')).toHaveLength(6);
    expect(list.text()).toContain('Check answered right · Discounting +3.2 Oct 1');
    expect(list.text()).toContain('Assessed by the manager at 60');
    expect(list.find('.evidence-toggle').label).toBe('Show less');
    await expect(list.element).toBeAccessible();
  });

  it('says that there is none', async () => {
    const list = await mount('c-evidence-list', EvidenceList);
    expect(list.text()).toBe('Evidence No evidence yet.');
    expect(list.has('.evidence-toggle')).toBe(false);
    await expect(list.element).toBeAccessible();
  });
});
