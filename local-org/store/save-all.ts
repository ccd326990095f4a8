import type { Actor } from '../security/types.ts';
import type { Batch } from './batch.ts';
import { errorsOf, failure, saveError } from './save-error.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { SaveOptions, SaveResult } from './types.ts';

/** One call takes this many records at most; longer lists are saved in several transactions. */
export const RECORDS_A_TRANSACTION = 200;

export interface SaveAllContext {
  readonly database: SqlDatabase;
  batchOf(actor: Actor): Batch;
}

/**
 * Runs `save` for each record, each undone on its own when it is refused, in transactions of 200 records; with
 * `allOrNone` in a single one that is undone as a whole.
 */
export function saveAll<T>(
  context: SaveAllContext,
  actor: Actor,
  records: readonly T[],
  options: SaveOptions | undefined,
  save: (batch: Batch, record: T, chunk: readonly T[]) => SaveResult,
): SaveResult[] {
  const { database } = context;
  const saveChunk = (chunk: readonly T[]): SaveResult[] => {
    const batch = context.batchOf(actor);
    return chunk.map((record) => {
      try {
        return database.savepoint(() => save(batch, record, chunk));
      } catch (thrown) {
        return failure(errorsOf(thrown), idOf(record));
      }
    });
  };
  const chunks: (readonly T[])[] = [];
  for (let from = 0; from < records.length; from += RECORDS_A_TRANSACTION) {
    chunks.push(records.slice(from, from + RECORDS_A_TRANSACTION));
  }
  if (!options?.allOrNone) return chunks.flatMap((chunk) => database.transaction(() => saveChunk(chunk)));
  try {
    return database.transaction(() => {
      const results = chunks.flatMap(saveChunk);
      if (results.some(({ success }) => !success)) throw new Undo(results);
      return results;
    });
  } catch (thrown) {
    if (thrown instanceof Undo) return thrown.results.map(rolledBack);
    throw thrown;
  }
}

/** Undoes a call in which one record was refused. */
class Undo extends Error {
  readonly results: readonly SaveResult[];

  constructor(results: readonly SaveResult[]) {
    super('A record was refused');
    this.results = results;
  }
}

function rolledBack(result: SaveResult): SaveResult {
  if (!result.success) return result;
  return failure([
    saveError(
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'Record rolled back because not all records were valid and the request was using AllOrNone header',
    ),
  ]);
}

function idOf(record: unknown): string | undefined {
  if (typeof record === 'string') return record;
  if (typeof record !== 'object' || record === null || !('Id' in record)) return undefined;
  return typeof record.Id === 'string' ? record.Id : undefined;
}
