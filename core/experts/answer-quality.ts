import type { GivenAnswer } from './types.ts';

/** Log-odds that an answer helped of which nothing is known, and what each sign of help adds. Set by hand. */
const UNKNOWN = -0.4;
const ACCEPTED = 1.5;
const VERIFIED = 1.5;
/** For each doubling of the votes; votes against count as much. */
const VOTES = 0.45;

/** Chance, 0–1, that an answer helped, from acceptance, verification and votes. */
export function answerQuality({ accepted, verified, votes = 0 }: GivenAnswer): number {
  const logOdds =
    UNKNOWN +
    (accepted === true ? ACCEPTED : 0) +
    (verified === true ? VERIFIED : 0) +
    VOTES * Math.sign(votes) * Math.log2(1 + Math.abs(votes));
  return 1 / (1 + Math.exp(-logOdds));
}
