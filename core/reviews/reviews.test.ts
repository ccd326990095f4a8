import fc from 'fast-check';
import {
  DEFAULT_REVIEW_LIMITS,
  orderForReview,
  planReview,
  secondsLeft,
  type ReviewableSkill,
  type ReviewRequest,
} from './index.ts';

const now = new Date('2026-11-23T15:00:00.000Z');
const today = '2026-11-23';
const HOUR = 3_600_000;
const hoursAgo = (hours: number): string => new Date(now.getTime() - hours * HOUR).toISOString();

const skill = (skillCode: string, more: Partial<ReviewableSkill> = {}): ReviewableSkill => ({
  skillCode,
  score: 60,
  target: 70,
  gapFlagged: false,
  enoughEvidence: true,
  ...more,
});

describe('orderForReview', () => {
  const order = (...skills: ReviewableSkill[]): string[] =>
    orderForReview(skills, today).map(({ skillCode, reason }) => `${skillCode} ${reason}`);

  it('puts what is due first, longest due first, then gaps, largest first', () => {
    expect(
      order(
        skill('small', { gapFlagged: true, score: 65 }),
        skill('large', { gapFlagged: true, score: 30 }),
        skill('today', { dueForReview: today }),
        skill('october', { dueForReview: '2026-10-03', gapFlagged: true }),
        skill('tomorrow', { dueForReview: '2026-11-24' }),
      ),
    ).toEqual(['october due', 'today due', 'large gap', 'small gap']);
  });

  it('asks about the unknown only where nothing is due and there is no gap', () => {
    const unknown = [
      skill('b', { enoughEvidence: false }),
      skill('a', { enoughEvidence: false }),
      skill('high', { enoughEvidence: false, target: 80 }),
      skill('untargeted', { enoughEvidence: false, target: undefined }),
    ];
    expect(order(...unknown)).toEqual(['high measure', 'a measure', 'b measure']);
    expect(order(...unknown, skill('gap', { gapFlagged: true }))).toEqual(['gap gap']);
  });

  it('leaves out rows without a skill', () => {
    expect(order(skill('', { dueForReview: today }))).toEqual([]);
  });
});

describe('planReview', () => {
  const questions = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'g1'].map((id) => ({ id, skillCode: id.charAt(0) }));
  const skills: ReviewRequest['skills'] = [
    { skillCode: 'a', reason: 'due' },
    { skillCode: 'b', reason: 'due' },
    { skillCode: 'g', reason: 'gap' },
  ];
  const plan = (more: Partial<ReviewRequest> = {}): string[] =>
    planReview({ skills, questions, answers: [], now, ...more }).map(({ questionId }) => questionId);

  it('lets skills take turns, due ones before gaps, with at most three questions on each', () => {
    expect(plan()).toEqual(['a1', 'b1', 'g1', 'a2', 'b2', 'a3']);
  });

  it('asks what was never answered first, then what was answered longest ago', () => {
    const answers = [
      { questionId: 'a1', at: hoursAgo(200) },
      { questionId: 'a2', at: hoursAgo(300) },
      { questionId: 'a3', at: hoursAgo(50) },
    ];
    expect(plan({ skills: skills.slice(0, 1), answers })).toEqual(['a4', 'a2', 'a1']);
  });

  it('never repeats within 24 hours, to the second', () => {
    const answers = [
      { questionId: 'g1', at: hoursAgo(24) },
      { questionId: 'b1', at: hoursAgo(23.99) },
      { questionId: 'b1', at: hoursAgo(400) },
    ];
    expect(plan({ answers })).toEqual(['a1', 'b2', 'g1', 'a2', 'a3']);
  });

  it('fits the time that is left', () => {
    const limits = { ...DEFAULT_REVIEW_LIMITS, seconds: 75 };
    expect(plan({ limits })).toEqual(['a1', 'b1']);
    expect(plan({ limits: { ...limits, seconds: 29 } })).toEqual([]);
  });

  it('is empty where there is nothing to ask', () => {
    expect(plan({ skills: [] })).toEqual([]);
    expect(plan({ questions: [] })).toEqual([]);
  });
});

describe('secondsLeft', () => {
  it('takes away what was spent, without the time that a question lay open', () => {
    expect(secondsLeft([{ seconds: 20 }, { seconds: 4000 }, {}])).toBe(300 - 20 - 60);
  });

  it('is never less than nothing', () => {
    expect(secondsLeft(Array.from({ length: 20 }, () => ({ seconds: 60 })))).toBe(0);
  });
});

describe('any plan', () => {
  const code = fc.constantFrom('a', 'b', 'c', 'd');
  const request = fc.record({
    skills: fc.uniqueArray(fc.record({ skillCode: code, reason: fc.constantFrom('due' as const, 'gap' as const) }), {
      selector: ({ skillCode }) => skillCode,
    }),
    questions: fc.array(fc.record({ id: fc.integer({ min: 0, max: 30 }).map(String), skillCode: code })),
    answers: fc.array(
      fc.record({
        questionId: fc.integer({ min: 0, max: 30 }).map(String),
        at: fc.double({ min: 0, max: 100, noNaN: true }).map(hoursAgo),
      }),
    ),
    limits: fc.record({
      seconds: fc.integer({ min: 0, max: 600 }),
      secondsPerQuestion: fc.integer({ min: 10, max: 60 }),
      questionsPerSkill: fc.integer({ min: 0, max: 5 }),
    }),
  });
  // What is due stands first, as orderForReview gives it.
  const arranged = request.map((made): ReviewRequest => ({
    ...made,
    now,
    skills: [...made.skills].sort((x, y) => (x.reason < y.reason ? -1 : Number(x.reason > y.reason))),
  }));

  it('holds the budget and the number of questions on a skill', () => {
    fc.assert(
      fc.property(arranged, (made) => {
        const planned = planReview(made);
        const { seconds = 0, secondsPerQuestion = 0, questionsPerSkill = 0 } = made.limits ?? {};
        expect(planned.length * secondsPerQuestion).toBeLessThanOrEqual(seconds);
        for (const { skillCode } of planned) {
          expect(planned.filter((each) => each.skillCode === skillCode).length).toBeLessThanOrEqual(questionsPerSkill);
        }
      }),
    );
  });

  it('asks each question once, none of the last 24 hours, and about all that is due before a gap', () => {
    fc.assert(
      fc.property(arranged, (made) => {
        const planned = planReview(made);
        const recent = made.answers.filter(({ at }) => now.getTime() - Date.parse(at) < 24 * HOUR);
        expect(new Set(planned.map(({ questionId }) => questionId)).size).toBe(planned.length);
        expect(planned.filter(({ questionId }) => recent.some((each) => each.questionId === questionId))).toEqual([]);
        const firsts = planned.filter(
          ({ skillCode }, at) => planned.findIndex((p) => p.skillCode === skillCode) === at,
        );
        const reasons = firsts.map(({ reason }) => reason);
        expect(reasons).toEqual([...reasons].sort());
        expect(firsts).toEqual(planned.slice(0, firsts.length));
      }),
    );
  });

  it('does not depend on the order of questions and answers', () => {
    fc.assert(
      fc.property(arranged, (made) => {
        const ids = new Set<string>();
        const questions = made.questions.filter(({ id }) => !ids.has(id) && ids.add(id));
        const turned = { ...made, questions: [...questions].reverse(), answers: [...made.answers].reverse() };
        expect(planReview(turned)).toEqual(planReview({ ...made, questions }));
      }),
    );
  });
});
