import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { EXIT, FluencyError, errorCodeOf } from '../error.ts';

/** Held while a process owns a file. */
export interface OwnerLock {
  release(): void;
}

/**
 * Makes this process the one owner of `path` (by `<path>.lock`, which holds its process id). The lock of a process
 * that is gone is taken over.
 *
 * @throws FluencyError REPLICA_BUSY when another living process owns it.
 */
export function acquireLock(path: string): OwnerLock {
  const lockPath = `${path}.lock`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const file = openSync(lockPath, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return { release: () => rmSync(lockPath, { force: true }) };
    } catch (error) {
      if (errorCodeOf(error) !== 'EEXIST') throw error;
      const owner = ownerOf(lockPath);
      if (owner !== undefined && isAlive(owner)) throw busy(path, owner);
      rmSync(lockPath, { force: true });
    }
  }
  throw busy(path, undefined);
}

function ownerOf(lockPath: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(lockPath, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCodeOf(error) === 'EPERM';
  }
}

function busy(path: string, owner: number | undefined): FluencyError {
  return new FluencyError(
    'REPLICA_BUSY',
    `Another sync is running on this replica${owner === undefined ? '' : ` (process ${owner})`}.`,
    {
      value: path,
      nextStep: 'Wait until it is done, or use another --replica file.',
      exitCode: EXIT.busy,
    },
  );
}
