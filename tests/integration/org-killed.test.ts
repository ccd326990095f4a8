import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Connection } from 'jsforce';

import { DEFAULT_ADMINISTRATOR } from '../../local-org/bootstrap.ts';
import { until } from '../support/until.ts';
import { installContractPackage } from '../contract/contract-package.ts';

jest.setTimeout(120_000);

/*
 * An org in a process of its own, killed (kill -9) while clients write over HTTP: what was answered is there after the
 * next start.
 */

const SHELF = 'Contract_Shelf__c';

let directory: string;
let server: ChildProcess | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'org-killed-'));
});
afterEach(async () => {
  await kill();
  rmSync(directory, { recursive: true, force: true });
});

/** Starts the org of the test's directory; answers where it is. */
async function start(): Promise<string> {
  const file = join(directory, 'serve.mts');
  const module = JSON.stringify(join(__dirname, '..', '..', 'local-org', 'start.ts'));
  writeFileSync(
    file,
    `import { startLocalOrg } from ${module};
    const { url } = await startLocalOrg({ directory: ${JSON.stringify(directory)} });
    process.stdout.write(url);
    setTimeout(() => process.exit(1), 100_000);`,
  );
  const child = spawn(process.execPath, ['--import', 'tsx', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  server = child;
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (url: Buffer) => {
      resolve(String(url));
    });
    child.once('exit', () => {
      reject(new Error('The org ended before it said where it is'));
    });
  });
}

async function kill(): Promise<void> {
  const child = server;
  server = undefined;
  if (child === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function logIn(url: string): Promise<Connection> {
  const connection = new Connection({ loginUrl: url, version: '66.0' });
  await connection.login(DEFAULT_ADMINISTRATOR.username, DEFAULT_ADMINISTRATOR.password);
  return connection;
}

/** Does something again and again, each time answered, until it is not answered any more; says how often it was. */
async function untilCut(work: (n: number) => Promise<unknown>): Promise<number> {
  for (let answered = 0; ; answered += 1) {
    try {
      await work(answered);
    } catch {
      return answered;
    }
  }
}

test('records that were answered over REST are there, and so are their deletions', async () => {
  const connection = await logIn(await start());
  await installContractPackage(connection);
  const shelves = connection.sobject(SHELF);
  let answers = 0;
  const writing = untilCut(async (n) => {
    answers = n;
    const { id } = await shelves.create({ Name: `Shelf ${n}`, Key__c: `killed/${n}` });
    if (n % 5 === 4) await shelves.destroy(String(id));
    else await shelves.update({ Id: String(id), Kind__c: 'Oak' });
  });
  await until(
    () => answers,
    (count) => count >= 15,
  );
  await kill();
  const answered = await writing;

  const after = await logIn(await start());
  const { records } = await after.query<{ Key__c: string }>(`SELECT Key__c FROM ${SHELF} WHERE Kind__c = 'Oak'`);
  const kept = new Set(records.map(({ Key__c: key }) => key));
  const expected = Array.from({ length: answered }, (_, n) => n).filter((n) => n % 5 !== 4);
  expect(expected.filter((n) => !kept.has(`killed/${n}`))).toEqual([]);
  const gone = Array.from({ length: answered }, (_, n) => `killed/${n}`).filter((_, n) => n % 5 === 4);
  expect(gone.filter((key) => kept.has(key))).toEqual([]);
});

test('what a Bulk job told as processed is there; so are the package, the session and the right to it', async () => {
  const connection = await logIn(await start());
  await installContractPackage(connection);
  const rows = Array.from({ length: 20_000 }, (_, n) => `Bulk ${n},bulk/${n}`).join('\n');
  const job = connection.bulk2.createJob({ object: SHELF, operation: 'insert' });
  await job.open();
  await job.uploadData(`Name,Key__c\n${rows}\n`);
  await job.close();
  let told = 0;
  while (told === 0) told = (await job.check()).numberRecordsProcessed;
  await kill();

  const url = await start();
  const same = new Connection({ instanceUrl: url, accessToken: connection.accessToken ?? '', version: '66.0' });
  const { totalSize } = await same.query(`SELECT COUNT() FROM ${SHELF}`);
  expect(totalSize).toBeGreaterThanOrEqual(told);
  // A chunk of a job is written as a whole or not at all.
  expect(totalSize % 200).toBe(0);
});
