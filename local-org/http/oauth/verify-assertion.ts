import { createPublicKey } from 'node:crypto';

import jsonwebtoken from 'jsonwebtoken';

import { OAuthError } from './oauth-error.ts';
import type { ConnectedApps } from './connected-apps.ts';

const LOGIN_HOSTS: readonly string[] = ['https://login.salesforce.com', 'https://test.salesforce.com'];
/** Seconds by which the clocks of client and org may differ. */
const CLOCK_TOLERANCE = 180;

/**
 * Checks a JWT bearer assertion: signed with the key whose certificate the app registered, meant for this org, not
 * expired, for a user whom the app may log in.
 *
 * @returns the username in `sub`
 * @throws {OAuthError} `invalid_client_id`, `invalid_grant`
 */
export function verifyAssertion(assertion: string, apps: ConnectedApps, instanceUrl: string): string {
  const claims = jsonwebtoken.decode(assertion, { json: true });
  const app = typeof claims?.iss === 'string' ? apps.find(claims.iss) : undefined;
  if (app === undefined) {
    throw new OAuthError('invalid_client_id', 'client identifier invalid');
  }
  if (app.certificate === undefined) {
    throw new OAuthError('invalid_grant', 'no certificate is registered for this client');
  }
  const audience: [string, ...string[]] = [instanceUrl, `${instanceUrl}/services/oauth2/token`, ...LOGIN_HOSTS];
  let verified: string | jsonwebtoken.JwtPayload;
  try {
    verified = jsonwebtoken.verify(assertion, createPublicKey(app.certificate), {
      algorithms: ['RS256'],
      audience,
      clockTolerance: CLOCK_TOLERANCE,
    });
  } catch (error) {
    throw new OAuthError('invalid_grant', wordsFor(error));
  }
  if (typeof verified === 'string' || verified.exp === undefined || typeof verified.sub !== 'string') {
    throw new OAuthError('invalid_grant', 'invalid assertion');
  }
  const username = verified.sub;
  if (app.usernames !== undefined && !app.usernames.includes(username)) {
    throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  }
  return username;
}

function wordsFor(error: unknown): string {
  if (error instanceof jsonwebtoken.TokenExpiredError) {
    // The platform words it as it words an old code.
    return 'expired authorization code';
  }
  if (error instanceof jsonwebtoken.JsonWebTokenError && error.message.startsWith('jwt audience invalid')) {
    return 'audience is invalid';
  }
  return 'invalid assertion';
}
