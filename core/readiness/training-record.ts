import { student90 } from '../statistics/student.ts';
import { roundTo } from './round.ts';

/** Sums over the people who completed a training: one gain a person, in points. */
export interface GainSums {
  readonly people: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** Mean gain in points, with the interval that holds the mean of such people 8 times in 10. */
export interface TrainingGain {
  readonly people: number;
  readonly meanGain: number;
  readonly lower: number;
  readonly upper: number;
}

/** Fewer people than this make no record. */
const FEWEST_PEOPLE = 5;

/**
 * The record of a training: mean, and an 80 % interval by Student's t. Undefined below five people.
 */
export function recordOf({ people, sum, sumOfSquares }: GainSums): TrainingGain | undefined {
  if (people < FEWEST_PEOPLE) return undefined;
  const mean = sum / people;
  const freedom = people - 1;
  const variance = Math.max(0, sumOfSquares - sum * mean) / freedom;
  const half = student90(freedom) * Math.sqrt(variance / people);
  return {
    people,
    meanGain: roundTo(mean, 2),
    lower: roundTo(mean - half, 2),
    upper: roundTo(mean + half, 2),
  };
}
