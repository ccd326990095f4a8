import type { Connection } from 'jsforce';
import { bulkIngest } from './bulk.ts';
import type { OrgInput, SaveOptions, SaveOutcome } from './org-client.ts';
import { OrgRefusal, sendRest } from './rest.ts';
import { type RetryOptions, backOff, isPassing } from './retry.ts';

/** Above this many records Bulk API 2.0 takes over from collections. */
export const BULK_THRESHOLD = 2_000;
const COLLECTION_SIZE = 200;
/** A collection call stays well under the platform's request limit, long texts or not. */
const COLLECTION_BYTES = 3_000_000;
const BULK_SIZE = 50_000;
const BULK_BYTES = 60_000_000;
const ATTEMPTS = 4;

export type SaveKind =
  | { readonly operation: 'insert' | 'update' }
  | { readonly operation: 'upsert'; readonly externalId: string }
  | { readonly operation: 'delete' }
  /** Only Bulk API 2.0 can. */
  | { readonly operation: 'hardDelete' };

type CollectionKind = Exclude<SaveKind, { readonly operation: 'hardDelete' }>;

interface CollectionResult {
  readonly id?: string;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors?: readonly { readonly statusCode?: string; readonly errorCode?: string; readonly message: string }[];
}

/** Writes records in chunks, trying again those that met a passing fault; outcomes stand in the records' order. */
export async function saveRecords(
  connection: Connection,
  kind: SaveKind,
  object: string,
  records: readonly OrgInput[],
  options: SaveOptions = {},
  retry: RetryOptions = {},
): Promise<readonly SaveOutcome[]> {
  const isLarge = records.length > BULK_THRESHOLD && options.bulk !== false;
  const save = (some: readonly OrgInput[]): Promise<readonly SaveOutcome[]> =>
    isLarge || kind.operation === 'hardDelete'
      ? bulkSave(connection, kind, object, some)
      : collectionSave(connection, kind, object, some, retry);
  const bulk = isLarge || kind.operation === 'hardDelete';
  const outcomes: SaveOutcome[] = [];
  for (const chunk of chunksOf(records, bulk ? BULK_SIZE : COLLECTION_SIZE, bulk ? BULK_BYTES : COLLECTION_BYTES)) {
    const start = outcomes.length;
    const done = await saveChunk(chunk, save, retry);
    outcomes.push(...done);
    await options.onChunk?.(start, done);
  }
  return outcomes;
}

async function saveChunk(
  records: readonly OrgInput[],
  save: (records: readonly OrgInput[]) => Promise<readonly SaveOutcome[]>,
  retry: RetryOptions,
): Promise<readonly SaveOutcome[]> {
  const outcomes = [...(await save(records))];
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    const again = outcomes.flatMap((outcome, index) => (!outcome.ok && isPassing(outcome.code) ? [index] : []));
    if (again.length === 0) break;
    await backOff(attempt, retry);
    const renewed = await save(again.map((index) => records[index] as OrgInput));
    again.forEach((index, position) => {
      outcomes[index] = renewed[position] as SaveOutcome;
    });
  }
  return outcomes;
}

function bulkSave(
  connection: Connection,
  kind: SaveKind,
  object: string,
  records: readonly OrgInput[],
): Promise<readonly SaveOutcome[]> {
  return bulkIngest(
    connection,
    kind.operation,
    object,
    records,
    kind.operation === 'upsert' ? kind.externalId : undefined,
  );
}

async function collectionSave(
  connection: Connection,
  kind: CollectionKind,
  object: string,
  records: readonly OrgInput[],
  retry: RetryOptions,
): Promise<readonly SaveOutcome[]> {
  const answer = await sendRest(connection, collectionRequest(kind, object, records), retry);
  const results = answer.body as readonly CollectionResult[];
  if (!Array.isArray(results) || results.length !== records.length) {
    throw new OrgRefusal(
      'UNEXPECTED_ANSWER',
      `${String(results?.length)} results came back for ${records.length} records of ${object}`,
    );
  }
  return results.map((result) => {
    if (result.success)
      return { ok: true, id: result.id ?? '', created: result.created ?? kind.operation === 'insert' };
    const error = result.errors?.[0];
    return {
      ok: false,
      code: error?.statusCode ?? error?.errorCode ?? 'UNKNOWN',
      message: error?.message ?? 'no reason given',
    };
  });
}

function collectionRequest(
  kind: CollectionKind,
  object: string,
  records: readonly OrgInput[],
): Parameters<typeof sendRest>[1] {
  const body = (): string =>
    JSON.stringify({
      allOrNone: false,
      records: records.map((record) => ({ attributes: { type: object }, ...record })),
    });
  switch (kind.operation) {
    case 'insert':
      return { method: 'POST', path: '/composite/sobjects', body: body(), once: true };
    case 'update':
      return { method: 'PATCH', path: '/composite/sobjects', body: body() };
    case 'upsert':
      return { method: 'PATCH', path: `/composite/sobjects/${object}/${kind.externalId}`, body: body() };
    case 'delete':
      return {
        method: 'DELETE',
        path: `/composite/sobjects?allOrNone=false&ids=${records.map((record) => String(record['Id'])).join(',')}`,
      };
  }
}

/** Consecutive runs of at most `size` records and about `bytes` of JSON. */
export function chunksOf<T>(records: readonly T[], size: number, bytes: number): T[][] {
  const chunks: T[][] = [];
  let chunk: T[] = [];
  let weight = 0;
  for (const record of records) {
    const own = JSON.stringify(record).length;
    if (chunk.length > 0 && (chunk.length >= size || weight + own > bytes)) {
      chunks.push(chunk);
      chunk = [];
      weight = 0;
    }
    chunk.push(record);
    weight += own;
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}
