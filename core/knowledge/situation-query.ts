import type { SignalRegistry, SignalValue, Situation } from '../situation/types.ts';

/** What a signal contributes to a query. */
export interface QueryPart {
  /** The signal's code. */
  readonly signal: string;
  readonly text: string;
  /** The values that the text is made of: several where the deal has several products. */
  readonly values: readonly string[];
  /** How much it says about a deal that an answer speaks of this; against the other parts. */
  readonly weight: number;
  /** The values are sentences rather than names: an answer that speaks of one need not have its very words. */
  readonly prose: boolean;
}

/** A deal's situation as a query. */
export interface SituationQuery {
  readonly text: string;
  /** In the order in which they stand in the text, most telling first. */
  readonly parts: readonly QueryPart[];
}

/**
 * Built-in signals whose values are words that answers use, and their weights, set by hand. No amounts, no names of
 * customers or people.
 */
const TELLING: readonly (readonly [signal: string, weight: number])[] = [
  ['competitor', 3],
  ['product', 3],
  ['product_family', 2],
  ['next_step', 1],
  ['industry', 1],
  ['stage', 1.5],
  ['type', 0.5],
  ['lead_source', 0.5],
];
const ADDED_WEIGHT = 1;
const SLIPPED_WEIGHT = 2;
/** From this many pushes on the deal is one that slips. */
const SLIPPED_PUSHES = 2;
const SLIPPED_WORDS = 'close date slipped pushed';

/**
 * The words of a situation: built-in facts that answers speak of, then the text signals that an admin added, each value
 * once. For the search, how much a word counts is left to its rarity among the answers.
 */
export function situationQuery(situation: Situation, registry: SignalRegistry): SituationQuery {
  const added = [...registry.signals.values()]
    .filter(({ type, labelKey }) => type === 'text' && labelKey === undefined)
    .map(({ code }) => [code, ADDED_WEIGHT] as const);
  const parts: QueryPart[] = [];
  for (const [signal, weight] of [...TELLING, ...added]) {
    const values = valuesOf(situation.facts.get(signal));
    const text = values.join(', ');
    if (text !== '' && !parts.some((part) => part.text === text)) {
      parts.push({ signal, text, values, weight, prose: signal === 'next_step' });
    }
  }
  const pushes = situation.facts.get('close_date_pushes');
  if (typeof pushes === 'number' && pushes >= SLIPPED_PUSHES) {
    const signal = 'close_date_pushes';
    parts.push({ signal, text: SLIPPED_WORDS, values: [SLIPPED_WORDS], weight: SLIPPED_WEIGHT, prose: true });
  }
  return { text: parts.map(({ text }) => text).join('. '), parts };
}

function valuesOf(value: SignalValue | undefined): readonly string[] {
  const values = typeof value === 'object' ? value : [typeof value === 'string' ? value : ''];
  return values.map((each) => each.trim()).filter((each) => each !== '');
}
