import { FluencyError } from '../error.ts';
import { OrgRefusal } from './rest.ts';
import { isPassing } from './retry.ts';

/** Whether an error says that the org is away or too busy for now: nothing answers, or a fault that goes by itself. */
export function isOrgAway(error: unknown): boolean {
  if (error instanceof OrgRefusal) return isPassing(error.orgCode);
  return error instanceof FluencyError && error.code === 'ORG_UNREACHABLE';
}
