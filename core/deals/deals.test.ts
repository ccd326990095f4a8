import fc from 'fast-check';
import type { NuggetSummary } from '../nuggets/types.ts';
import { dealReadiness, skillsInPlay, whoCouldHelp, type SkillInPlay, type Standing } from './index.ts';

const nugget = (skills: Readonly<Record<string, number>>): NuggetSummary => ({
  id: Object.keys(skills).join(),
  key: '',
  title: '',
  kind: '',
  minutes: 1,
  rules: [],
  skills: Object.entries(skills).map(([skillCode, weight]) => ({ skillId: skillCode, skillCode, weight })),
});

const standing = (personId: string, skillCode: string, score: number, more: Partial<Standing['score']> = {}) => ({
  personId,
  skillCode,
  target: 70,
  score: { score, lower: score - 5, upper: score + 5, enoughEvidence: true, evidenceCount: 9, ...more },
});

describe('skillsInPlay', () => {
  it('weighs each skill by how specific the match is and how much the nugget is about it', () => {
    const skills = skillsInPlay([
      { nugget: nugget({ discounting: 1, pricing: 0.5 }), specificity: 4 },
      { nugget: nugget({ pricing: 1 }), specificity: 2 },
      { nugget: nugget({ everywhere: 1 }), specificity: 0 },
    ]);
    expect(skills).toEqual([
      { skillCode: 'discounting', weight: 0.5 },
      { skillCode: 'pricing', weight: 0.5 },
    ]);
  });

  it('keeps the largest shares', () => {
    const skills = skillsInPlay([{ nugget: nugget({ a: 1, b: 3, c: 2 }), specificity: 1 }], 2);
    expect(skills.map(({ skillCode }) => skillCode)).toEqual(['b', 'c']);
  });

  it('is empty where nothing matches', () => {
    expect(skillsInPlay([])).toEqual([]);
  });
});

describe('dealReadiness', () => {
  const skills: SkillInPlay[] = [
    { skillCode: 'a', weight: 0.75 },
    { skillCode: 'b', weight: 0.25 },
  ];
  const statuses = (members: string[], standings: Standing[]): string[] =>
    dealReadiness(skills, members, standings).skills.map(({ status }) => status);

  it('is ready where somebody on the team is at the target, and names who is best', () => {
    const standings = [standing('ana', 'a', 50), standing('ben', 'a', 75), standing('ana', 'b', 80)];
    const { overall, skills: covered, hidden } = dealReadiness(skills, ['ana', 'ben'], standings);
    expect(covered.map(({ status, best }) => [status, best?.personId])).toEqual([
      ['ready', 'ben'],
      ['ready', 'ana'],
    ]);
    expect(overall).toMatchObject({ score: 76.25, target: 70 });
    expect(hidden).toEqual([]);
  });

  it('calls it a gap only where everybody is probably below the target', () => {
    expect(statuses(['ana'], [standing('ana', 'a', 50), standing('ana', 'b', 67)])).toEqual(['gap', 'unsure']);
  });

  it('is unsure without enough evidence', () => {
    const thin = standing('ana', 'a', 90, { enoughEvidence: false });
    const { skills: covered, overall } = dealReadiness(skills, ['ana'], [thin]);
    expect(covered[0]).toMatchObject({ status: 'unsure', best: undefined, target: 70 });
    expect(overall).toBeUndefined();
  });

  it('guesses nothing about who is not visible', () => {
    const { skills: covered, hidden } = dealReadiness(skills, ['ana', 'omar'], [standing('ana', 'a', 50)]);
    expect(covered.map(({ status }) => status)).toEqual(['unsure', 'unsure']);
    expect(hidden).toEqual(['omar']);
  });

  it('never says ready of what no visible member has reached, and never gap with somebody hidden', () => {
    const some = fc.array(
      fc
        .record({
          person: fc.constantFrom('ana', 'ben', 'omar'),
          skill: fc.constantFrom('a', 'b'),
          score: fc.integer({ min: 0, max: 100 }),
          enoughEvidence: fc.boolean(),
        })
        .map(({ person, skill, score, enoughEvidence }) => standing(person, skill, score, { enoughEvidence })),
    );
    fc.assert(
      fc.property(some, (standings) => {
        const { skills: covered, hidden } = dealReadiness(skills, ['ana', 'ben'], standings);
        for (const { status, best, target = 101 } of covered) {
          expect(status === 'ready').toBe(best !== undefined && best.score.score >= target);
          expect(status === 'gap' && hidden.length > 0).toBe(false);
          expect(best?.personId).not.toBe('omar');
        }
      }),
    );
  });
});

describe('whoCouldHelp', () => {
  const need = { skillCode: 'a', target: 70 };

  it('names those who are surely at the target and not on the deal, surest first', () => {
    const standings = [
      standing('ana', 'a', 99),
      standing('ben', 'a', 76),
      standing('carla', 'a', 90),
      standing('dan', 'a', 74),
      standing('eve', 'a', 95, { enoughEvidence: false }),
      standing('omar', 'b', 99),
    ];
    expect(whoCouldHelp(need, ['ana'], standings).map(({ personId }) => personId)).toEqual(['carla', 'ben']);
  });

  it('names nobody where no target says what is enough', () => {
    expect(whoCouldHelp({ skillCode: 'a' }, [], [standing('ben', 'a', 99)])).toEqual([]);
  });
});
