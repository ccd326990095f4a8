import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OrgError } from '../error.ts';
import { openOrg } from '../open-org.ts';
import { openDatabase } from './database.ts';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'local-org-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function refusal(work: () => unknown): OrgError {
  try {
    work();
  } catch (error) {
    if (error instanceof OrgError) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

/** A process of its own that opens the org and says `saved <n>` after each account that the store acknowledged. */
function owner(): { process: ChildProcess; saved: (n: number) => Promise<void>; count: () => number } {
  const script = `
    import { openOrg } from ${JSON.stringify(join(__dirname, '..', 'open-org.ts'))};
    const org = openOrg({ directory: ${JSON.stringify(directory)} });
    const admin = org.actorByUsername('admin@fluency.local');
    org.changes.use(new Map([['ChangeEvents', ['Account']]]));
    let n = 0;
    setTimeout(() => process.exit(1), 20_000);
    process.stdout.on('error', () => process.exit(1));
    setInterval(() => {
      const [result] = org.store.insert(admin, 'Account', [{ Name: 'Account ' + n }]);
      if (result.success) process.stdout.write('saved ' + ++n + '\\n');
    }, 1);`;
  const file = join(directory, 'owner.mts');
  writeFileSync(file, script);
  // The loader runs inside the process, so that killing the process kills the owner.
  const child = spawn(process.execPath, ['--import', 'tsx', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let count = 0;
  const waiting: { n: number; done: () => void }[] = [];
  child.stdout?.on('data', (data: Buffer) => {
    for (const [, n] of String(data).matchAll(/saved (\d+)/g)) count = Number(n);
    for (const { n, done } of waiting) if (count >= n) done();
  });
  return { process: child, saved: (n) => new Promise((done) => void waiting.push({ n, done })), count: () => count };
}

it('has one owner: a second one is refused in words that name the first', async () => {
  const { process: child, saved } = owner();
  await saved(1);
  const error = refusal(() => openOrg({ directory }));
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
  expect(error.errorCode).toBe('UNABLE_TO_LOCK_ROW');
  expect(error.message).toMatch(/is already open in process \d+\. Stop that process, or use another directory\./);
}, 30_000);

it('keeps every acknowledged write of an owner that was killed, and its change event, and takes its place', async () => {
  const { process: child, saved, count } = owner();
  await saved(20);
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
  const org = openOrg({ directory });
  const admin = org.actorByUsername('admin@fluency.local');
  if (!admin) throw new Error('The administrator is gone');
  const kept = org.soql(admin, 'SELECT Id FROM Account ORDER BY Id').records.map(({ Id }) => Id);
  expect(kept.length).toBeGreaterThanOrEqual(count());
  expect(org.changes.read(0, ['Account'], kept.length + 1).map(({ recordId }) => recordId)).toEqual(kept);
  expect(org.store.insert(admin, 'Account', [{ Name: 'After' }])).toMatchObject([{ success: true }]);
  org.close();
}, 30_000);

it('refuses a second owner in the same process, until the first closes', () => {
  const first = openDatabase(directory);
  expect(refusal(() => openDatabase(directory)).errorCode).toBe('UNABLE_TO_LOCK_ROW');
  first.close();
  first.close();
  openDatabase(directory).close();
});

it('takes over the note of an owner that is gone', () => {
  writeFileSync(join(directory, 'owner.json'), '{"pid":999999}\n');
  const { database, close } = openDatabase(directory);
  expect(database.value('SELECT 1')).toBe(1);
  close();
});

it('says what is wrong with a file that is no database', () => {
  writeFileSync(join(directory, 'org.db'), 'this is a text, and a long one at that '.repeat(50));
  expect(refusal(() => openOrg({ directory })).message).toMatch(/is not an org's database or is damaged/);
});

it('opens again with the same org, people, counters and passwords', () => {
  const open = () => openOrg({ directory, administrator: { username: 'a@b.c', password: 'first word' } });
  const first = open();
  const admin = first.authenticate('a@b.c', 'first word');
  if (!admin) throw new Error('The administrator cannot log in');
  const [before] = first.store.insert(admin, 'Account', [{ Name: 'A' }]);
  const { organizationId } = first;
  first.close();
  const second = open();
  const [after] = second.store.insert(admin, 'Account', [{ Name: 'B' }]);
  expect(second.organizationId).toBe(organizationId);
  expect(second.authenticate('a@b.c', 'first word')).toEqual(admin);
  expect(String(after?.id) > String(before?.id)).toBe(true);
  expect(second.soql(admin, 'SELECT Id FROM Account').totalSize).toBe(2);
  second.close();
});

it('never lets SystemModstamp go back, even when the clock does between two runs', () => {
  const open = (iso: string) => openOrg({ directory, now: () => new Date(iso) });
  const first = open('2026-03-10T12:00:00.000Z');
  first.close();
  const second = open('2026-03-01T12:00:00.000Z');
  const admin = second.actorByUsername('admin@fluency.local');
  if (!admin) throw new Error('The administrator is gone');
  const [result] = second.store.insert(admin, 'Account', [{ Name: 'A' }]);
  expect(second.record(admin, 'Account', result?.id ?? '')).toMatchObject({
    CreatedDate: '2026-03-01T12:00:00.000+0000',
    SystemModstamp: '2026-03-10T12:00:00.000+0000',
  });
  second.close();
});
