import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How far a data directory has come, so that a second start only does what is left. */
export interface DemoState {
  /** For the administrator and the integration user of the demo; made at random for each data directory. */
  readonly password: string;
  readonly seeded: 'no' | 'begun' | 'yes';
  /** Hash of the package files that were deployed last. */
  readonly deployed?: string;
  /** Hash of the content files that were imported last. */
  readonly content?: string;
}

/** A data directory whose notes cannot be read. */
export class DemoStateError extends Error {
  constructor(file: string, cause: unknown) {
    super(
      `The notes of the demo in ${file} cannot be read. Start anew with: npm start -- --fresh (this deletes the demo's data).`,
      { cause },
    );
    this.name = 'DemoStateError';
  }
}

const fileIn = (directory: string): string => path.join(directory, 'demo.json');

/** Reads the notes of a data directory; a new directory gets fresh ones. */
export function readDemoState(directory: string): DemoState {
  const file = fileIn(directory);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return { password: randomBytes(12).toString('base64url'), seeded: 'no' };
    }
    throw new DemoStateError(file, error);
  }
  try {
    const state = JSON.parse(text) as Partial<DemoState>;
    if (typeof state.password !== 'string' || !['no', 'begun', 'yes'].includes(state.seeded ?? '')) {
      throw new TypeError('password or seeded is missing');
    }
    return state as DemoState;
  } catch (error) {
    throw new DemoStateError(file, error);
  }
}

/** Writes the notes, readable by their owner only. */
export function writeDemoState(directory: string, state: DemoState): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(fileIn(directory), `${JSON.stringify(state, undefined, 2)}\n`, { mode: 0o600 });
}

/** One hash over all files of a folder, by path and content; tests beside the source do not count. */
export function hashFolder(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__tests__'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
