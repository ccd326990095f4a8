import { existsSync, readFileSync } from 'node:fs';
import { EXIT, FluencyError } from '../error.ts';

/** The API version the service speaks; an org below it is refused by the org itself. */
export const API_VERSION = '66.0';
const DEFAULT_LOGIN_URL = 'https://login.salesforce.com';

/** What a caller may say explicitly; everything absent is looked for in the environment. */
export interface ConnectionOptions {
  readonly instanceUrl?: string;
  readonly accessToken?: string;
  readonly loginUrl?: string;
  readonly username?: string;
  readonly password?: string;
  readonly securityToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly jwtKeyFile?: string;
  /** An alias or username known to the Salesforce CLI. */
  readonly targetOrg?: string;
  readonly apiVersion?: string;
}

export type ConnectionSettings = { readonly apiVersion: string } & (
  | { readonly kind: 'token'; readonly instanceUrl: string; readonly accessToken: string }
  | {
      readonly kind: 'password';
      readonly loginUrl: string;
      readonly username: string;
      /** The password, with the security token appended when there is one. */
      readonly password: string;
      readonly clientId?: string;
      readonly clientSecret?: string;
    }
  | {
      readonly kind: 'jwt';
      readonly loginUrl: string;
      readonly username: string;
      readonly clientId: string;
      readonly privateKey: string;
    }
  | { readonly kind: 'cli'; readonly targetOrg: string }
);

export type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLES: Readonly<Record<keyof ConnectionOptions, string>> = {
  instanceUrl: 'SF_INSTANCE_URL',
  accessToken: 'SF_ACCESS_TOKEN',
  loginUrl: 'SF_LOGIN_URL',
  username: 'SF_USERNAME',
  password: 'SF_PASSWORD',
  securityToken: 'SF_SECURITY_TOKEN',
  clientId: 'SF_CLIENT_ID',
  clientSecret: 'SF_CLIENT_SECRET',
  jwtKeyFile: 'SF_JWT_KEY_FILE',
  targetOrg: 'SF_TARGET_ORG',
  apiVersion: 'SF_API_VERSION',
};

/**
 * Decides how to log in: explicit options first (a target org among them), then the environment (token, then
 * password, then JWT, then SF_TARGET_ORG).
 *
 * @throws FluencyError CONNECTION_NOT_CONFIGURED, CONNECTION_INCOMPLETE, CONNECTION_BAD_URL, CONNECTION_BAD_KEY_FILE,
 *   CONNECTION_BAD_VERSION; none of them holds a secret.
 */
export function resolveSettings(options: ConnectionOptions, environment: Environment): ConnectionSettings {
  const apiVersion = checkedVersion(options.apiVersion ?? environment[VARIABLES.apiVersion] ?? API_VERSION);
  if (hasText(options.targetOrg)) return { kind: 'cli', targetOrg: options.targetOrg, apiVersion };
  const merged = mergeEnvironment(options, environment);

  if (merged.accessToken !== undefined || (merged.instanceUrl !== undefined && !mentionsLogin(merged))) {
    return {
      kind: 'token',
      instanceUrl: checkedUrl('instanceUrl', required(merged, 'instanceUrl', 'An access token')),
      accessToken: required(merged, 'accessToken', 'An instance URL'),
      apiVersion,
    };
  }
  const loginUrl = checkedUrl('loginUrl', merged.loginUrl ?? merged.instanceUrl ?? DEFAULT_LOGIN_URL);
  if (merged.password !== undefined) {
    return {
      kind: 'password',
      loginUrl,
      username: required(merged, 'username', 'A password'),
      password: merged.password + (merged.securityToken ?? ''),
      ...(merged.clientId !== undefined && merged.clientSecret !== undefined
        ? { clientId: merged.clientId, clientSecret: merged.clientSecret }
        : {}),
      apiVersion,
    };
  }
  if (merged.jwtKeyFile !== undefined || (merged.clientId !== undefined && merged.username !== undefined)) {
    return {
      kind: 'jwt',
      loginUrl,
      clientId: required(merged, 'clientId', 'A JWT key file'),
      username: required(merged, 'username', 'A JWT key file'),
      privateKey: readKey(required(merged, 'jwtKeyFile', 'A client id with a username')),
      apiVersion,
    };
  }
  if (merged.username !== undefined) required(merged, 'password', 'A username');
  if (merged.clientId !== undefined) required(merged, 'username', 'A client id');
  if (merged.targetOrg !== undefined) return { kind: 'cli', targetOrg: merged.targetOrg, apiVersion };
  throw new FluencyError('CONNECTION_NOT_CONFIGURED', 'No org to connect to: nothing says where it is.', {
    nextStep:
      'Set SF_INSTANCE_URL and SF_ACCESS_TOKEN, or SF_USERNAME and SF_PASSWORD, or SF_CLIENT_ID, SF_USERNAME and ' +
      'SF_JWT_KEY_FILE, or pass --target-org with an alias of the Salesforce CLI.',
    exitCode: EXIT.connection,
  });
}

/** Explicit options of one way to log in win as a whole: the environment must not complete them with another org's. */
function mergeEnvironment(options: ConnectionOptions, environment: Environment): ConnectionOptions {
  const merged: Record<string, string> = {};
  const explicit = Object.values(options).some((value) => hasText(value) && value !== options.apiVersion);
  const names = Object.keys(VARIABLES) as (keyof ConnectionOptions)[];
  for (const name of names) {
    const secret = name === 'accessToken' || name === 'password' || name === 'securityToken' || name === 'clientSecret';
    const value = options[name] ?? (!explicit || secret ? environment[VARIABLES[name]] : undefined);
    if (hasText(value)) merged[name] = value;
  }
  // A token that only the environment holds belongs to the environment's instance, not to a user named here.
  if (explicit && options.accessToken === undefined && (options.username ?? options.loginUrl) !== undefined) {
    delete merged['accessToken'];
  }
  return merged;
}

function mentionsLogin(options: ConnectionOptions): boolean {
  return options.password !== undefined || options.jwtKeyFile !== undefined || options.username !== undefined;
}

function required(options: ConnectionOptions, name: keyof ConnectionOptions, because: string): string {
  const value = options[name];
  if (value !== undefined) return value;
  const variable = VARIABLES[name];
  throw new FluencyError('CONNECTION_INCOMPLETE', `${because} is given, but ${variable} is missing.`, {
    value: variable,
    nextStep: `Set ${variable} and run the command again.`,
    exitCode: EXIT.connection,
  });
}

function checkedUrl(name: 'instanceUrl' | 'loginUrl', text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && local))) {
    if (!/\.lightning\.force\.com$/.test(url.hostname)) return url.origin;
  }
  throw new FluencyError('CONNECTION_BAD_URL', `${VARIABLES[name]} is not the address of an org's API.`, {
    // A URL may carry a user and a password: show the host alone.
    value: url?.host ?? 'not a URL',
    nextStep: 'Use the My Domain address, such as https://acme.my.salesforce.com (https, not …lightning.force.com).',
    exitCode: EXIT.connection,
  });
}

function checkedVersion(version: string): string {
  if (/^\d{2,3}\.0$/.test(version)) return version;
  throw new FluencyError('CONNECTION_BAD_VERSION', 'The API version is not a version such as 66.0.', {
    value: version,
    nextStep: 'Leave SF_API_VERSION out, or set it to a version such as 66.0.',
    exitCode: EXIT.connection,
  });
}

function readKey(path: string): string {
  const problem = (message: string, cause?: unknown): FluencyError =>
    new FluencyError('CONNECTION_BAD_KEY_FILE', message, {
      value: path,
      nextStep: 'Point SF_JWT_KEY_FILE at the PEM file with the private key of the connected app.',
      exitCode: EXIT.connection,
      cause,
    });
  if (!existsSync(path)) throw problem('The JWT key file does not exist.');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw problem('The JWT key file cannot be read.', error);
  }
  if (!text.includes('PRIVATE KEY-----')) throw problem('The JWT key file holds no private key in PEM form.');
  return text;
}

function hasText(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '';
}
