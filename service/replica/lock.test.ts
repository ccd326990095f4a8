import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { acquireLock } from './lock.ts';

const RIVALS = 4;
const GONE = '4194304';
/** Says that it is there, waits for a word, tries for the lock, says how that went, and keeps it until told to end. */
const RIVAL = `
  import { acquireLock } from ${JSON.stringify(resolve(__dirname, 'lock.ts'))};
  process.stdin.once('data', () => {
    try { acquireLock(process.argv[1]); console.log('won'); }
    catch (error) { console.log(error.code ?? String(error)); }
  });
  console.log('here');`;

const fresh = (): string => join(mkdtempSync(join(tmpdir(), 'fluency-lock-')), 'replica.db');

interface Rival {
  said(): Promise<string>;
  say(word: string): void;
  end(): void;
}

function startRival(path: string): Rival {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', RIVAL, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return {
    said: () => new Promise((heard) => child.stdout.once('data', (text) => heard(String(text).trim()))),
    say: (word) => child.stdin.write(word),
    end: () => child.kill(),
  };
}

it('holds its owner from the first moment, and leaves nothing else behind', () => {
  const path = fresh();
  const lock = acquireLock(path);
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(String(process.pid));
  expect(readdirSync(join(path, '..'))).toEqual(['replica.db.lock']);
  expect(() => acquireLock(path)).toThrow(expect.objectContaining({ code: 'REPLICA_BUSY' }) as Error);
  lock.release();
  expect(readdirSync(join(path, '..'))).toEqual([]);
});

it.each([
  ['of a process that is gone', [['.lock', GONE]]],
  ['without an owner', [['.lock', '']]],
  [
    'whose takeover was left behind too',
    [
      ['.lock', GONE],
      ['.lock.lock', GONE],
    ],
  ],
])('takes over a lock %s', (_, files) => {
  const path = fresh();
  for (const [suffix, content] of files) writeFileSync(path + String(suffix), String(content));
  const lock = acquireLock(path);
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(String(process.pid));
  expect(readdirSync(join(path, '..'))).toEqual(['replica.db.lock']);
  lock.release();
});

it('leaves the lock to who is just taking it over', () => {
  const path = fresh();
  writeFileSync(`${path}.lock`, GONE);
  const takeover = acquireLock(`${path}.lock`);
  expect(() => acquireLock(path)).toThrow(expect.objectContaining({ code: 'REPLICA_BUSY' }) as Error);
  takeover.release();
  acquireLock(path).release();
});

it('is won by one of several processes that find it left behind', async () => {
  const path = fresh();
  writeFileSync(`${path}.lock`, GONE);
  const rivals = Array.from({ length: RIVALS }, () => startRival(path));
  try {
    await Promise.all(rivals.map((rival) => rival.said()));
    const outcomes = Promise.all(rivals.map((rival) => rival.said()));
    for (const rival of rivals) rival.say('go');
    expect((await outcomes).sort()).toEqual([...Array<string>(RIVALS - 1).fill('REPLICA_BUSY'), 'won']);
  } finally {
    for (const rival of rivals) rival.end();
  }
}, 60_000);
