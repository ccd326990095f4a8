import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startLocalOrg } from './start.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'start-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('faults on demand', () => {
  const statusOfDoor = async (options: { readonly faults?: boolean }): Promise<number> => {
    const { url, close } = await startLocalOrg({ directory, ...options });
    try {
      return (await fetch(`${url}/local-org/faults`)).status;
    } finally {
      await close();
    }
  };

  test('are open where the start says so, and nowhere else', async () => {
    expect(await statusOfDoor({ faults: true })).toBe(200);
    expect(await statusOfDoor({})).toBe(404);
  });

  test('are refused where other machines reach the org, before anything is written', async () => {
    await expect(startLocalOrg({ directory, faults: true, host: '0.0.0.0' })).rejects.toThrow(
      /every machine that reaches 0\.0\.0\.0 .* Start with host 127\.0\.0\.1, or without faults/,
    );
    expect(existsSync(join(directory, 'org.db'))).toBe(false);
  });
});

test('a port that is taken is told', async () => {
  const first = await startLocalOrg({ directory });
  const other = mkdtempSync(join(tmpdir(), 'start-'));
  try {
    const port = Number(new URL(first.url).port);
    await expect(startLocalOrg({ directory: other, port })).rejects.toMatchObject({ errorCode: 'PORT_IN_USE' });
  } finally {
    await first.close();
    rmSync(other, { recursive: true, force: true });
  }
});
