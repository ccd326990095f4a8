import type { SignalRegistry, SignalValue, Situation } from '../situation/types.ts';

/** What a signal contributes to a query. */
export interface QueryPart {
  /** The signal's code. */
  readonly signal: string;
  readonly text: string;
}

/** A deal's situation as a query. */
export interface SituationQuery {
  readonly text: string;
  /** In the order in which they stand in the text, most telling first. */
  readonly parts: readonly QueryPart[];
}

/** Built-in signals whose values are words that answers use. No amounts, no names of customers or people. */
const TELLING = ['competitor', 'product', 'product_family', 'next_step', 'industry', 'stage', 'type', 'lead_source'];
/** From this many pushes on the deal is one that slips. */
const SLIPPED_PUSHES = 2;

/**
 * The words of a situation: built-in facts that answers speak of, then the text signals that an admin added, each value
 * once. How much a word counts is left to its rarity among the answers.
 */
export function situationQuery(situation: Situation, registry: SignalRegistry): SituationQuery {
  const added = [...registry.signals.values()]
    .filter(({ type, labelKey }) => type === 'text' && labelKey === undefined)
    .map(({ code }) => code);
  const parts: QueryPart[] = [];
  for (const signal of [...TELLING, ...added]) {
    const text = wordsOf(situation.facts.get(signal));
    if (text !== '' && !parts.some((part) => part.text === text)) parts.push({ signal, text });
  }
  const pushes = situation.facts.get('close_date_pushes');
  if (typeof pushes === 'number' && pushes >= SLIPPED_PUSHES) {
    parts.push({ signal: 'close_date_pushes', text: 'close date slipped pushed' });
  }
  return { text: parts.map(({ text }) => text).join('. '), parts };
}

function wordsOf(value: SignalValue | undefined): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'object' ? value.join(', ') : '';
}
