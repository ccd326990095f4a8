import fc from 'fast-check';
import {
  answerQuality,
  type AnsweredQuestion,
  computeExpertise,
  createExpertRouter,
  type GivenAnswer,
} from './index.ts';

const NOW = new Date('2026-03-01T09:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();

function answered(id: string, tags: string[], title: string, ...answers: Partial<GivenAnswer>[]): AnsweredQuestion {
  return {
    id,
    title,
    tags,
    askerId: 'asker',
    answers: answers.map((answer, i) => ({ id: `${id}-${i}`, authorId: 'nobody', at: daysAgo(10), ...answer })),
  };
}

describe('answerQuality', () => {
  it.each([
    ['acceptance', { accepted: true }, {}],
    ['verification', { verified: true }, {}],
    ['votes', { votes: 4 }, { votes: 3 }],
    ['no votes against', { votes: 0 }, { votes: -2 }],
  ])('rises with %s', (_name, better, worse) => {
    const answer = { id: 'a', authorId: 'p', at: daysAgo(1) };
    expect(answerQuality({ ...answer, ...better })).toBeGreaterThan(answerQuality({ ...answer, ...worse }));
  });
});

describe('computeExpertise', () => {
  const many = Array.from({ length: 12 }, (_, i) =>
    answered(`many${i}`, ['pricing'], 'Discount', { authorId: 'many', accepted: true, votes: 3 }),
  );
  const questions = [
    ...many,
    answered(
      'one',
      ['pricing'],
      'Discount',
      { authorId: 'one', accepted: true, votes: 3 },
      { authorId: 'poor', votes: -4 },
    ),
    answered('own', ['pricing'], 'Discount', { authorId: 'asker', accepted: true }),
    answered('old', ['legal', 'legal'], 'Contract', { authorId: 'one', at: daysAgo(900) }),
  ];
  const expertise = computeExpertise(questions, NOW);
  const of = (personId: string, tag = 'pricing') =>
    expertise.find((each) => each.personId === personId && each.tag === tag)!;

  it('puts those first who are surest to help', () => {
    expect(expertise.filter(({ tag }) => tag === 'pricing').map(({ personId }) => personId)).toEqual([
      'many',
      'one',
      'poor',
    ]);
  });

  it('stays near the mean where evidence is thin, with a wide interval', () => {
    const [sure, thin] = [of('many'), of('one')];
    expect(thin.score).toBeLessThan(sure.score);
    expect(thin.upper - thin.lower).toBeGreaterThan(sure.upper - sure.lower);
  });

  it('keeps every piece of evidence, and counts a tag once a question', () => {
    expect(of('many').evidence).toHaveLength(12);
    expect(of('one', 'legal').evidence).toEqual([
      expect.objectContaining({ questionId: 'old', answerId: 'old-0', weight: expect.closeTo(2 ** (-900 / 365), 6) }),
    ]);
  });

  it('takes an answer to one’s own question for no evidence', () => {
    expect(expertise.some(({ personId }) => personId === 'asker')).toBe(false);
  });

  it('gives percentages whose interval holds the score', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            authorId: fc.constantFrom('a', 'b', 'c'),
            votes: fc.integer({ min: -50, max: 500 }),
            accepted: fc.boolean(),
          }),
          { maxLength: 20 },
        ),
        (answers) => {
          for (const { score, lower, upper } of computeExpertise([answered('q', ['x', 'y'], 'T', ...answers)], NOW)) {
            expect(lower).toBeGreaterThanOrEqual(0);
            expect(score).toBeGreaterThan(lower);
            expect(score).toBeLessThan(upper);
            expect(upper).toBeLessThanOrEqual(100);
          }
        },
      ),
    );
  });

  it('is empty where nobody answered', () => {
    expect(computeExpertise([], NOW)).toEqual([]);
  });
});

describe('createExpertRouter', () => {
  const history = [
    answered(
      'q1',
      ['pricing'],
      'Who approves a discount above twenty percent?',
      { authorId: 'ann' },
      { authorId: 'bob' },
    ),
    answered('q2', ['pricing'], 'Discount for a renewal with a ramp', { authorId: 'ann' }),
    answered('q3', ['security'], 'Where is the ISO certificate?', { authorId: 'bob' }),
    answered(
      'q4',
      ['security'],
      'Penetration test report for the customer',
      { authorId: 'bob' },
      { authorId: 'cat', at: daysAgo(400) },
    ),
  ];
  const router = createExpertRouter(history);
  const question = { title: 'Discount for a ramp', tags: ['pricing'], askerId: 'dan' };
  const route = (options = {}, asked = question) =>
    router.route(asked, { now: NOW, ...options }).map(({ personId }) => personId);

  it('proposes who answers such questions and is active', () => {
    expect(route()).toEqual(['ann', 'bob', 'cat']);
    expect(route({}, { title: 'ISO certificate', tags: ['security'], askerId: 'dan' })[0]).toBe('bob');
  });

  it('says why, with the words of the question', () => {
    const [first] = router.route(question, { now: NOW, load: new Map([['ann', 1]]) });
    expect(first).toMatchObject({ personId: 'ann' });
    const reasons = new Map(first?.reasons.map(({ code, values }) => [code, values]));
    expect(reasons.get('tags')).toEqual(['pricing']);
    expect(reasons.get('similar')).toEqual(expect.arrayContaining(['Discount', 'ramp']));
    expect(reasons.get('active')).toEqual(['2']);
    expect(reasons.get('load')).toEqual(['1']);
  });

  it('names no words that say little, and keeps the order that they give', () => {
    const general = createExpertRouter([
      ...history,
      answered('q5', [], 'Who signs a discount next year?', { authorId: 'ann' }),
    ]);
    const [first] = general.route({ title: 'Signing discounts in years', tags: [] }, { now: NOW });
    expect(first?.personId).toBe('ann');
    expect(first?.reasons.find(({ code }) => code === 'similar')?.values).toEqual(['discounts']);
    const weak = general.route({ title: 'Which year?', tags: [] }, { now: NOW });
    expect(weak.flatMap(({ reasons }) => reasons.map(({ code }) => code))).not.toContain('similar');
  });

  it('spreads load', () => {
    expect(route({ load: new Map([['ann', 20]]) })[0]).toBe('bob');
  });

  it('never proposes who asks, nor who opted out', () => {
    expect(route({}, { ...question, askerId: 'ann' })).not.toContain('ann');
    expect(route({ optedOut: new Set(['ann', 'bob']) })).toEqual(['cat']);
  });

  it('knows nobody before anything was answered', () => {
    expect(createExpertRouter().route(question, { now: NOW })).toEqual([]);
  });

  it('learns answers one by one as it learns them together', () => {
    const oneByOne = createExpertRouter();
    for (const each of history) for (const answer of each.answers) oneByOne.learn({ ...each, answers: [answer] });
    expect(oneByOne.route(question, { now: NOW })).toEqual(router.route(question, { now: NOW }));
  });

  it('does not fall behind for one more answer on the tag, and not ahead for more load', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 }), (more, load) => {
        const extra = Array.from({ length: more }, (_, i) =>
          answered(`x${i}`, ['pricing'], 'Discount ramp', { authorId: 'cat' }),
        );
        const scoreOf = (questions: AnsweredQuestion[], waiting: number) =>
          createExpertRouter(questions)
            .route(question, { now: NOW, load: new Map([['cat', waiting]]) })
            .find(({ personId }) => personId === 'cat')!.score;
        expect(scoreOf([...history, ...extra], 0)).toBeGreaterThan(scoreOf(history, 0));
        expect(scoreOf(history, load + 1)).toBeLessThan(scoreOf(history, load));
      }),
    );
  });
});
