import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Megabytes of heap that capture may use at most; beyond it Node ends the process with an error. */
const HEAP = 192;

it('takes any mail without an error, in bounded time and memory', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${HEAP}`,
    '--import=tsx',
    join(import.meta.dirname, 'fuzz.ts'),
  ]);
  const { mails, slowestSeconds } = JSON.parse(stdout) as { mails: number; slowestSeconds: number };
  expect(mails).toBe(600);
  expect(slowestSeconds).toBeLessThan(1);
}, 180_000);
