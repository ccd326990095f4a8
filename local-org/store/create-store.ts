import { OrgError } from '../error.ts';
import { isId, toId18 } from '../schema/ids.ts';
import type { Schema } from '../schema/types.ts';
import { SECURITY_OBJECTS } from '../security/access-registry.ts';
import type { AccessRegistry } from '../security/access-registry.ts';
import type { Actor, SqlFragment } from '../security/types.ts';
import type { Batch } from './batch.ts';
import type { BehaviorOrg } from './behaviors/behavior.ts';
import type { OrgClock } from './clock.ts';
import type { Counters } from './counters.ts';
import { ObjectTables, readRow } from './object-table.ts';
import type { ObjectTable } from './object-table.ts';
import { RecordSaver } from './record-saver.ts';
import { RecycleBin, tableOfId } from './recycle-bin.ts';
import { References, isExternalKey } from './references.ts';
import { RowWriter } from './row-writer.ts';
import { errorsOf, failure, refuse, saveError } from './save-error.ts';
import { quote } from './sql-database.ts';
import type { SqlDatabase, StoredRow } from './sql-database.ts';
import type { RecordInput, SaveOptions, SaveResult, Store } from './types.ts';
import { ValidationRules } from './validation.ts';
import { fromStored, toStored } from './values.ts';
import { dateIn } from './write-moment.ts';
import type { WriteMoment } from './write-moment.ts';

export interface StoreContext {
  readonly database: SqlDatabase;
  readonly schema: Schema;
  readonly registry: AccessRegistry;
  readonly clock: OrgClock;
  readonly counters: Counters;
  /** The org's time zone: formulas' TODAY() is the date there. */
  readonly timeZone: () => string;
}

const RECORDS_A_TRANSACTION = 200;

/** The store over one schema. A deploy that changes the schema makes another. */
export function createStore(context: StoreContext): Store {
  const { database, schema, registry } = context;
  const tables = new ObjectTables(schema);
  const writer = new RowWriter(database, context.counters);
  const org: BehaviorOrg = {
    database,
    tables,
    add(object, values, moment) {
      const table = tables.get(object);
      const row = { ...values };
      writer.complete(table, row, moment);
      writer.insert(table, row);
      return String(row['Id']);
    },
    save(actor, object, id, values, moment) {
      const table = tables.get(object);
      const input = fromStoredRow(table, { ...values, Id: id });
      saver.update({ ...batchOf(actor), moment }, table, { ...input, Id: id });
    },
    derive(object, id, values, stamp) {
      const stamped = stamp === undefined ? values : { ...values, SystemModstamp: stamp };
      writer.set(tables.get(object), { ...stamped, Id: id }, Object.keys(stamped));
    },
  };
  const saver = new RecordSaver({
    database,
    tables,
    rules: new ValidationRules(database, schema),
    writer,
    registry,
    org,
  });
  const bin = new RecycleBin({ database, tables, writer, org });

  function batchOf(actor: Actor): Batch {
    const access = registry.of(actor);
    return { actor, access, moment: momentOf(context, actor), references: new References(database, tables, access) };
  }

  /** Runs `save` for each record in transactions of 200, or in a single one that fails as a whole. */
  function saveAll<T>(
    actor: Actor,
    records: readonly T[],
    options: SaveOptions | undefined,
    save: (batch: Batch, record: T, index: number) => SaveResult,
  ): SaveResult[] {
    const results: SaveResult[] = [];
    const chunk = (from: number, to: number): void => {
      const batch = batchOf(actor);
      for (let index = from; index < to; index++) results.push(attempt(batch, records[index] as T, index));
    };
    const attempt = (batch: Batch, record: T, index: number): SaveResult => {
      try {
        return database.savepoint(() => save(batch, record, index));
      } catch (thrown) {
        return failure(errorsOf(thrown), idOf(record));
      }
    };
    if (options?.allOrNone) {
      try {
        database.transaction(() => {
          chunk(0, records.length);
          if (results.some(({ success }) => !success)) throw new Undo();
        });
      } catch (thrown) {
        if (!(thrown instanceof Undo)) throw thrown;
        return results.map(rolledBack);
      }
      return results;
    }
    for (let from = 0; from < records.length; from += RECORDS_A_TRANSACTION) {
      database.transaction(() => chunk(from, Math.min(records.length, from + RECORDS_A_TRANSACTION)));
    }
    return results;
  }

  function touch(table: ObjectTable): void {
    if (SECURITY_OBJECTS.has(table.definition.name)) registry.invalidate();
  }

  return {
    insert(actor, object, records, options) {
      const table = tables.get(object);
      return saveAll(actor, records, options, (batch, record) => {
        const id = saver.insert(batch, table, record);
        touch(table);
        return { id, success: true, created: true, errors: [] };
      });
    },
    update(actor, object, records, options) {
      const table = tables.get(object);
      return saveAll(actor, records, options, (batch, record) => {
        const id = saver.update(batch, table, record);
        touch(table);
        return { id, success: true, created: false, errors: [] };
      });
    },
    upsert(actor, object, externalIdField, records, options) {
      const table = tables.get(object);
      const key = table.fields.get(externalIdField.toLowerCase());
      if (!key || !isExternalKey(key) || !registry.of(actor).fieldReadable(object, key.name)) {
        const message = `Field name provided, ${externalIdField} is not an External ID or indexed field for ${table.definition.name}`;
        throw new OrgError('INVALID_FIELD', message, { fields: [externalIdField] });
      }
      const repeated = repeatedKeys(records, key.name);
      return saveAll(actor, records, options, (batch, record) => {
        const value = valueOf(record, key.name);
        if (value === undefined || value === null || value === '') {
          throw refuse('MISSING_ARGUMENT', `${key.name} not specified`, [key.name]);
        }
        if (repeated.has(String(value).toLowerCase())) {
          throw refuse('DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`, [key.name]);
        }
        const converted = typeof value === 'object' ? undefined : toStored(key, value);
        if (!converted || 'error' in converted) {
          throw converted
            ? refuse(converted.error.statusCode, converted.error.message, [key.name])
            : refuse('INVALID_FIELD', `${key.name} holds no value`, [key.name]);
        }
        const found = database.rows(
          `SELECT "Id" FROM ${quote(table.definition.name)} WHERE ${quote(key.name)} = ?${key.caseSensitive ? ' COLLATE BINARY' : ''} AND "IsDeleted" = 0 LIMIT 2`,
          [converted.value],
        );
        if (found.length > 1) {
          throw refuse(
            'DUPLICATE_EXTERNAL_ID',
            `${key.name}: more than one record found for external id field: ${String(value)}`,
            [key.name],
          );
        }
        const existing = found[0]?.[0];
        if (typeof existing === 'string') {
          const rest = Object.fromEntries(
            Object.entries(record).filter(([name]) => name.toLowerCase() !== key.name.toLowerCase()),
          );
          const id = saver.update(batch, table, { ...rest, Id: existing }, { repeatable: true });
          touch(table);
          return { id, success: true, created: false, errors: [] };
        }
        if (key.type === 'id') throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['Id']);
        const id = saver.insert(batch, table, record);
        touch(table);
        return { id, success: true, created: true, errors: [] };
      });
    },
    remove(actor, ids, options) {
      return saveAll(actor, ids, options, (batch, given) => {
        const { table, id } = locate(tables, given);
        saver.requireRow(batch, table, id, readRow(database, table, id)?.['IsDeleted'], 'delete');
        bin.remove(batch, table, id);
        touch(table);
        return { id, success: true, errors: [] };
      });
    },
    undelete(actor, ids, options) {
      return saveAll(actor, ids, options, (batch, given) => {
        const { table, id } = locate(tables, given);
        const isDeleted = readRow(database, table, id)?.['IsDeleted'];
        saver.requireRow(batch, table, id, isDeleted === undefined ? undefined : 0, 'delete');
        bin.restore(batch, id);
        return { id, success: true, errors: [] };
      });
    },
    transaction: (work) => database.transaction(work),
  };
}

function momentOf({ clock, database, registry, timeZone }: StoreContext, actor: Actor): WriteMoment {
  const date = clock.now();
  const now = date.toISOString();
  return {
    now,
    stamp: clock.stamp(),
    userId: actor.userId,
    formulaContext: {
      today: dateIn(timeZone(), date),
      now,
      userField: (name): SqlFragment => {
        const values = database.value(`SELECT ${quote(name)} FROM "User" WHERE "Id" = ?`, [actor.userId]);
        return { sql: '?', parameters: [values ?? null] };
      },
      hasPermission: (name) => registry.of(actor).hasCustomPermission(name),
    },
  };
}

function locate(tables: ObjectTables, given: string): { table: ObjectTable; id: string } {
  if (!isId(given)) throw refuse('MALFORMED_ID', `malformed id ${given}`);
  const id = toId18(given);
  return { table: tableOfId(tables, id), id };
}

function fromStoredRow(table: ObjectTable, row: StoredRow): RecordInput {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, fromStored(table.fields.get(name.toLowerCase()), value)]),
  );
}

function valueOf(record: RecordInput, name: string): RecordInput[string] | undefined {
  const key = Object.keys(record).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : record[key];
}

function repeatedKeys(records: readonly RecordInput[], key: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const record of records) {
    const value = valueOf(record, key);
    if (value === undefined || value === null || typeof value === 'object') continue;
    const text = String(value).toLowerCase();
    if (seen.has(text)) repeated.add(text);
    seen.add(text);
  }
  return repeated;
}

function idOf(record: unknown): string | undefined {
  if (typeof record === 'string') return record;
  if (typeof record !== 'object' || record === null || !('Id' in record)) return undefined;
  return typeof record.Id === 'string' ? record.Id : undefined;
}

/** Undoes a call in which one record was refused. */
class Undo extends Error {}

function rolledBack(result: SaveResult): SaveResult {
  if (!result.success) return result;
  return failure([
    saveError(
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'Record rolled back because not all records were valid and the request was using AllOrNone header',
    ),
  ]);
}
