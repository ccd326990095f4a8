import type { Signal } from '../situation/types.ts';
import type { Condition } from './condition.ts';

/** Conditions that most deals meet say little. */
const WEAK = 0.3;
const SUBSTRING_SHARE = 0.2;
const BLANK_SHARE = 0.5;

/**
 * How specific a condition is: the bits of information in its being true, from the share of deals in which
 * it typically is, times the author's weight. Never negative, so that one more true rule never lowers a nugget.
 */
export function ruleStrength(condition: Condition, signal: Signal, weight = 1): number {
  const counted = Number.isFinite(weight) ? Math.max(0, weight) : 1;
  return counted * bitsOf(condition, signal);
}

function bitsOf(condition: Condition, signal: Signal): number {
  switch (condition.kind) {
    case 'oneOf':
      // A yes/no signal is named after its rare case: that it does not hold is true of most deals.
      if (condition.negated || (signal.type === 'boolean' && condition.tokens.has('false'))) return WEAK;
      return Math.max(WEAK, -Math.log2(Math.min(1, signal.share * condition.tokens.size)));
    case 'contains':
      return -Math.log2(SUBSTRING_SHARE);
    case 'range':
      return -Math.log2(signal.share);
    case 'blank':
      return condition.negated ? WEAK : -Math.log2(BLANK_SHARE);
  }
}
