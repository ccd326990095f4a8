import type { MemberScore } from './team-standing.ts';

/** A person with a score and half an interval in points. */
export const member = (score: number | undefined, target = 70, half = 8): MemberScore =>
  score === undefined
    ? { target, flagged: false }
    : { score, lower: score - half, upper: score + half, target, flagged: score + half < target };

/** People whose scores lie within a point of each other. */
export const repeat = (score: number, count: number): MemberScore[] =>
  Array.from({ length: count }, (_, i) => member(score + (i % 3) - 1));

/** Numbers from 0 to 1 that are the same in every run. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A standard normal value (Box and Muller). */
export const normal = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(next() || 1e-9)) * Math.cos(2 * Math.PI * next());
