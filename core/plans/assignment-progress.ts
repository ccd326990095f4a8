import { instantOf, isoDateOf } from '../situation/days.ts';
import { indexLearning, type LearningIndex, partsOf } from './learning-index.ts';
import type { Assignment, Learned, NuggetLeft, PlannedNugget, Progress, ReachedSkill } from './types.ts';

/**
 * How far each assignment of one person is. Done is decided by evidence, not by a tick:
 * a nugget when it was completed, and each of its checks answered rightly, since it was assigned;
 * a path when each of its nuggets is; a skill when readiness, with enough evidence, is at the target.
 *
 * A nugget that is no longer published and not done does not hold a path up: it counts no more. What was once published
 * as done stays done: paths gain steps, nuggets gain checks and skills fade, but it was reached.
 *
 * @returns in the order of `assignments`
 */
export function planProgress(assignments: readonly Assignment[], learned: Learned): Progress[] {
  const index = indexLearning(learned);
  return assignments.map((assignment) => progressOf(assignment, index, learned.skills));
}

const NOTHING: Progress = { status: 'unavailable', percent: 0, left: [], nuggets: 0 };

function progressOf(assignment: Assignment, index: LearningIndex, skills: ReadonlyMap<string, ReachedSkill>): Progress {
  const { goal, withdrawn, doneOn } = assignment;
  if (withdrawn) return { ...NOTHING, status: 'withdrawn' };
  if (doneOn !== undefined) return { ...NOTHING, status: 'done', percent: 100, doneOn };
  if (goal.kind === 'skill') return skillProgress(goal.target, skills.get(goal.skillCode));
  const since = instantOf(assignment.assignedAt) ?? Number.POSITIVE_INFINITY;
  return nuggetsProgress(goal.kind === 'nugget' ? [goal.nugget] : goal.steps, index, since);
}

function skillProgress(target: number | undefined, reached: ReachedSkill | undefined): Progress {
  if (target === undefined) return NOTHING;
  if (reached?.enoughEvidence !== true) return { ...NOTHING, status: 'open' };
  if (reached.score >= target) return { ...NOTHING, status: 'done', percent: 100 };
  return { ...NOTHING, status: 'open', percent: wholePercent(reached.score / target) };
}

function nuggetsProgress(nuggets: readonly PlannedNugget[], index: LearningIndex, since: number): Progress {
  const counted = nuggets
    .map((nugget) => ({ nugget, parts: partsOf(nugget, index, since) }))
    .filter(({ nugget, parts }) => nugget.available || isWhole(parts));
  if (counted.length === 0) return NOTHING;

  const left = counted.flatMap(({ nugget, parts }) => (isWhole(parts) ? [] : [leftOf(nugget, parts)]));
  if (left.length === 0) {
    const last = Math.max(...counted.flatMap(({ parts }) => parts.map((moment) => moment ?? 0)));
    return { status: 'done', percent: 100, left, nuggets: counted.length, doneOn: isoDateOf(last) };
  }
  // Each nugget weighs the same in a path, however many checks it has.
  const shares = counted.map(({ parts }) => parts.filter((moment) => moment !== undefined).length / parts.length);
  const share = shares.reduce((sum, each) => sum + each, 0) / counted.length;
  return { status: 'open', percent: wholePercent(share), left, nuggets: counted.length };
}

function isWhole(parts: readonly (number | undefined)[]): boolean {
  return !parts.includes(undefined);
}

function leftOf({ nuggetId, questionIds }: PlannedNugget, parts: readonly (number | undefined)[]): NuggetLeft {
  const [read, ...answers] = parts;
  return {
    nuggetId,
    toRead: read === undefined,
    questionIds: questionIds.filter((_, position) => answers[position] === undefined),
  };
}

/** Rounded down, and never 100: only what is done is whole. */
function wholePercent(share: number): number {
  return Math.min(99, Math.floor(share * 100));
}
