import { isId, toId18 } from '../schema/ids.ts';
import { SECURITY_OBJECTS } from '../security/access-registry.ts';
import type { Actor } from '../security/types.ts';
import type { Batch } from './batch.ts';
import type { BehaviorOrg } from './behaviors/behavior.ts';
import type { ChangeLog } from './changes/change-log.ts';
import type { Counters } from './counters.ts';
import { historyWith } from './field-history.ts';
import { momentOf } from './moment-of.ts';
import type { MomentContext } from './moment-of.ts';
import { ObjectTables, readRow } from './object-table.ts';
import type { ObjectTable } from './object-table.ts';
import { RecordSaver } from './record-saver.ts';
import { RecycleBin } from './recycle-bin.ts';
import { References } from './references.ts';
import { RowWriter } from './row-writer.ts';
import { saveAll } from './save-all.ts';
import { refuse } from './save-error.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { RecordInput, SaveResult, Store } from './types.ts';
import { UpsertKey } from './upsert-key.ts';
import { ValidationRules } from './validation.ts';
import { fromStored } from './values.ts';

export interface StoreContext extends MomentContext {
  readonly database: SqlDatabase;
  readonly counters: Counters;
  readonly changes: ChangeLog;
}

/** The store over one schema. A deploy that changes the schema makes another. */
export function createStore(context: StoreContext): Store {
  const { database, schema, registry } = context;
  const tables = new ObjectTables(schema);
  const writer = new RowWriter(database, context.counters, context.changes);
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
      const input = Object.entries(values).map(([name, value]) => [
        name,
        fromStored(table.fields.get(name.toLowerCase()), value),
      ]);
      saver.update({ ...batchOf(actor), moment }, table, { ...Object.fromEntries(input), Id: id });
    },
    derive(object, id, values, stamp) {
      const stamped = stamp === undefined ? values : { ...values, SystemModstamp: stamp };
      writer.set(tables.get(object), { ...stamped, Id: id }, Object.keys(stamped));
    },
  };
  const rules = new ValidationRules(database, schema);
  const saver = new RecordSaver({ database, tables, rules, writer, registry, org });
  const bin = new RecycleBin({ database, tables, writer, org });

  const batchOf = (actor: Actor): Batch => {
    const access = registry.of(actor);
    const moment = momentOf(context, actor);
    context.changes.begin(moment);
    return { actor, access, moment, references: new References(database, tables, access) };
  };
  const batches = { database, batchOf };
  const saved = (table: ObjectTable, id: string, created?: boolean): SaveResult => {
    if (SECURITY_OBJECTS.has(table.definition.name)) registry.invalidate();
    return { id, success: true, created, errors: [] };
  };
  const insertOne = (batch: Batch, table: ObjectTable, record: RecordInput): SaveResult =>
    saved(table, saver.insert(batch, table, record), true);

  return {
    insert(actor, object, records, options) {
      const table = tables.get(object);
      return saveAll(batches, actor, records, options, (batch, record) => insertOne(batch, table, record));
    },
    update(actor, object, records, options) {
      const table = tables.get(object);
      return saveAll(batches, actor, records, options, (batch, record) =>
        saved(table, saver.update(batch, table, record), false),
      );
    },
    upsert(actor, object, externalIdField, records, options) {
      const table = tables.get(object);
      const key = new UpsertKey(database, table, externalIdField, registry.of(actor));
      return saveAll(batches, actor, records, options, (batch, record, chunk) => {
        const id = key.find(record, chunk);
        if (id === undefined) return insertOne(batch, table, record);
        const repeat = { ...key.rest(record), Id: id };
        return saved(table, saver.update(batch, table, repeat, { repeatable: true }), false);
      });
    },
    remove(actor, ids, options) {
      return saveAll(batches, actor, ids, options, (batch, given) => {
        const { table, id } = locate(database, tables, given);
        saver.requireRow(batch, table, id, readRow(database, table, id)?.['IsDeleted'], 'delete');
        bin.remove(batch, table, id);
        return saved(table, id);
      });
    },
    removeForGood(actor, ids, options) {
      return saveAll(batches, actor, ids, options, (batch, given) => {
        const { table, id } = locate(database, tables, given);
        const isDeleted = readRow(database, table, id)?.['IsDeleted'];
        // What is in the bin may be thrown away by whoever may delete it.
        saver.requireRow(batch, table, id, isDeleted === 1 ? 0 : isDeleted, 'delete');
        if (isDeleted !== 1) bin.remove(batch, table, id);
        bin.purge(id);
        return saved(table, id);
      });
    },
    undelete(actor, ids, options) {
      return saveAll(batches, actor, ids, options, (batch, given) => {
        const { table, id } = locate(database, tables, given);
        const exists = readRow(database, table, id) !== undefined;
        saver.requireRow(batch, table, id, exists ? 0 : undefined, 'delete');
        bin.restore(batch, id);
        return saved(table, id);
      });
    },
    transaction: (work) => database.transaction(work),
  };
}

function locate(database: SqlDatabase, tables: ObjectTables, given: string): { table: ObjectTable; id: string } {
  const table = isId(given) ? tables.ofId(given) : undefined;
  if (!table) throw refuse('MALFORMED_ID', `malformed id ${given}`);
  const id = toId18(given);
  return { table: (table.definition.historyOf && historyWith(database, tables, id)) ?? table, id };
}
