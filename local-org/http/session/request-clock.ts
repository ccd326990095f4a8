import type { IncomingHttpHeaders } from 'node:http';

import { OrgError } from '../../error.ts';
import type { Org } from '../../org.ts';
import type { Actor } from '../../security/types.ts';

const HEADER = 'x-local-org-now';

/**
 * The moment at which a request happens. Where time travel is on, somebody who may modify all data can state it in
 * `x-local-org-now`: how a seed gives an org a past through the ordinary doors.
 *
 * @returns undefined for the org's own clock
 * @throws {OrgError} `INVALID_INPUT` for a moment that cannot be read
 */
export function requestClock(
  headers: IncomingHttpHeaders,
  org: Org,
  actor: Actor,
  timeTravel: boolean,
): Date | undefined {
  const stated = headers[HEADER];
  if (!timeTravel || typeof stated !== 'string' || !org.access(actor).has('ModifyAllData')) {
    return undefined;
  }
  const date = new Date(stated);
  if (Number.isNaN(date.getTime())) {
    throw new OrgError(
      'INVALID_INPUT',
      `${HEADER} is not a moment in ISO 8601: '${stated}'. Send e.g. 2026-01-31T09:00:00Z.`,
    );
  }
  return date;
}
