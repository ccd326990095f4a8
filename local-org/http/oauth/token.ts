import { timingSafeEqual } from 'node:crypto';

import type { Org } from '../../org.ts';
import type { Actor } from '../../security/types.ts';
import type { Approvals } from '../session/approvals.ts';
import type { Sessions } from '../session/sessions.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import type { ConnectedApp, ConnectedApps } from './connected-apps.ts';
import { OAuthError } from './oauth-error.ts';
import type { TokenForm } from './token-form.ts';
import { verifyAssertion } from './verify-assertion.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const SCOPE = 'api web full';
const REFRESHING_SCOPES: readonly string[] = ['refresh_token', 'offline_access'];

/** What the OAuth services work with. */
export interface OAuthServices {
  readonly org: Org;
  readonly sessions: Sessions;
  readonly approvals: Approvals;
  readonly codes: AuthorizationCodes;
  readonly apps: ConnectedApps;
}

/** What a token request is given. */
export interface Granted {
  readonly actor: Actor;
  readonly accessToken: string;
  readonly scope: string;
  readonly refreshToken?: string;
}

/**
 * Answers a token request with a session.
 *
 * @throws {OAuthError} when it logs in nobody
 */
export function grant(services: OAuthServices, form: TokenForm, instanceUrl: string): Granted {
  const { org, apps, sessions } = services;
  const inSession = (actor: Actor): Granted => ({ actor, accessToken: sessions.open(actor.userId), scope: SCOPE });
  switch (form['grant_type']) {
    case 'password':
      return inSession(byPassword(org, apps, form));
    case JWT_BEARER:
      return inSession(byAssertion(org, verifyAssertion(form['assertion'] ?? '', apps, instanceUrl)));
    case 'client_credentials':
      return inSession(byClientCredentials(org, apps, form));
    case 'authorization_code':
      return byCode(services, form);
    case 'refresh_token':
      return byRefreshToken(services, form);
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

function byAssertion(org: Org, username: string): Actor {
  const actor = org.actorByUsername(username);
  if (actor === undefined) {
    throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  }
  return actor;
}

function byClientCredentials(org: Org, apps: ConnectedApps, form: TokenForm): Actor {
  const app = clientOf(apps, form);
  const actor = app.runAs === undefined ? undefined : org.actorByUsername(app.runAs);
  if (app.consumerSecret === undefined || actor === undefined) {
    throw new OAuthError('invalid_grant', 'no client credentials user enabled');
  }
  return actor;
}

function byCode({ org, apps, codes, sessions, approvals }: OAuthServices, form: TokenForm): Granted {
  const { consumerKey } = clientOf(apps, form);
  const { userId, scope } = codes.redeem(form['code'] ?? '', {
    consumerKey,
    redirectUri: form['redirect_uri'] ?? '',
    codeVerifier: form['code_verifier'] ?? '',
  });
  const actor = activeUser(org, userId);
  if (!scope.split(' ').some((name) => REFRESHING_SCOPES.includes(name))) {
    return { actor, scope, accessToken: sessions.open(userId) };
  }
  const approval = { userId, consumerKey, scope };
  const refreshToken = approvals.add(approval);
  return { actor, scope, refreshToken, accessToken: approvals.openSession(refreshToken, approval) };
}

function byRefreshToken({ org, apps, approvals }: OAuthServices, form: TokenForm): Granted {
  const { consumerKey } = clientOf(apps, form);
  const refreshToken = form['refresh_token'] ?? '';
  const approval = approvals.find(refreshToken);
  if (approval?.consumerKey !== consumerKey) {
    throw new OAuthError('invalid_grant', 'expired access/refresh token');
  }
  const actor = activeUser(org, approval.userId);
  return { actor, scope: approval.scope, accessToken: approvals.openSession(refreshToken, approval) };
}

function clientOf(apps: ConnectedApps, form: TokenForm): ConnectedApp {
  const app = apps.find(form['client_id'] ?? '');
  if (app === undefined) {
    throw new OAuthError('invalid_client_id', 'client identifier invalid');
  }
  requireSecret(app, form);
  return app;
}

function requireSecret(app: ConnectedApp, form: TokenForm): void {
  const expected = Buffer.from(app.consumerSecret ?? '');
  const given = Buffer.from(form['client_secret'] ?? '');
  if (app.consumerSecret !== undefined && (expected.length !== given.length || !timingSafeEqual(expected, given))) {
    throw new OAuthError('invalid_client', 'invalid client credentials');
  }
}

function activeUser(org: Org, userId: string): Actor {
  const actor = org.actorById(userId);
  if (actor === undefined) {
    throw new OAuthError('inactive_user', 'user is inactive');
  }
  return actor;
}
