import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { digestOf } from '../../digest.ts';
import { EXIT, FluencyError, messageOf } from '../../error.ts';
import { BATCH_BYTES, BATCH_MAILS, type MailBatch, type MailSource, type ReadOptions, pause } from '../mail-source.ts';
import { MboxSplitter } from './mbox-splitter.ts';

const CHUNK = 1_048_576;
const POLL_MS = 2_000;
const FINGERPRINT = 512;
const MAIL_START = 'From ';

/** A file in mbox form, streamed. The position is the offset behind the last mail, good as long as the file only grows. */
export function mboxSource(path: string): MailSource {
  const file = resolve(path);
  return {
    name: `mbox:${file}`,
    kind: 'Mbox',
    read: (position, options) => readMbox(file, position, options),
    close: () => Promise.resolve(),
  };
}

async function* readMbox(file: string, position: string | undefined, options: ReadOptions): AsyncIterable<MailBatch> {
  const handle = await openFile(file);
  try {
    await refuseOtherFormats(handle, file);
    let offset = await offsetOf(handle, position);
    for (;;) {
      for await (const batch of readFrom(handle, offset, options.largest)) {
        offset = batch.end;
        yield {
          mails: batch.mails.map((raw) => ({ raw })),
          tooLarge: batch.tooLarge,
          position: await positionAt(handle, offset),
        };
        if (options.signal.aborted) return;
      }
      if (!options.watch || options.signal.aborted) return;
      await pause(POLL_MS, options.signal);
      if (options.signal.aborted) return;
    }
  } finally {
    await handle.close();
  }
}

interface Read {
  readonly mails: readonly Uint8Array[];
  readonly tooLarge: number;
  readonly end: number;
}

async function* readFrom(handle: FileHandle, start: number, largest: number): AsyncIterable<Read> {
  const splitter = new MboxSplitter(start, largest);
  const buffer = Buffer.allocUnsafe(CHUNK);
  let mails: Uint8Array[] = [];
  let bytes = 0;
  let end = start;
  const take = (found: ReturnType<MboxSplitter['push']>): void => {
    for (const mail of found) {
      mails.push(mail.raw);
      bytes += mail.raw.length;
      end = mail.end;
    }
  };
  for (let at = start; ;) {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, at);
    at += bytesRead;
    take(bytesRead > 0 ? splitter.push(buffer.subarray(0, bytesRead)) : splitter.finish());
    const over = bytesRead === 0;
    if (mails.length >= BATCH_MAILS || bytes >= BATCH_BYTES || (over && (mails.length > 0 || splitter.tooLarge > 0))) {
      yield { mails, tooLarge: splitter.takeTooLarge(), end: over ? at : end };
      mails = [];
      bytes = 0;
    }
    if (over) return;
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file, 'r');
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
    throw new Error('it is no file');
  } catch (error) {
    throw new FluencyError('MBOX_UNREADABLE', `The mbox file cannot be read: ${messageOf(error)}`, {
      value: file,
      nextStep: 'Pass mbox:FILE with a file that exists; for a folder of mails use maildir:DIR.',
      exitCode: EXIT.usage,
      cause: error,
    });
  }
}

/** A file that may still be empty is waited for; one that begins otherwise than an mbox would give no mail at all. */
async function refuseOtherFormats(handle: FileHandle, file: string): Promise<void> {
  const buffer = Buffer.alloc(FINGERPRINT);
  const { bytesRead } = await handle.read(buffer, 0, FINGERPRINT, 0);
  const beginning = buffer.subarray(0, bytesRead).toString('latin1').trimStart();
  const isMbox = beginning.startsWith(MAIL_START) || MAIL_START.startsWith(beginning);
  if (isMbox) return;
  throw new FluencyError('MBOX_FORMAT', 'The file is no mbox file: it does not begin with a line "From …".', {
    value: file,
    nextStep: 'Export the mails as mbox and pass mbox:FILE; for a folder with one file per mail use maildir:DIR.',
    exitCode: EXIT.usage,
  });
}

/** The offset, and a digest of the file's first bytes: another file in its place is read from its beginning. */
async function positionAt(handle: FileHandle, offset: number): Promise<string> {
  const length = Math.min(FINGERPRINT, offset);
  return `${length}:${await digestOfBeginning(handle, length)}:${offset}`;
}

async function offsetOf(handle: FileHandle, position: string | undefined): Promise<number> {
  const [length, digest, offset] = (position ?? '').split(':');
  const known = digest !== undefined && digest === (await digestOfBeginning(handle, Number(length)));
  return known && (await handle.stat()).size >= Number(offset) ? Number(offset) : 0;
}

async function digestOfBeginning(handle: FileHandle, length: number): Promise<string> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, 0);
  return digestOf(buffer.subarray(0, bytesRead), 16);
}
