import type { FastifyRequest } from 'fastify';

import { OrgError } from '../../error.ts';
import type { Org } from '../../org.ts';
import type { Actor } from '../../security/types.ts';
import type { Sessions } from './sessions.ts';

export const SESSION_COOKIE = 'sid';

/**
 * Who sent a request: a token in `Authorization` (`Bearer` from REST clients, `OAuth` from streaming clients), or the
 * cookie of a page of this very origin.
 *
 * @throws {OrgError} `INVALID_SESSION_ID` with status 401
 */
export function callerOf(request: FastifyRequest, org: Org, sessions: Sessions): Actor {
  const token = bearerOf(request) ?? sameOriginCookie(request);
  const actor = token === undefined ? undefined : actorOf(token, org, sessions);
  if (actor === undefined) {
    throw invalidSession();
  }
  return actor;
}

/** The token in `Authorization`. */
export function bearerOf(request: FastifyRequest): string | undefined {
  return /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1]?.trim();
}

/** The active user behind a token, or undefined. */
export function actorOf(token: string, org: Org, sessions: Sessions): Actor | undefined {
  const session = sessions.find(token);
  return session === undefined ? undefined : org.actorById(session.userId);
}

export function invalidSession(): OrgError {
  return new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', { status: 401 });
}

/** The page session's token. A browser sends cookies with requests that other sites cause; those do not count. */
function sameOriginCookie(request: FastifyRequest): string | undefined {
  const cookie = request.cookies[SESSION_COOKIE];
  return cookie !== undefined && isSameOrigin(request) ? cookie : undefined;
}

/** True unless a browser says that another origin caused the request. */
export function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return false;
  }
  const { origin } = request.headers;
  return origin === undefined || origin === `${request.protocol}://${request.headers.host ?? ''}`;
}
