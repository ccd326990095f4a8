import type { RankTerm } from '../ranking.ts';
import type { Match, Reason } from '../types.ts';
import { reasonForRule } from './rule-reason.ts';

/** Bits of specificity at which the factor has doubled. */
const SCALE = 4;

/** The more specific the match, the higher. */
export const specificityTerm: RankTerm = {
  factor: ({ specificity }) => 1 + specificity / SCALE,
  reasons: ({ held, specificity, situation }: Match) => {
    const strength = Math.log(1 + specificity / SCALE) / specificity;
    return held
      .filter((rule) => rule.strength > 0)
      .map((rule): Reason => {
        const words = reasonForRule(rule, situation.facts.get(rule.signal.code));
        return { ...words, strength: strength * rule.strength };
      });
  },
};
