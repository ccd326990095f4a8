import { chooseNugget, toLearningEvents, toSkillNuggets, type SkillNugget } from 'c/nuggetChoice';
import { connection } from 'test/wires';

const now = new Date('2026-11-23T15:00:00.000Z');
const nugget = (id: string, more: Partial<SkillNugget> = {}): SkillNugget => ({
  id,
  title: id,
  minutes: 2,
  level: 1,
  skills: { pricing: 1 },
  ...more,
});
const completed = (nuggetId: string, at: string, undone = false) => ({
  nuggetId,
  type: 'Completed' as const,
  at,
  undone,
});
const choose = (nuggets: SkillNugget[], history: ReturnType<typeof completed>[] = []) =>
  chooseNugget(nuggets, 'pricing', history, now)?.id;

describe('chooseNugget', () => {
  it('gives nothing for a skill that no nugget is about', () => {
    expect(choose([nugget('a', { skills: { other: 1 } })])).toBeUndefined();
  });

  it.each([
    ['the one most about the skill', [nugget('a', { skills: { pricing: 0.5 } }), nugget('b')], 'b'],
    ['the easier one', [nugget('a', { level: 3 }), nugget('b', { level: 2 })], 'b'],
    ['the shorter one', [nugget('a', { minutes: 5 }), nugget('b', { minutes: 3 })], 'b'],
    ['the same one whatever the order', [nugget('b'), nugget('a')], 'a'],
  ])('prefers %s', (_, nuggets, expected) => {
    expect(choose(nuggets)).toBe(expected);
    expect(choose([...nuggets].reverse())).toBe(expected);
  });

  it('leaves out what was completed lately, until all were', () => {
    const both = [nugget('a'), nugget('b')];
    expect(choose(both, [completed('a', '2026-11-20T10:00:00Z')])).toBe('b');
    expect(choose(both, [completed('a', '2026-11-20T10:00:00Z'), completed('b', '2026-11-10T10:00:00Z')])).toBe('b');
    expect(choose(both, [completed('a', '2026-09-01T10:00:00Z')])).toBe('a');
    expect(choose(both, [completed('a', '2026-11-20T10:00:00Z', true)])).toBe('a');
  });
});

describe('reading the answers', () => {
  it('reads nuggets with the weight of each skill', () => {
    const record = {
      Id: 'a01',
      Name: 'Price',
      Minutes__c: 2,
      Level__c: null,
      Nugget_Skills__r: [{ Weight__c: null, Skill__r: { Code__c: 'pricing' } }],
    };
    expect(toSkillNuggets({ uiapi: { query: { Nugget__c: connection([record]) } } })).toEqual([
      { id: 'a01', title: 'Price', minutes: 2, level: 1, skills: { pricing: 1 } },
    ]);
  });

  it('reads learning events', () => {
    const record = {
      Id: 'a02',
      Nugget__c: 'a01',
      Type__c: 'Helpful',
      Undone__c: true,
      CreatedDate: '2026-11-01T10:00:00Z',
    };
    expect(toLearningEvents({ uiapi: { query: { Learning_Event__c: connection([record]) } } })).toEqual([
      { id: 'a02', nuggetId: 'a01', type: 'Helpful', undone: true, at: '2026-11-01T10:00:00.000Z' },
    ]);
  });
});
