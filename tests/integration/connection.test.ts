import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OrgClient, connect } from '../../service/connection/index.ts';
import { ADMIN, type TestOrg, startDeployedOrg } from './support/deployed-org.ts';

jest.setTimeout(120_000);

let org: TestOrg;
let home: string;
let keyFile: string;

beforeAll(async () => {
  org = await startDeployedOrg();
  home = mkdtempSync(join(tmpdir(), 'fluency-home-'));
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  keyFile = join(home, 'key.pem');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const certificate = publicKey.export({ type: 'spki', format: 'pem' });
  writeFileSync(
    join(org.directory, 'connected-apps.json'),
    JSON.stringify([{ consumerKey: 'fluency-test', certificate }]),
  );
});

afterAll(async () => {
  await org.close();
  rmSync(home, { recursive: true, force: true });
});

const whoAmI = async (client: OrgClient): Promise<string> => (await client.identity()).username;

it('logs in with username and password', async () => {
  expect(await whoAmI(await org.connect())).toBe(ADMIN.username);
});

it('logs in with a JWT key', async () => {
  const environment = {
    SF_LOGIN_URL: org.url,
    SF_USERNAME: ADMIN.username,
    SF_CLIENT_ID: 'fluency-test',
    SF_JWT_KEY_FILE: keyFile,
  };
  expect(await whoAmI(await connect({}, environment))).toBe(ADMIN.username);
});

it('takes a token', async () => {
  const { instanceUrl, accessToken } = (await org.connect()).session();
  const client = await connect({}, { SF_INSTANCE_URL: `${instanceUrl}/`, SF_ACCESS_TOKEN: accessToken });
  expect(await whoAmI(client)).toBe(ADMIN.username);
  expect(client.apiCalls).toBe(1);
});

/** Runs a script in a process of its own and answers what it printed, whatever its exit code. */
function run(args: readonly string[]): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: home, SF_DISABLE_TELEMETRY: 'true' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', ...args], { env }, (_error, stdout, stderr) =>
      resolve(stdout || stderr),
    );
  });
}

it('takes a login of the Salesforce CLI, by alias', async () => {
  await run([
    'tests/integration/support/store-cli-login.ts',
    'sandbox',
    org.url,
    ADMIN.username,
    'fluency-test',
    keyFile,
  ]);
  const connectionCheck = async (alias: string): Promise<unknown> => {
    const printed = await run([
      'service/cli/main.ts',
      'doctor',
      '--json',
      '--target-org',
      alias,
      '--replica',
      join(home, 'replica.db'),
    ]);
    return (JSON.parse(printed) as { checks: unknown[] }).checks[0];
  };
  expect(await connectionCheck('sandbox')).toMatchObject({
    name: 'connection',
    status: 'ok',
    message: expect.stringContaining(ADMIN.username) as string,
  });
  expect(await connectionCheck('nowhere')).toMatchObject({
    status: 'failure',
    nextStep: expect.stringContaining('sandbox') as string,
  });
});

it.each([
  ['a wrong password', { SF_USERNAME: ADMIN.username, SF_PASSWORD: 'not-the-password' }, 'LOGIN_REFUSED'],
  [
    'an unknown client',
    { SF_USERNAME: ADMIN.username, SF_CLIENT_ID: 'nobody', SF_JWT_KEY_FILE: 'KEY' },
    'LOGIN_REFUSED',
  ],
  [
    'an address where nothing listens',
    { SF_USERNAME: 'a', SF_PASSWORD: 'not-the-password', SF_LOGIN_URL: 'http://127.0.0.1:1' },
    'ORG_UNREACHABLE',
  ],
])('says what is wrong with %s, without the secret', async (_name, environment, code) => {
  const all: Record<string, string> = { SF_LOGIN_URL: org.url, ...environment };
  if (all['SF_JWT_KEY_FILE'] === 'KEY') all['SF_JWT_KEY_FILE'] = keyFile;
  const error = (await connect({}, all).catch((reason: unknown) => reason)) as Record<string, unknown>;
  expect(error).toMatchObject({ code, exitCode: 3, nextStep: expect.any(String) as string });
  expect(JSON.stringify([error['message'], error['value'], error['cause'] ?? ''])).not.toContain('not-the-password');
});

it('says that a bare token has expired', async () => {
  const client = await connect({}, { SF_INSTANCE_URL: org.url, SF_ACCESS_TOKEN: '00D000000000001!expired.token' });
  await expect(client.query('SELECT Id FROM User')).rejects.toMatchObject({ code: 'SESSION_EXPIRED', exitCode: 3 });
});

it('logs in again when the session has expired', async () => {
  const client = await org.connect();
  const { accessToken } = client.session();
  await fetch(`${org.url}/services/oauth2/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token: accessToken }),
  });
  expect(await client.query('SELECT Id FROM User')).not.toEqual([]);
  expect(client.session().accessToken).not.toBe(accessToken);
});

describe('an org that is busy at first', () => {
  let proxy: Server;
  let answers: number[];

  beforeEach(async () => {
    answers = [];
    proxy = createServer((incoming, outgoing) => {
      const status = answers.shift();
      if (status !== undefined) {
        incoming.resume();
        outgoing.writeHead(status, { 'content-type': 'application/json' });
        outgoing.end(
          status === 502 ? 'Bad Gateway' : JSON.stringify([{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'busy' }]),
        );
        return;
      }
      const onward = request(
        org.url + (incoming.url ?? ''),
        { method: incoming.method ?? 'GET', headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      incoming.pipe(onward);
    });
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  });

  afterEach(() => new Promise((closed) => proxy.close(closed)));

  it('is asked again: reads and upserts, and inserts where the org itself says that it did nothing', async () => {
    const { accessToken } = (await org.connect()).session();
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const client = await connect(
      {},
      { SF_INSTANCE_URL: url, SF_ACCESS_TOKEN: accessToken },
      { sleep: () => Promise.resolve() },
    );
    answers = [503, 403];
    expect(await client.query('SELECT Id FROM Organization')).toHaveLength(1);
    answers = [503];
    const skill = { Code__c: 'patience', Name: 'Patience', Domain__c: 'Customer', Component__c: 'Expertise' };
    expect(await client.upsert('Skill__c', 'Code__c', [skill])).toMatchObject([{ ok: true, created: true }]);
    answers = [503];
    expect(await client.insert('Account', [{ Name: 'Once' }])).toMatchObject([{ ok: true, created: true }]);
    // A gateway does not say whether the org did it.
    answers = [502];
    await expect(client.insert('Account', [{ Name: 'Never' }])).rejects.toMatchObject({
      code: expect.any(String) as unknown,
    });
    expect(await client.query("SELECT Id FROM Account WHERE Name IN ('Once', 'Never')")).toHaveLength(1);
  });
});

it('takes Bulk API 2.0 above 2,000 records, both ways, with the same values', async () => {
  const client = await org.connect();
  const rows = Array.from({ length: 2_050 }, (_, index) => ({
    Import_Key__c: `bulk:${index}`,
    Name: index === 7 ? 'Commas, "quotes"; semicolons | and\nlines – ünïcode' : `Account ${index}`,
    NumberOfEmployees: index === 8 ? null : index,
  }));
  const saved = await client.upsert('Account', 'Import_Key__c', rows);
  expect(saved.every((outcome) => outcome.ok && outcome.created)).toBe(true);
  const calls = client.apiCalls;
  const read = await client.query(
    "SELECT Id, Import_Key__c, Name, NumberOfEmployees FROM Account WHERE Import_Key__c LIKE 'bulk:%'",
  );
  expect(read).toHaveLength(rows.length);
  expect(client.apiCalls - calls).toBeLessThanOrEqual(5);
  const byKey = new Map(read.map((row) => [row['Import_Key__c'], row]));
  expect(byKey.get('bulk:7')).toMatchObject({ Name: rows[7]?.Name, NumberOfEmployees: '7' });
  expect(byKey.get('bulk:8')).toMatchObject({ NumberOfEmployees: null });
  saved.forEach((outcome, index) => expect(outcome.ok && outcome.id).toBe(byKey.get(`bulk:${index}`)?.Id));
});

it('names each refused record, in order', async () => {
  const client = await org.connect();
  const outcomes = await client.upsert('Skill__c', 'Code__c', [
    { Code__c: 'fine', Name: 'Fine', Domain__c: 'Customer', Component__c: 'Expertise' },
    { Code__c: 'bad', Name: 'Bad', Domain__c: 'Nowhere', Component__c: 'Expertise' },
  ]);
  expect(outcomes).toMatchObject([{ ok: true }, { ok: false, code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }]);
});
