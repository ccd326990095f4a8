import {
  type Assignment,
  type Learned,
  orderPlan,
  type PlannedNugget,
  planProgress,
  urgencyOf,
  workingDayAfter,
} from './index.ts';

const nugget = (nuggetId: string, questions = 0, available = true): PlannedNugget => ({
  nuggetId,
  available,
  questionIds: Array.from({ length: questions }, (_, n) => `${nuggetId}-q${n + 1}`),
});

const assignment = (goal: Assignment['goal'], more: Partial<Assignment> = {}): Assignment => ({
  id: 'a1',
  assignedAt: '2026-05-01T09:00:00Z',
  withdrawn: false,
  goal,
  ...more,
});

const read = (nuggetId: string, at = '2026-05-02T09:00:00.000Z') => ({ nuggetId, at });
const right = (questionId: string, at = '2026-05-02T09:00:00.000Z') => ({ questionId, at });
const learned = (parts: Partial<Learned> = {}): Learned => ({
  completions: [],
  rightAnswers: [],
  skills: new Map(),
  ...parts,
});

const progress = (one: Assignment, parts: Partial<Learned> = {}) => planProgress([one], learned(parts))[0]!;

describe('a nugget', () => {
  const withChecks = assignment({ kind: 'nugget', nugget: nugget('n', 3) });

  test('without checks is done once completed', () => {
    const plain = assignment({ kind: 'nugget', nugget: nugget('n') });
    expect(progress(plain)).toMatchObject({ status: 'open', percent: 0 });
    expect(progress(plain, { completions: [read('n')] })).toMatchObject({
      status: 'done',
      percent: 100,
      doneOn: '2026-05-02',
    });
  });

  test('with checks is done when completed and each was answered rightly', () => {
    const completions = [read('n')];
    const some = progress(withChecks, { completions, rightAnswers: [right('n-q1'), right('n-q1'), right('n-q3')] });
    expect(some).toEqual({
      status: 'open',
      percent: 75,
      left: [{ nuggetId: 'n', toRead: false, questionIds: ['n-q2'] }],
      nuggets: 1,
    });
    const rightAnswers = [right('n-q1'), right('n-q3'), right('n-q2', '2026-05-09T23:59:59+0000')];
    expect(progress(withChecks, { completions, rightAnswers })).toMatchObject({ status: 'done', doneOn: '2026-05-09' });
  });

  test('right answers alone do not make it done', () => {
    const rightAnswers = [right('n-q1'), right('n-q2'), right('n-q3')];
    expect(progress(withChecks, { rightAnswers })).toMatchObject({ status: 'open', percent: 75 });
  });

  test.each([
    ['before it was assigned', '2026-05-01T08:59:59Z', 'open'],
    ['at the moment it was assigned', '2026-05-01T09:00:00Z', 'done'],
    ['of no date', 'yesterday', 'open'],
  ])('what was learned %s counts accordingly', (_, at, status) => {
    const plain = assignment({ kind: 'nugget', nugget: nugget('n') });
    expect(progress(plain, { completions: [read('n', at)] }).status).toBe(status);
  });

  test('that is no longer published cannot be done, but stays done', () => {
    const retired = assignment({ kind: 'nugget', nugget: nugget('n', 0, false) });
    expect(progress(retired).status).toBe('unavailable');
    expect(progress(retired, { completions: [read('n')] }).status).toBe('done');
  });
});

describe('a path', () => {
  const path = assignment({ kind: 'path', steps: [nugget('a', 1), nugget('b'), nugget('c', 0, false)] });

  test('weighs its nuggets alike and names what is left in order', () => {
    expect(progress(path, { completions: [read('a')] })).toEqual({
      status: 'open',
      percent: 25,
      left: [
        { nuggetId: 'a', toRead: false, questionIds: ['a-q1'] },
        { nuggetId: 'b', toRead: true, questionIds: [] },
      ],
      nuggets: 2,
    });
  });

  test('is done when each of its nuggets is; one that is no longer published does not hold it up', () => {
    const done = progress(path, {
      completions: [read('a'), read('b', '2026-05-07T10:00:00Z')],
      rightAnswers: [right('a-q1')],
    });
    expect(done).toMatchObject({ status: 'done', percent: 100, doneOn: '2026-05-07', left: [] });
  });

  test('without a nugget to read cannot be done', () => {
    expect(progress(assignment({ kind: 'path', steps: [] })).status).toBe('unavailable');
  });

  test('is never at 100 before it is done', () => {
    const steps = Array.from({ length: 400 }, (_, n) => nugget(`s${n}`));
    const completions = steps.slice(1).map(({ nuggetId }) => read(nuggetId));
    expect(progress(assignment({ kind: 'path', steps }), { completions })).toMatchObject({
      status: 'open',
      percent: 99,
    });
  });
});

describe('a skill', () => {
  const skill = (score: number, enoughEvidence = true) => ({ skills: new Map([['deals', { score, enoughEvidence }]]) });
  const reach = assignment({ kind: 'skill', skillCode: 'deals', target: 70 });

  test.each([
    ['nothing known', {}, 'open', 0],
    ['too little evidence', skill(90, false), 'open', 0],
    ['below the target', skill(35), 'open', 50],
    ['just below the target', skill(69.9), 'open', 99],
    ['at the target', skill(70), 'done', 100],
  ] as const)('with %s', (_, parts, status, percent) => {
    expect(progress(reach, parts)).toMatchObject({ status, percent });
  });

  test('that the role has no target for cannot be decided', () => {
    expect(progress(assignment({ kind: 'skill', skillCode: 'deals' }), skill(90)).status).toBe('unavailable');
  });
});

test('what was published as done stays done', () => {
  const faded = assignment({ kind: 'skill', skillCode: 'deals', target: 70 }, { doneOn: '2026-05-20' });
  const grown = assignment({ kind: 'path', steps: [nugget('new')] }, { doneOn: '2026-05-20' });
  expect(planProgress([faded, grown], learned())).toEqual(
    [1, 2].map(() => expect.objectContaining({ status: 'done', percent: 100, doneOn: '2026-05-20' })),
  );
});

test('what was withdrawn counts for nothing', () => {
  const withdrawn = assignment({ kind: 'nugget', nugget: nugget('n') }, { withdrawn: true, doneOn: '2026-05-20' });
  expect(progress(withdrawn, { completions: [read('n')] })).toEqual({
    status: 'withdrawn',
    percent: 0,
    left: [],
    nuggets: 0,
  });
});

describe('the order of a plan', () => {
  const today = '2026-05-10';

  test.each([
    [undefined, 'no-date'],
    ['2026-05-09', 'overdue'],
    ['2026-05-10', 'due-soon'],
    ['2026-05-13', 'due-soon'],
    ['2026-05-14', 'later'],
    ['soon', 'no-date'],
  ])('due on %s is %s', (dueOn, urgency) => {
    expect(urgencyOf(dueOn, today)).toBe(urgency);
  });

  test('is overdue, due soon, then what adds most, then by date', () => {
    const items = [
      { id: 'late-small', dueOn: '2026-06-30', adds: 1 },
      { id: 'no-date-big', adds: 9 },
      { id: 'soon', dueOn: '2026-05-12', adds: 2 },
      { id: 'overdue-2', dueOn: '2026-05-08', adds: 9 },
      { id: 'overdue-1', dueOn: '2026-05-01' },
      { id: 'late-none', dueOn: '2026-06-01' },
      { id: 'none' },
    ];
    expect(orderPlan(items, today).map(({ id }) => id)).toEqual([
      'overdue-1',
      'overdue-2',
      'soon',
      'no-date-big',
      'late-small',
      'late-none',
      'none',
    ]);
  });
});

test.each([
  ['2026-05-01', 14, '2026-05-15'],
  ['2026-05-02', 14, '2026-05-18'],
  ['2026-05-03', 14, '2026-05-18'],
  ['2026-12-24', 14, '2027-01-07'],
  ['someday', 14, 'someday'],
])('two weeks from %s is a working day', (from, days, to) => {
  expect(workingDayAfter(from, days)).toBe(to);
});
