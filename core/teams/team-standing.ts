import { roundTo } from '../readiness/round.ts';
import { NORMAL_90 } from '../statistics/normal.ts';
import { type Measured, pooledMean } from '../statistics/pooled-mean.ts';
import { student90 } from '../statistics/student.ts';

/** Fewer people than this are no team to speak of: no gap is flagged and nothing is compared. */
export const LEAST_TEAM = 5;

/** The least standard error of a score, in points: no score is known exactly. */
const LEAST_ERROR = 1;

/** One person's score in a column of the heat map; 0–100. */
export interface MemberScore {
  readonly score?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly target?: number;
  /** The person's own gap is probably real. */
  readonly flagged: boolean;
}

/** A mean over people with the interval that holds it 8 times in 10. */
export interface TeamInterval {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** What can be said of a team in a column. */
export interface TeamStanding {
  /** People with enough evidence for a score, people with any row, and people whose own gap is probably real. */
  readonly n: number;
  readonly people: number;
  readonly flaggedPeople: number;
  readonly score?: TeamInterval;
  /** Points below the targets; negative where the team is above them. Undefined where nobody has a target. */
  readonly gap?: TeamInterval;
  /** The team's gap is probably real: at least five people are known, and the whole interval lies below the target. */
  readonly gapFlagged: boolean;
  /** Fewer than five people are known. */
  readonly tooFew: boolean;
}

/**
 * A team's mean in a column. Who is known badly counts less, and the team's interval also holds that people differ;
 * people without enough evidence do not count at all.
 */
export function teamStanding(members: readonly MemberScore[]): TeamStanding {
  const known = members.filter(({ score }) => score !== undefined);
  const score = intervalOf(known.map((member) => ({ value: member.score ?? 0, error: errorOf(member) })));
  const gap = intervalOf(gapsOf(members));
  const tooFew = known.length < LEAST_TEAM;
  return {
    n: known.length,
    people: members.length,
    flaggedPeople: members.filter(({ flagged }) => flagged).length,
    score: score && within100(score),
    gap,
    gapFlagged: gap !== undefined && gapsOf(members).length >= LEAST_TEAM && gap.lower > 0,
    tooFew,
  };
}

/** Each known person's distance below the target, with how surely it is known. */
export function gapsOf(members: readonly MemberScore[]): Measured[] {
  return members.flatMap((member) => {
    const { score, target } = member;
    return score === undefined || target === undefined ? [] : [{ value: target - score, error: errorOf(member) }];
  });
}

/** Scores are published with an 80 % interval. */
function errorOf({ score = 0, lower = score, upper = score }: MemberScore): number {
  return Math.max(LEAST_ERROR, (upper - lower) / 2 / NORMAL_90);
}

function intervalOf(values: readonly Measured[]): TeamInterval | undefined {
  // In one order, so that rounding does not depend on the order in which people come.
  const pooled = pooledMean([...values].sort((a, b) => a.value - b.value || a.error - b.error));
  if (!pooled) return undefined;
  const half = pooled.error * student90(pooled.n - 1);
  return {
    mean: roundTo(pooled.mean, 2),
    lower: roundTo(pooled.mean - half, 2),
    upper: roundTo(pooled.mean + half, 2),
  };
}

function within100({ mean, lower, upper }: TeamInterval): TeamInterval {
  return { mean, lower: Math.max(0, lower), upper: Math.min(100, upper) };
}
