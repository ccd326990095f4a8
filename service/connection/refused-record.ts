import type { SaveOutcome } from './org-client.ts';

/** A record that the org did not take. */
export interface RefusedRecord {
  readonly object: string;
  /** The key, or the id, by which an administrator finds it. */
  readonly key: string;
  readonly reason: string;
}

/** Why the org did not take a record, as `CODE: message`; empty where it did take it. */
export function reasonOf(outcome: SaveOutcome | undefined): string {
  if (outcome === undefined) return 'no answer';
  return outcome.ok ? '' : `${outcome.code}: ${outcome.message}`;
}

/** Deleted, now or by somebody else meanwhile. */
export function isGone(outcome: SaveOutcome): boolean {
  return outcome.ok || ['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY'].includes(outcome.code);
}

/**
 * What the org kept of what was to go.
 *
 * @param keys of the records, in the order of the outcomes
 */
export function notGone(object: string, keys: readonly string[], outcomes: readonly SaveOutcome[]): RefusedRecord[] {
  return outcomes.flatMap((outcome, i) =>
    isGone(outcome) ? [] : [{ object, key: keys[i] ?? '', reason: reasonOf(outcome) }],
  );
}
