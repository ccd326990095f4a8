import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FluencyError } from '../error.ts';
import { deleteReplica, openReplica } from './open-replica.ts';
import { readSetting, writeSetting } from './settings.ts';

const fresh = (): string => join(mkdtempSync(join(tmpdir(), 'fluency-replica-')), 'deep', 'replica.db');

it('keeps what was written', async () => {
  const path = fresh();
  const first = await openReplica(path);
  await writeSetting(first.db, 'organization', '00D1');
  await writeSetting(first.db, 'organization', '00D2');
  await first.close();
  const second = await openReplica(path);
  expect(await readSetting(second.db, 'organization')).toBe('00D2');
  await second.close();
});

it('has one owner at a time', async () => {
  const path = fresh();
  const replica = await openReplica(path);
  await expect(openReplica(path)).rejects.toMatchObject({ code: 'REPLICA_BUSY', exitCode: 6 });
  await replica.close();
  await (await openReplica(path)).close();
});

it('takes over the lock of a process that is gone', async () => {
  const path = fresh();
  await (await openReplica(path)).close();
  writeFileSync(`${path}.lock`, '4194304');
  await (await openReplica(path)).close();
  expect(existsSync(`${path}.lock`)).toBe(false);
});

it('says how to mend a file that is no database', async () => {
  const path = fresh();
  await (await openReplica(path)).close();
  deleteReplica(path);
  writeFileSync(path, 'this is not a database, but it is long enough to be mistaken for one'.repeat(20));
  await expect(openReplica(path)).rejects.toMatchObject({
    code: 'REPLICA_UNREADABLE',
    nextStep: expect.stringContaining('--rebuild') as string,
  } satisfies Partial<FluencyError>);
  expect(existsSync(`${path}.lock`)).toBe(false);
});

it('is deleted where it, or its folder, never was', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'fluency-replica-')), 'not-yet');
  deleteReplica(join(folder, 'replica.db'));
  expect(existsSync(folder)).toBe(false);
  const replica = await openReplica(join(folder, 'replica.db'));
  await replica.close();
  expect(existsSync(join(folder, 'replica.db'))).toBe(true);
});
