import type { CompiledRule } from './compile-rule.ts';

/** One positive equality: the signal, and the values of which any will do. */
export interface PositiveEquality {
  readonly rule: CompiledRule;
  readonly tokens: readonly string[];
}

/** A way to find a group: one equality, or two on different signals. */
export interface AnchorOption {
  readonly parts: readonly PositiveEquality[];
  /** How many keys it takes. */
  readonly keys: number;
  /** Estimated share of situations that hit one of its keys. */
  readonly share: number;
}

/** The rules of a group that hold only when the fact has one of a few values. */
export function positiveEqualities(rules: readonly CompiledRule[]): PositiveEquality[] {
  return rules.flatMap((rule) =>
    rule.condition.kind === 'oneOf' && !rule.condition.negated ? [{ rule, tokens: [...rule.condition.tokens] }] : [],
  );
}

/**
 * Every single and every permitted pair, most selective first; ties by fewer keys, then by the order of the rules.
 *
 * @param shareOf estimated share of situations in which a signal has a value
 * @param mayPair which two signals may form a pair
 */
export function anchorOptions(
  equalities: readonly PositiveEquality[],
  shareOf: (equality: PositiveEquality, token: string) => number,
  mayPair: (first: PositiveEquality, second: PositiveEquality) => boolean,
): AnchorOption[] {
  const options: AnchorOption[] = [];
  const shares = equalities.map((equality) =>
    equality.tokens.reduce((sum, token) => sum + shareOf(equality, token), 0),
  );
  equalities.forEach((first, i) => {
    options.push({ parts: [first], keys: first.tokens.length, share: shares[i] ?? 1 });
    equalities.slice(i + 1).forEach((second, offset) => {
      if (first.rule.signal.code === second.rule.signal.code || !mayPair(first, second)) return;
      options.push({
        parts: [first, second],
        keys: first.tokens.length * second.tokens.length,
        share: (shares[i] ?? 1) * (shares[i + 1 + offset] ?? 1),
      });
    });
  });
  return options.sort((a, b) => a.share - b.share || a.keys - b.keys);
}
