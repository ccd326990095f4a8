import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

import { OrgError } from '../error.ts';

/** Paths with `/` → content. Directories are not entries. */
export type FileTree = ReadonlyMap<string, Uint8Array>;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** The platform's limits for a deployed package. */
const MAX_FILES = 10_000;
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024;

/**
 * The files of a zip archive, read from its central directory.
 *
 * @throws OrgError `INVALID_ZIP` when the bytes are no zip archive, use an unknown method or are too large.
 */
export function readZip(bytes: Uint8Array): FileTree {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(buffer);
  } catch (error) {
    if (error instanceof OrgError) throw error;
    throw invalid('The zip file could not be read: it is damaged or cut off', error);
  }
}

function readEntries(buffer: Buffer): FileTree {
  const end = endOfDirectory(buffer);
  const count = buffer.readUInt16LE(end + 10);
  if (count > MAX_FILES) throw invalid(`The package has ${count} files; at most ${MAX_FILES} are allowed`);
  const files = new Map<string, Uint8Array>();
  let position = buffer.readUInt32LE(end + 16);
  let unpacked = 0;
  for (let entry = 0; entry < count; entry++) {
    if (buffer.readUInt32LE(position) !== DIRECTORY_ENTRY) throw invalid('The zip file has a damaged directory');
    const nameLength = buffer.readUInt16LE(position + 28);
    const path = buffer.toString('utf8', position + 46, position + 46 + nameLength).replaceAll('\\', '/');
    unpacked += buffer.readUInt32LE(position + 24);
    if (unpacked > MAX_UNPACKED_BYTES) throw invalid('The unpacked package is larger than 400 MB');
    if (!path.endsWith('/')) files.set(path, content(buffer, position, path));
    position += 46 + nameLength + buffer.readUInt16LE(position + 30) + buffer.readUInt16LE(position + 32);
  }
  return files;
}

function endOfDirectory(buffer: Buffer): number {
  const earliest = Math.max(0, buffer.length - 22 - 0xffff);
  for (let position = buffer.length - 22; position >= earliest; position--) {
    if (buffer.readUInt32LE(position) === END_OF_DIRECTORY) return position;
  }
  throw invalid('The file is not a zip file');
}

function content(buffer: Buffer, entry: number, path: string): Uint8Array {
  const method = buffer.readUInt16LE(entry + 10);
  const size = buffer.readUInt32LE(entry + 20);
  const unpackedSize = buffer.readUInt32LE(entry + 24);
  const local = buffer.readUInt32LE(entry + 42);
  if (buffer.readUInt32LE(local) !== LOCAL_ENTRY) throw invalid(`The zip file is damaged at ${path}`);
  const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  const packed = buffer.subarray(start, start + size);
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw invalid(`The zip file packs ${path} with method ${method}, which is not supported`);
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedSize) });
}

function invalid(message: string, cause?: unknown): OrgError {
  return new OrgError('INVALID_ZIP', message, { cause });
}

/** A zip archive of these files, the same bytes for the same files. */
export function writeZip(files: FileTree): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, data] of files) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflateRawSync(data);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    // Bit 11: the name is UTF-8.
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(DEFLATED, 4);
    // 1980-01-01, the earliest date of the format.
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    bodies.push(unsigned(LOCAL_ENTRY), shared, name, packed);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(unsigned(DIRECTORY_ENTRY), Buffer.from([20, 0]), shared, entry, name);
    offset += 30 + name.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, entries, unsigned(END_OF_DIRECTORY), end]);
}

function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
