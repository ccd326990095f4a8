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
