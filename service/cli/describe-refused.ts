import type { RefusedRecord } from '../connection/index.ts';

/** What the org did not take, as lines. */
export function describeRefused(refused: readonly RefusedRecord[]): string[] {
  return refused.map(({ object, key, reason }) => `refused: ${object} ${key}: ${reason}`);
}
