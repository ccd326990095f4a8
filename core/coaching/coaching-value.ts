import { roundTo } from '../readiness/round.ts';
import { DAY, instantOf } from '../situation/days.ts';
import { NORMAL_90, normalCdf } from '../statistics/normal.ts';
import type { CoachingChoice, CoachingReason } from './types.ts';

/** Set by hand; docs/readiness.md, "Coach next", says what each means. */
export const COACHING = {
  /** What a gap counts of which too little is known: looking is worth something, but less than closing one. */
  unknown: 0.5,
  launch: 0.5,
  launchDays: 30,
  stuck: 0.3,
  /** Points a week below which somebody is not moving. */
  stuckRate: 0.25,
  fading: 0.3,
  newInRole: 0.3,
  newDays: 90,
  notObserved: 0.2,
  /** Days without an observation after which looking again is due. */
  observeAgain: 60,
  /** Days after an observation in which coaching is left time to work, and what the value then counts. */
  restDays: 14,
  rest: 0.4,
} as const;

/** What coaching this person on this skill is worth now, and why. Undefined where there is no gap. */
export function coachingValue(
  choice: CoachingChoice,
  now: Date,
): { readonly value: number; readonly reasons: readonly CoachingReason[] } | undefined {
  const launchDays = choice.launch && daysFrom(now, choice.launch.on);
  const launchNear = launchDays !== undefined && launchDays >= 0 && launchDays <= COACHING.launchDays;
  const target = launchNear ? Math.max(choice.target, choice.launch?.target ?? 0) : choice.target;
  const gap = target - choice.score;
  if (gap <= 0 || choice.weight <= 0) return undefined;
  const likely = normalCdf(gap / errorOf(choice));
  const observedDays = choice.observedAt === undefined ? undefined : -(daysFrom(now, choice.observedAt) ?? 0);
  const isResting = observedDays !== undefined && observedDays < COACHING.restDays;
  const known = choice.enoughEvidence ? 1 : COACHING.unknown;
  const base = gap * choice.weight * likely * known * (isResting ? COACHING.rest : 1);

  const reasons: CoachingReason[] = [
    choice.enoughEvidence
      ? { kind: 'gap', points: base, score: choice.score, target, likely }
      : { kind: 'unknown', points: base, target },
  ];
  if (launchNear && choice.launch) {
    const points = base * COACHING.launch * (1 - launchDays / COACHING.launchDays);
    reasons.push({ kind: 'launch', points, name: choice.launch.name, days: launchDays });
  }
  if (choice.enoughEvidence && choice.learningRate !== undefined && choice.learningRate < COACHING.stuckRate) {
    reasons.push({ kind: 'stuck', points: base * COACHING.stuck, rate: choice.learningRate });
  }
  if (choice.dueForReview !== undefined && (daysFrom(now, choice.dueForReview) ?? 1) <= 0) {
    reasons.push({ kind: 'fading', points: base * COACHING.fading, since: choice.dueForReview });
  }
  const daysInRole = choice.roleStart === undefined ? undefined : -(daysFrom(now, choice.roleStart) ?? 0);
  if (daysInRole !== undefined && daysInRole >= 0 && daysInRole < COACHING.newDays) {
    const points = base * COACHING.newInRole * (1 - daysInRole / COACHING.newDays);
    reasons.push({ kind: 'newInRole', points, days: daysInRole });
  }
  if (observedDays === undefined || observedDays >= COACHING.observeAgain) {
    reasons.push({ kind: 'notObserved', points: base * COACHING.notObserved, days: observedDays });
  }
  return {
    value: roundTo(
      reasons.reduce((sum, { points }) => sum + points, 0),
      3,
    ),
    reasons: reasons
      .map((reason) => ({ ...reason, points: roundTo(reason.points, 3) }))
      .sort((a, b) => b.points - a.points || (a.kind < b.kind ? -1 : 1)),
  };
}

/** The score is published with an 80 % interval. */
function errorOf({ lower, upper }: CoachingChoice): number {
  return Math.max(1, (upper - lower) / 2 / NORMAL_90);
}

/** Whole days until a day or moment; undefined for what is no date. */
function daysFrom(now: Date, day: string): number | undefined {
  const instant = instantOf(day);
  if (instant === undefined) return undefined;
  return Math.floor(instant / DAY) - Math.floor(now.getTime() / DAY);
}
