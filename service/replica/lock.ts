import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { EXIT, FluencyError, errorCodeOf } from '../error.ts';

/** Held while a process owns a file. */
export interface OwnerLock {
  release(): void;
}

type Owner = 'nobody' | 'gone' | { readonly pid: number };

const ATTEMPTS = 5;
const SUFFIX = '.lock';

/**
 * Makes this process the one owner of `path` (by `<path>.lock`, which holds its process id). The lock of a process
 * that is gone is taken over.
 *
 * @throws FluencyError REPLICA_BUSY when another living process owns it.
 */
export function acquireLock(path: string): OwnerLock {
  return acquire(path + SUFFIX, path);
}

function acquire(lockPath: string, path: string): OwnerLock {
  const own = `${lockPath}.${randomUUID()}`;
  // Written before it gets its name, so that nobody ever reads a lock without its owner.
  writeFileSync(own, String(process.pid));
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (linkNew(own, lockPath) || replaceGone(own, lockPath, path)) {
        return { release: () => rmSync(lockPath, { force: true }) };
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw busy(path, undefined);
}

/** @returns false where there is such a file already */
function linkNew(own: string, lockPath: string): boolean {
  try {
    linkSync(own, lockPath);
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Puts the own lock in the place of one whose owner is gone. Who does so holds the lock of the lock and looks again
 * under it: a lock seen as left behind may have a new owner by the time that it is replaced.
 *
 * @returns false where the lock was released meanwhile
 */
function replaceGone(own: string, lockPath: string, path: string): boolean {
  if (requireNoOwner(lockPath, path) === 'nobody') return false;
  if (lockPath.endsWith(SUFFIX.repeat(ATTEMPTS))) throw busy(path, undefined);
  const takeover = acquire(lockPath + SUFFIX, path);
  try {
    if (requireNoOwner(lockPath, path) === 'nobody') return false;
    renameSync(own, lockPath);
    return true;
  } finally {
    takeover.release();
  }
}

function requireNoOwner(lockPath: string, path: string): 'nobody' | 'gone' {
  const owner = ownerOf(lockPath);
  if (typeof owner === 'string') return owner;
  throw busy(path, owner.pid);
}

function ownerOf(lockPath: string): Owner {
  try {
    const pid = Number.parseInt(readFileSync(lockPath, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? { pid } : 'gone';
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return 'nobody';
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
