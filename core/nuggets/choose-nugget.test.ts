import { chooseNugget, chooseTraining, type NuggetChoice } from './choose-nugget.ts';
import type { LearningEventFact } from './types.ts';

const now = new Date('2026-11-23T15:00:00.000Z');
const nugget = (id: string, more: Partial<NuggetChoice> = {}): NuggetChoice => ({
  id,
  minutes: 2,
  level: 2,
  skills: { pricing: 1 },
  ...more,
});
const event = (nuggetId: string, at: string, more: Partial<LearningEventFact> = {}): LearningEventFact => ({
  nuggetId,
  type: 'Completed',
  at,
  ...more,
});
const choose = (nuggets: NuggetChoice[], history: LearningEventFact[] = [], score?: number) =>
  chooseNugget(nuggets, 'pricing', history, now, score)?.id;

describe('chooseNugget', () => {
  it('gives nothing for a skill that no nugget is about', () => {
    expect(choose([nugget('a', { skills: { other: 1 } })])).toBeUndefined();
  });

  it.each([
    ['the one most about the skill', [nugget('a', { skills: { pricing: 0.5 } }), nugget('b')], 'b'],
    ['an easy one for somebody unknown', [nugget('a', { level: 4 }), nugget('b', { level: 2 })], 'b'],
    ['the shorter one', [nugget('a', { minutes: 5 }), nugget('b', { minutes: 3 })], 'b'],
    ['the same one whatever the order', [nugget('b'), nugget('a')], 'a'],
  ])('prefers %s', (_, nuggets, expected) => {
    expect(choose(nuggets)).toBe(expected);
    expect(choose([...nuggets].reverse())).toBe(expected);
  });

  it.each([
    [15, 'level 1'],
    [55, 'level 3'],
    [92, 'level 5'],
  ])('suits the level to a score of %d', (score, expected) => {
    const levels = [1, 2, 3, 4, 5].map((level) => nugget(`level ${level}`, { level }));
    expect(choose(levels, [], score)).toBe(expected);
  });

  it('prefers what is new, then what was completed longest ago', () => {
    const both = [nugget('a'), nugget('b')];
    expect(choose(both, [event('a', '2026-11-20T10:00:00Z')])).toBe('b');
    expect(choose(both, [event('a', '2026-11-20T10:00:00Z'), event('b', '2026-11-10T10:00:00Z')])).toBe('b');
    expect(choose(both, [event('a', '2026-01-20T10:00:00Z'), event('b', '2026-11-10T10:00:00Z')])).toBe('a');
  });

  it('prefers a well-suited nugget of long ago to a new one that does not suit', () => {
    const nuggets = [nugget('suits', { level: 2 }), nugget('new', { level: 5 })];
    expect(choose(nuggets, [event('suits', '2026-02-20T10:00:00Z')], 30)).toBe('suits');
  });

  it('leaves out what was dismissed in the last 30 days while there is anything else', () => {
    const [dismissed, read] = [
      event('a', '2026-11-01T10:00:00Z', { type: 'Dismissed' }),
      event('b', '2026-11-22T10:00:00Z'),
    ];
    expect(choose([nugget('a'), nugget('b')], [dismissed, read])).toBe('b');
    expect(choose([nugget('a')], [dismissed])).toBe('a');
    expect(choose([nugget('a'), nugget('b')], [{ ...dismissed, at: '2026-10-01T10:00:00Z' }, read])).toBe('a');
  });

  it('takes no account of what was undone or merely looked at', () => {
    const both = [nugget('a'), nugget('b')];
    expect(choose(both, [event('a', '2026-11-20T10:00:00Z', { undone: true })])).toBe('a');
    expect(choose(both, [event('a', '2026-11-20T10:00:00Z', { type: 'Viewed' })])).toBe('a');
  });
});

describe('chooseTraining', () => {
  const needs = [
    { skillCode: 'pricing', urgency: 2, score: 30 },
    { skillCode: 'discovery', urgency: 1.5, score: 30 },
  ];
  const discovery = nugget('d', { skills: { discovery: 1 } });

  it('serves the most urgent need', () => {
    expect(chooseTraining(needs, [discovery, nugget('p')], [], now)).toEqual({
      skillCode: 'pricing',
      nugget: nugget('p'),
    });
  });

  it('serves the next one where the first has only a nugget that was just completed', () => {
    const history = [event('p', '2026-11-22T10:00:00Z')];
    expect(chooseTraining(needs, [discovery, nugget('p')], history, now)?.skillCode).toBe('discovery');
  });

  it('is none without nuggets', () => {
    expect(chooseTraining(needs, [], [], now)).toBeUndefined();
  });
});
