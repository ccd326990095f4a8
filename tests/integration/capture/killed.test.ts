import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exchange, mboxOf } from '../support/mails.ts';

jest.setTimeout(180_000);

const EXCHANGES = 600;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fluency-capture-killed-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command; kills it as soon as `isTime` says so. Answers its exit code, or undefined where it was killed. */
function capture(isTime: () => boolean): Promise<number | undefined> {
  const args = ['--import', 'tsx', 'service/cli/main.ts', 'capture', '--from', `mbox:${join(folder, 'a.mbox')}`];
  const places = [
    '--ledger',
    join(folder, 'ledger.db'),
    '--output',
    join(folder, 'drafts.jsonl'),
    '--consent',
    'notice',
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args, ...places], { stdio: 'ignore' });
    const timer = setInterval(() => isTime() && child.kill('SIGKILL'), 5);
    child.on('exit', (code) => {
      clearInterval(timer);
      resolve(code ?? undefined);
    });
  });
}

const sizeOf = (name: string): number => (existsSync(join(folder, name)) ? statSync(join(folder, name)).size : 0);

it('captures each exchange once, however often it is killed', async () => {
  const mails = Array.from({ length: EXCHANGES }, (_, i) => exchange(i)).flat();
  writeFileSync(join(folder, 'a.mbox'), mboxOf(mails));
  const killed: (number | undefined)[] = [];
  // While mails are stored, while drafts are written, and once more where the second run goes on.
  killed.push(await capture(() => sizeOf('ledger.db-wal') > 150_000));
  killed.push(await capture(() => sizeOf('drafts.jsonl') > 50_000));
  const reached = sizeOf('drafts.jsonl');
  killed.push(await capture(() => sizeOf('drafts.jsonl') > reached + 100_000));
  expect(killed).toEqual([undefined, undefined, undefined]);

  expect(await capture(() => false)).toBe(0);
  const ids = readFileSync(join(folder, 'drafts.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { id: string }).id);
  expect(ids).toHaveLength(EXCHANGES);
  expect(new Set(ids).size).toBe(EXCHANGES);
});
