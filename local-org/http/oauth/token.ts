import { timingSafeEqual } from 'node:crypto';

import type { Org } from '../../org.ts';
import type { Actor } from '../../security/types.ts';
import type { ConnectedApp, ConnectedApps } from './connected-apps.ts';
import { OAuthError } from './oauth-error.ts';
import { verifyAssertion } from './verify-assertion.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The form fields of a token request. */
export type TokenForm = Readonly<Record<string, string | undefined>>;

/**
 * Whom a token request logs in.
 *
 * @throws {OAuthError} when it logs in nobody
 */
export function actorOfTokenRequest(org: Org, apps: ConnectedApps, form: TokenForm, instanceUrl: string): Actor {
  switch (form['grant_type']) {
    case 'password':
      return byPassword(org, apps, form);
    case JWT_BEARER:
      return activeUser(org, verifyAssertion(form['assertion'] ?? '', apps, instanceUrl));
    case 'client_credentials':
      return byClientCredentials(org, apps, form);
    default:
      throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  }
}

function byPassword(org: Org, apps: ConnectedApps, form: TokenForm): Actor {
  const app = form['client_id'] === undefined ? undefined : apps.find(form['client_id']);
  if (app !== undefined) {
    requireSecret(app, form);
  }
  const actor = org.authenticate(form['username'] ?? '', form['password'] ?? '');
  if (actor === undefined) {
    throw new OAuthError('invalid_grant', 'authentication failure');
  }
  return actor;
}

function byClientCredentials(org: Org, apps: ConnectedApps, form: TokenForm): Actor {
  const app = apps.find(form['client_id'] ?? '');
  if (app === undefined) {
    throw new OAuthError('invalid_client_id', 'client identifier invalid');
  }
  if (app.consumerSecret === undefined || app.runAs === undefined) {
    throw new OAuthError('invalid_grant', 'no client credentials user enabled');
  }
  requireSecret(app, form);
  return activeUser(org, app.runAs);
}

function requireSecret(app: ConnectedApp, form: TokenForm): void {
  const expected = Buffer.from(app.consumerSecret ?? '');
  const given = Buffer.from(form['client_secret'] ?? '');
  if (app.consumerSecret !== undefined && (expected.length !== given.length || !timingSafeEqual(expected, given))) {
    throw new OAuthError('invalid_client', 'invalid client credentials');
  }
}

function activeUser(org: Org, username: string): Actor {
  const actor = org.actorByUsername(username);
  if (actor === undefined) {
    throw new OAuthError('invalid_grant', 'user is inactive or does not exist');
  }
  return actor;
}
