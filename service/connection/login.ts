import { Connection } from 'jsforce';
import jwt from 'jsonwebtoken';
import { EXIT, FluencyError, errorCodeOf, messageOf } from '../error.ts';
import { loginOfCli } from './cli-login.ts';
import { redact } from './redact.ts';
import type { ConnectionSettings } from './settings.ts';

/** An open session. The ids are there when the way of logging in tells them. */
export interface Session {
  readonly instanceUrl: string;
  readonly accessToken: string;
  readonly userId?: string;
  readonly organizationId?: string;
  readonly username?: string;
}

/** Logs in, again when asked again: called once at the start and whenever the session has expired. */
export type Login = () => Promise<Session>;

/** SOAP login() ends with API version 65.0. */
const SOAP_LOGIN_VERSION = '64.0';

/** The way to log in for these settings. */
export function loginFor(settings: ConnectionSettings): Login {
  switch (settings.kind) {
    case 'token':
      return oneTimeLogin(settings);
    case 'password':
      return () => guarded(settings, [settings.password, settings.clientSecret ?? ''], () => passwordLogin(settings));
    case 'jwt':
      return () => guarded(settings, [settings.privateKey], () => jwtLogin(settings));
    case 'cli':
      return loginOfCli(settings.targetOrg);
  }
}

/** A bare token cannot be renewed: the second call says so. */
function oneTimeLogin(settings: ConnectionSettings & { kind: 'token' }): Login {
  let used = false;
  return () => {
    if (used) {
      return Promise.reject(
        new FluencyError('SESSION_EXPIRED', 'The org refused the access token: it has expired or was revoked.', {
          value: settings.instanceUrl,
          nextStep:
            'Set SF_ACCESS_TOKEN to a fresh token, or log in with a username or a JWT key, which renew themselves.',
          exitCode: EXIT.connection,
        }),
      );
    }
    used = true;
    return Promise.resolve({ instanceUrl: settings.instanceUrl, accessToken: settings.accessToken });
  };
}

async function passwordLogin(settings: ConnectionSettings & { kind: 'password' }): Promise<Session> {
  const oauth =
    settings.clientId !== undefined && settings.clientSecret !== undefined
      ? { oauth2: { clientId: settings.clientId, clientSecret: settings.clientSecret, loginUrl: settings.loginUrl } }
      : {};
  const connection = new Connection({ loginUrl: settings.loginUrl, version: SOAP_LOGIN_VERSION, ...oauth });
  await connection.login(settings.username, settings.password);
  return sessionOf(connection, settings.username);
}

async function jwtLogin(settings: ConnectionSettings & { kind: 'jwt' }): Promise<Session> {
  const assertion = jwt.sign({}, settings.privateKey, {
    algorithm: 'RS256',
    issuer: settings.clientId,
    subject: settings.username,
    audience: settings.loginUrl,
    expiresIn: 180,
  });
  const connection = new Connection({
    oauth2: { loginUrl: settings.loginUrl, clientId: settings.clientId },
    loginUrl: settings.loginUrl,
  });
  await connection.authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  return sessionOf(connection, settings.username);
}

function sessionOf(connection: Connection, username: string): Session {
  const { accessToken, instanceUrl, userInfo } = connection;
  if (typeof accessToken !== 'string') {
    throw new FluencyError('LOGIN_REFUSED', 'The org answered the login without a session.', {
      exitCode: EXIT.connection,
    });
  }
  return {
    instanceUrl,
    accessToken,
    username,
    ...(userInfo ? { userId: userInfo.id, organizationId: userInfo.organizationId } : {}),
  };
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EAI_AGAIN']);

/** True when nothing answered at the address. */
export function isUnreachable(error: unknown): boolean {
  const code = errorCodeOf(error);
  return (code !== undefined && UNREACHABLE.has(code)) || /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(messageOf(error));
}

async function guarded(
  settings: { readonly kind: 'password' | 'jwt'; readonly loginUrl: string; readonly username: string },
  secrets: readonly string[],
  login: () => Promise<Session>,
): Promise<Session> {
  try {
    return await login();
  } catch (error) {
    if (error instanceof FluencyError) throw error;
    if (isUnreachable(error)) {
      throw new FluencyError('ORG_UNREACHABLE', 'Nothing answers at the login address.', {
        value: settings.loginUrl,
        nextStep: 'Check SF_LOGIN_URL and the network, then run the command again.',
        exitCode: EXIT.connection,
      });
    }
    // The cause is left out on purpose: the libraries put requests, with passwords in them, into their errors.
    throw new FluencyError('LOGIN_REFUSED', `The org refused the login: ${redact(messageOf(error), secrets)}`, {
      value: settings.username,
      nextStep:
        settings.kind === 'password'
          ? 'Check SF_USERNAME, SF_PASSWORD and SF_SECURITY_TOKEN (needed outside trusted networks), and SF_LOGIN_URL (https://test.salesforce.com for a sandbox).'
          : 'Check SF_CLIENT_ID, SF_USERNAME and SF_LOGIN_URL, that the key belongs to the certificate of the connected app, and that the user is pre-authorised for it.',
      exitCode: EXIT.connection,
    });
  }
}
