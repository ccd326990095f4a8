import type { Fact } from './fact.ts';

/** What a rule asks of a fact, with its value already read. */
export type Condition =
  | { readonly kind: 'oneOf'; readonly tokens: ReadonlySet<string>; readonly negated: boolean }
  | { readonly kind: 'contains'; readonly token: string }
  | {
      readonly kind: 'range';
      readonly low: number;
      readonly high: number;
      /** The bounds themselves do not count. */
      readonly open: boolean;
      /** The bounds are day numbers counted from today. */
      readonly fromToday: boolean;
    }
  | { readonly kind: 'blank'; readonly negated: boolean };

/**
 * Does the condition hold? A blank fact satisfies `blank` and the negated equalities, and nothing else
 * (as `!=` does in SOQL).
 *
 * @param today the day number of the situation's moment
 */
export function holds(condition: Condition, fact: Fact | undefined, today: number): boolean {
  switch (condition.kind) {
    case 'blank':
      return (fact === undefined) !== condition.negated;
    case 'oneOf':
      return (fact !== undefined && fact.tokens.some((token) => condition.tokens.has(token))) !== condition.negated;
    case 'contains':
      return fact !== undefined && fact.tokens.some((token) => token.includes(condition.token));
    case 'range': {
      if (fact?.number === undefined) return false;
      const number = condition.fromToday ? fact.number - today : fact.number;
      return condition.open
        ? number > condition.low && number < condition.high
        : number >= condition.low && number <= condition.high;
    }
  }
}

/** A text that is the same for two conditions exactly when they ask the same. */
export function conditionKey(condition: Condition): string {
  switch (condition.kind) {
    case 'blank':
      return `blank ${condition.negated}`;
    case 'oneOf':
      return `oneOf ${condition.negated} ${JSON.stringify([...condition.tokens].sort())}`;
    case 'contains':
      return `contains ${condition.token}`;
    case 'range':
      return `range ${condition.low} ${condition.high} ${condition.open} ${condition.fromToday}`;
  }
}
