import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import { roundTo } from './round.ts';
import type { AggregateScore, Gap, Score, WeightedScore } from './types.ts';

/** At least this share of the weight must rest on enough evidence. */
const ENOUGH_SHARE = 0.5;

/**
 * The weighted mean of scores, for a domain, a component, a role or a team. Where some have a target, those
 * without one do not count. The interval assumes that errors are correlated (`scoreCorrelation`): a person's
 * scores share the estimate of the person. Undefined where nothing has a positive weight.
 */
export function aggregate(
  scores: readonly WeightedScore[],
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): AggregateScore | undefined {
  const positive = scores.filter(({ weight }) => weight > 0);
  const targeted = positive.filter(({ target }) => target !== undefined);
  const counted = targeted.length > 0 ? targeted : positive;
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  const mean = (read: (scored: WeightedScore) => number) =>
    counted.reduce((sum, scored) => sum + (scored.weight / total) * read(scored), 0);
  const half = (read: (score: Score) => number) => {
    const parts = counted.map(({ score, weight }) => (weight / total) * read(score));
    const squares = parts.reduce((sum, part) => sum + part * part, 0);
    const together = parts.reduce((sum, part) => sum + part, 0) ** 2;
    return Math.sqrt((1 - parameters.scoreCorrelation) * squares + parameters.scoreCorrelation * together);
  };
  const middle = mean(({ score }) => score.score);
  const score: Score = {
    score: roundTo(middle, 2),
    lower: roundTo(Math.max(0, middle - half(({ score, lower }) => score - lower)), 2),
    upper: roundTo(Math.min(100, middle + half(({ score, upper }) => upper - score)), 2),
    enoughEvidence: mean((scored) => (scored.score.enoughEvidence ? 1 : 0)) >= ENOUGH_SHARE,
    evidenceCount: counted.reduce((sum, scored) => sum + scored.score.evidenceCount, 0),
  };
  if (targeted.length === 0) return { ...score, gapFlagged: false };
  const target = roundTo(
    mean((scored) => scored.target ?? 0),
    2,
  );
  const { gap, flagged } = gapOf(score, target);
  return { ...score, target, gap, gapFlagged: flagged };
}

/**
 * Target minus score where that is positive. Flagged where it is probably real: there is enough evidence and the
 * whole 80 % interval lies below the target, so that the gap is real with 90 % confidence.
 */
export function gapOf(score: Score, target: number): Gap {
  return {
    gap: roundTo(Math.max(0, target - score.score), 2),
    flagged: score.enoughEvidence && score.upper < target,
  };
}
