import fc from 'fast-check';
import {
  type Assignment,
  type Goal,
  type Learned,
  orderPlan,
  type PlannedNugget,
  planProgress,
  type Progress,
} from './index.ts';

const nuggetId = fc.constantFrom('a', 'b', 'c', 'd');
const moment = fc.integer({ min: 1, max: 60 }).map((day) => new Date(Date.UTC(2026, 0, day, 12)).toISOString());

const planned: fc.Arbitrary<PlannedNugget> = fc.record({
  nuggetId,
  available: fc.boolean(),
  questionIds: fc.uniqueArray(fc.constantFrom('q1', 'q2', 'q3'), { maxLength: 3 }),
});
const goal: fc.Arbitrary<Goal> = fc.oneof(
  planned.map((nugget): Goal => ({ kind: 'nugget', nugget })),
  fc
    .uniqueArray(planned, { maxLength: 4, selector: (each) => each.nuggetId })
    .map((steps): Goal => ({ kind: 'path', steps })),
  fc.constant<Goal>({ kind: 'skill', skillCode: 's', target: 70 }),
);
const assignment: fc.Arbitrary<Assignment> = fc.record({
  id: fc.constantFrom('x', 'y'),
  assignedAt: moment,
  withdrawn: fc.boolean(),
  goal,
});
const completions = fc.array(fc.record({ nuggetId, at: moment }), { maxLength: 8 });
const rightAnswers = fc.array(fc.record({ questionId: fc.constantFrom('q1', 'q2', 'q3'), at: moment }), {
  maxLength: 8,
});
const learned: fc.Arbitrary<Learned> = fc.record({
  completions,
  rightAnswers,
  skills: fc.integer({ min: 0, max: 100 }).map((score) => new Map([['s', { score, enoughEvidence: score > 20 }]])),
});

const one = (each: Assignment, record: Learned): Progress => planProgress([each], record)[0]!;

test('more evidence never lowers progress, undoes what is done, or makes it done later', () => {
  fc.assert(
    fc.property(assignment, learned, completions, rightAnswers, (each, record, reads, answers) => {
      const before = one(each, record);
      const after = one(each, {
        ...record,
        completions: [...record.completions, ...reads],
        rightAnswers: [...record.rightAnswers, ...answers],
      });
      // A step that is no longer published counts once it is done: it can finish a path, never set it back.
      expect(after.percent).toBeGreaterThanOrEqual(before.percent);
      expect(before.status === 'done' && after.status !== 'done').toBe(false);
    }),
  );
});

test('the order in which evidence arrives does not matter', () => {
  fc.assert(
    fc.property(assignment, learned, (each, record) => {
      const reversed = {
        ...record,
        completions: [...record.completions].reverse(),
        rightAnswers: [...record.rightAnswers].reverse(),
      };
      expect(one(each, reversed)).toEqual(one(each, record));
    }),
  );
});

test('100 percent is what done means, and then nothing is left', () => {
  fc.assert(
    fc.property(assignment, learned, (each, record) => {
      const { status, percent, left } = one(each, record);
      expect(percent === 100).toBe(status === 'done');
      expect(status === 'open' || left.length === 0).toBe(true);
      expect(Number.isInteger(percent)).toBe(true);
    }),
  );
});

test('what was withdrawn counts for nothing, whatever was learned', () => {
  fc.assert(
    fc.property(assignment, learned, (each, record) => {
      expect(one({ ...each, withdrawn: true }, record)).toMatchObject({ status: 'withdrawn', percent: 0 });
    }),
  );
});

test('a plan has one order, and loses nothing', () => {
  const item = fc.record({
    id: fc.uuid(),
    dueOn: fc.option(
      moment.map((at) => at.slice(0, 10)),
      { nil: undefined },
    ),
    adds: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const ordered = orderPlan(items, '2026-01-30');
      expect(orderPlan([...items].reverse(), '2026-01-30')).toEqual(ordered);
      expect(new Set(ordered)).toEqual(new Set(items));
    }),
  );
});
