import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { digestOf } from '../../digest.ts';
import { EXIT, FluencyError, messageOf } from '../../error.ts';
import type { DraftSink, KeyedDraft, SinkOutcome } from '../draft-sink.ts';

/** Drafts as JSON lines, one a key: a later version of a draft takes the place of the earlier one when the file is closed. */
export async function fileSink(path: string): Promise<DraftSink> {
  const file = resolve(path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) await compact(file, new Set());
    const digests = existsSync(file) ? await digestsOf(file) : new Map<string, string>();
    return new FileSink(file, digests, await open(file, 'a'));
  } catch (error) {
    throw new FluencyError('OUTPUT_UNWRITABLE', `The drafts cannot be written: ${messageOf(error)}`, {
      value: file,
      nextStep: 'Pass --output with a file in a folder that you may write to; an existing file must hold drafts.',
      exitCode: EXIT.usage,
      cause: error,
    });
  }
}

class FileSink implements DraftSink {
  readonly #file: string;
  readonly #digests: Map<string, string>;
  readonly #removed = new Set<string>();
  readonly #handle: FileHandle;
  #replaced = false;

  constructor(file: string, digests: Map<string, string>, handle: FileHandle) {
    this.#file = file;
    this.#digests = digests;
    this.#handle = handle;
  }

  async write(drafts: readonly KeyedDraft[]): Promise<readonly SinkOutcome[]> {
    let lines = '';
    const outcomes = drafts.map((keyed): SinkOutcome => {
      const { key, source, capturedAt, draft } = keyed;
      const digest = digestOf(JSON.stringify(draft), 64);
      const known = this.#digests.get(key);
      if (known === digest) return { key, status: 'unchanged' };
      if (known !== undefined) this.#replaced = true;
      this.#digests.set(key, digest);
      this.#removed.delete(key);
      lines += `${JSON.stringify({ id: key, source, capturedAt, draft })}\n`;
      return { key, status: 'written' };
    });
    if (lines !== '') {
      await this.#handle.appendFile(lines);
      await this.#handle.sync();
    }
    return outcomes;
  }

  remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      if (!this.#digests.delete(key)) continue;
      this.#removed.add(key);
      this.#replaced = true;
    }
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.#handle.close();
    if (this.#replaced) await compact(this.#file, this.#removed);
  }
}

async function* rows(
  file: string,
): AsyncIterable<{ readonly line: string; readonly key: string; readonly draft: unknown }> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    // A process that was killed while it wrote leaves half a line: that draft is written again.
    const row = parse(line);
    if (row !== undefined) yield { line, key: row.id, draft: row.draft };
  }
}

function parse(line: string): { id: string; draft: unknown } | undefined {
  try {
    const row = JSON.parse(line) as { id?: unknown; draft?: unknown };
    return typeof row.id === 'string' && row.draft !== undefined ? { id: row.id, draft: row.draft } : undefined;
  } catch {
    return undefined;
  }
}

async function digestsOf(file: string): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for await (const { key, draft } of rows(file)) digests.set(key, digestOf(JSON.stringify(draft), 64));
  return digests;
}

/** Keeps the last version of each draft, by two passes over the file. */
async function compact(file: string, removed: ReadonlySet<string>): Promise<void> {
  const left = new Map<string, number>();
  for await (const { key } of rows(file)) left.set(key, (left.get(key) ?? 0) + 1);
  const next = `${file}.new`;
  rmSync(next, { force: true });
  const handle = await open(next, 'a');
  try {
    for await (const { line, key } of rows(file)) {
      const count = (left.get(key) ?? 1) - 1;
      left.set(key, count);
      if (count === 0 && !removed.has(key)) await handle.appendFile(`${line}\n`);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  renameSync(next, file);
}
