import { mkdir, readFile, readdir, rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EXIT, FluencyError, errorCodeOf } from '../../error.ts';
import {
  BATCH_BYTES,
  BATCH_MAILS,
  type IncomingMail,
  type MailBatch,
  type MailSource,
  type ReadOptions,
  pause,
} from '../mail-source.ts';

const POLL_MS = 1_000;

/** A Maildir. Mails in `new/` move to `cur/` with the flag S once they are stored: the folder itself is the position. */
export function maildirSource(path: string): MailSource {
  const folder = resolve(path);
  return {
    name: `maildir:${folder}`,
    kind: 'Maildir',
    read: (_, options) => readMaildir(folder, options),
    close: () => Promise.resolve(),
  };
}

async function* readMaildir(folder: string, options: ReadOptions): AsyncIterable<MailBatch> {
  await requireMaildir(folder);
  while (!options.signal.aborted) {
    const names = (await readdir(join(folder, 'new'))).filter((name) => !name.startsWith('.')).sort();
    for (let at = 0; at < names.length && !options.signal.aborted;) {
      const batch = await readSome(folder, names, at, options.largest);
      at = batch.next;
      yield { mails: batch.mails, tooLarge: batch.tooLarge, stored: () => markSeen(folder, batch.names) };
    }
    if (!options.watch) return;
    await pause(POLL_MS, options.signal);
  }
}

async function readSome(folder: string, names: readonly string[], from: number, largest: number) {
  const mails: IncomingMail[] = [];
  const taken: string[] = [];
  let bytes = 0;
  let tooLarge = 0;
  let next = from;
  for (; next < names.length && taken.length < BATCH_MAILS && bytes < BATCH_BYTES; next += 1) {
    const name = names[next] as string;
    const path = join(folder, 'new', name);
    try {
      const { size } = await stat(path);
      if (size > largest) tooLarge += 1;
      else {
        mails.push({ raw: await readFile(path) });
        bytes += size;
      }
      taken.push(name);
    } catch (error) {
      // Another program took it meanwhile.
      if (errorCodeOf(error) !== 'ENOENT') throw error;
    }
  }
  return { mails, names: taken, tooLarge, next };
}

async function markSeen(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const target = name.includes(':2,') ? name : `${name}:2,S`;
    await rename(join(folder, 'new', name), join(folder, 'cur', target)).catch((error: unknown) => {
      if (errorCodeOf(error) !== 'ENOENT') throw error;
    });
  }
}

async function requireMaildir(folder: string): Promise<void> {
  const isFolder = async (path: string) =>
    stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
  if (!(await isFolder(join(folder, 'new')))) {
    throw new FluencyError('MAILDIR_UNREADABLE', 'The folder is no Maildir: it has no folder "new".', {
      value: folder,
      nextStep: 'Pass maildir:DIR with the folder that holds new, cur and tmp.',
      exitCode: EXIT.usage,
    });
  }
  await mkdir(join(folder, 'cur'), { recursive: true });
}
