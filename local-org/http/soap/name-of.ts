import type { Org } from '../../org.ts';
import { SYSTEM } from '../../security/system-actor.ts';

/** The name of a record as the org itself sees it, or an empty text where there is none. */
export function nameOf(org: Org, object: string, id: string): string {
  return String(org.record(SYSTEM, object, id, ['Name'])?.['Name'] ?? '');
}
