import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Remembers compiled modules on disk by the hash of what they were compiled from. The base components alone are some
 * 600 modules; compiling them is most of a cold build and never changes between two builds.
 */
export class TransformCache {
  private readonly folder: string;
  private readonly version: string;

  /** @param version everything besides the source that the output depends on (compiler version, options) */
  constructor(folder: string, version: string) {
    this.folder = folder;
    this.version = version;
    mkdirSync(folder, { recursive: true });
  }

  /** The compiled text for `source`, compiled now unless it is known. */
  async get(identity: string, source: string, compile: () => Promise<string>): Promise<string> {
    const key = createHash('sha256').update(`${this.version}\0${identity}\0${source}`).digest('hex');
    const file = join(this.folder, key.slice(0, 2), key);
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    const output = await compile();
    mkdirSync(join(this.folder, key.slice(0, 2)), { recursive: true });
    // Two builds may run at once: a rename is whole or not there.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, output);
    renameSync(draft, file);
    return output;
  }
}
