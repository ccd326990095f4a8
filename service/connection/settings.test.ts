import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FluencyError } from '../error.ts';
import { type ConnectionOptions, type Environment, resolveSettings } from './settings.ts';

const directory = mkdtempSync(join(tmpdir(), 'fluency-settings-'));
const keyFile = join(directory, 'key.pem');
writeFileSync(keyFile, '-----BEGIN PRIVATE KEY-----\nsecret-key-material\n-----END PRIVATE KEY-----\n');
const notAKey = join(directory, 'not-a-key.pem');
writeFileSync(notAKey, 'hello');

const TOKEN = { SF_INSTANCE_URL: 'https://acme.my.salesforce.com/', SF_ACCESS_TOKEN: 'top-secret-token' };
const PASSWORD = { SF_USERNAME: 'ana@acme.com', SF_PASSWORD: 'top-secret-password' };
const JWT = { SF_USERNAME: 'ana@acme.com', SF_CLIENT_ID: 'client', SF_JWT_KEY_FILE: keyFile };

function errorOf(options: ConnectionOptions, environment: Environment): FluencyError {
  try {
    resolveSettings(options, environment);
  } catch (error) {
    if (error instanceof FluencyError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
}

describe('resolveSettings', () => {
  it.each<[string, ConnectionOptions, Environment, object]>([
    ['a token from the environment', {}, TOKEN, { kind: 'token', instanceUrl: 'https://acme.my.salesforce.com' }],
    ['a password', {}, PASSWORD, { kind: 'password', loginUrl: 'https://login.salesforce.com' }],
    [
      'a password with its security token',
      {},
      { ...PASSWORD, SF_SECURITY_TOKEN: 'xyz', SF_LOGIN_URL: 'https://test.salesforce.com' },
      { password: 'top-secret-passwordxyz', loginUrl: 'https://test.salesforce.com' },
    ],
    ['a JWT key', {}, JWT, { kind: 'jwt', clientId: 'client', username: 'ana@acme.com' }],
    ['a target org', { targetOrg: 'sandbox' }, TOKEN, { kind: 'cli', targetOrg: 'sandbox' }],
    ['a target org from the environment', {}, { SF_TARGET_ORG: 'dev' }, { kind: 'cli', targetOrg: 'dev' }],
    ['a token before a password', {}, { ...TOKEN, ...PASSWORD }, { kind: 'token' }],
    [
      'an explicit user before a token of the environment',
      { username: 'ben@acme.com', loginUrl: 'http://127.0.0.1:4000' },
      { ...TOKEN, SF_PASSWORD: 'top-secret-password' },
      { kind: 'password', username: 'ben@acme.com', loginUrl: 'http://127.0.0.1:4000' },
    ],
    ['an API version', { apiVersion: '62.0' }, TOKEN, { apiVersion: '62.0' }],
  ])('takes %s', (_name, options, environment, expected) => {
    expect(resolveSettings(options, environment)).toMatchObject(expected);
  });

  it.each<[string, ConnectionOptions, Environment, string, string]>([
    ['nothing at all', {}, {}, 'CONNECTION_NOT_CONFIGURED', ''],
    [
      'a token without an instance',
      {},
      { SF_ACCESS_TOKEN: 'top-secret-token' },
      'CONNECTION_INCOMPLETE',
      'SF_INSTANCE_URL',
    ],
    [
      'an instance without a token',
      {},
      { SF_INSTANCE_URL: 'https://a.my.salesforce.com' },
      'CONNECTION_INCOMPLETE',
      'SF_ACCESS_TOKEN',
    ],
    ['a username without a password', {}, { SF_USERNAME: 'ana@acme.com' }, 'CONNECTION_INCOMPLETE', 'SF_PASSWORD'],
    [
      'a password without a username',
      {},
      { SF_PASSWORD: 'top-secret-password' },
      'CONNECTION_INCOMPLETE',
      'SF_USERNAME',
    ],
    [
      'a key without a client',
      {},
      { SF_JWT_KEY_FILE: keyFile, SF_USERNAME: 'a@b.c' },
      'CONNECTION_INCOMPLETE',
      'SF_CLIENT_ID',
    ],
    [
      'a client without a key',
      {},
      { SF_CLIENT_ID: 'client', SF_USERNAME: 'a@b.c' },
      'CONNECTION_INCOMPLETE',
      'SF_JWT_KEY_FILE',
    ],
    [
      'a key file that is not there',
      {},
      { ...JWT, SF_JWT_KEY_FILE: '/nowhere/key.pem' },
      'CONNECTION_BAD_KEY_FILE',
      '/nowhere/key.pem',
    ],
    ['a key file without a key', {}, { ...JWT, SF_JWT_KEY_FILE: notAKey }, 'CONNECTION_BAD_KEY_FILE', notAKey],
    [
      'plain HTTP to another machine',
      {},
      { ...TOKEN, SF_INSTANCE_URL: 'http://acme.com' },
      'CONNECTION_BAD_URL',
      'acme.com',
    ],
    [
      'a Lightning address',
      {},
      { ...TOKEN, SF_INSTANCE_URL: 'https://acme.lightning.force.com' },
      'CONNECTION_BAD_URL',
      'acme.lightning.force.com',
    ],
    ['no URL', {}, { ...TOKEN, SF_INSTANCE_URL: 'acme' }, 'CONNECTION_BAD_URL', 'not a URL'],
    ['a bad version', { apiVersion: 'latest' }, TOKEN, 'CONNECTION_BAD_VERSION', 'latest'],
  ])('says what is wrong with %s', (_name, options, environment, code, value) => {
    const error = errorOf(options, environment);
    expect(error.code).toBe(code);
    expect(error.value ?? '').toBe(value);
    expect(error.nextStep).toBeTruthy();
    expect(error.exitCode).toBe(3);
    expect(JSON.stringify([error.message, error.value, error.nextStep])).not.toMatch(/top-secret|secret-key/);
  });

  it('shows no user or password that stands in a URL', () => {
    const error = errorOf({}, { ...TOKEN, SF_INSTANCE_URL: 'http://ana:top-secret@acme.com' });
    expect(JSON.stringify([error.message, error.value])).not.toContain('top-secret');
  });
});
