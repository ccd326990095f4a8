import type { FieldDefinition, Schema } from '../schema/types.ts';
import type { Batch } from './batch.ts';
import { behaviorOf } from './behaviors/behaviors.ts';
import type { BehaviorOrg } from './behaviors/behavior.ts';
import { isStored } from './columns.ts';
import { eraseHistory, moveHistory } from './field-history.ts';
import { readRow } from './object-table.ts';
import type { ObjectTable, ObjectTables } from './object-table.ts';
import type { RowWriter } from './row-writer.ts';
import { refuse } from './save-error.ts';
import { quote } from './sql-database.ts';
import type { SqlDatabase, StoredRow } from './sql-database.ts';

export interface BinContext {
  readonly database: SqlDatabase;
  readonly tables: ObjectTables;
  readonly writer: RowWriter;
  readonly org: BehaviorOrg;
}

interface Member {
  readonly table: ObjectTable;
  readonly id: string;
}

/** A lookup from another object. */
interface Referrer {
  readonly table: ObjectTable;
  readonly field: FieldDefinition;
}

/**
 * Deletes records with what hangs on them, and brings them back together. Everything deleted by one deletion is kept
 * under its root's id; lookups that the deletion cleared are kept beside it.
 */
export class RecycleBin {
  readonly #context: BinContext;
  readonly #referrers = new Map<string, readonly Referrer[]>();

  constructor(context: BinContext) {
    this.#context = context;
    context.database.exec(`
      CREATE TABLE IF NOT EXISTS "~RecycleBin" (Id TEXT PRIMARY KEY, RootId TEXT NOT NULL) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS "~RecycleBin:Root" ON "~RecycleBin" (RootId);
      CREATE TABLE IF NOT EXISTS "~ClearedLookup" (
        RootId TEXT NOT NULL, Id TEXT NOT NULL, Field TEXT NOT NULL, Value TEXT NOT NULL,
        PRIMARY KEY (RootId, Id, Field)) WITHOUT ROWID`);
  }

  /** @throws RecordRefused `DELETE_FAILED` when a lookup forbids it */
  remove(batch: Batch, table: ObjectTable, id: string): void {
    const members = this.#hangingOn({ table, id });
    const leaving = new Set(members.map((member) => member.id));
    this.#requireNoRestriction(members, leaving);
    const rows = members.map((member) => ({ member, row: readRow(this.#context.database, member.table, member.id) }));
    for (const member of members) this.#clearLookups(batch, member.id, member.table, id, leaving);
    for (const { member, row } of rows) if (row) this.#removeRow(batch, member, row, id);
    for (const { member, row } of rows) if (row) this.#followUp(batch, member, row);
  }

  /** @throws RecordRefused `UNDELETE_FAILED` for a record that was not deleted on its own */
  restore(batch: Batch, id: string): void {
    const { database, tables, writer } = this.#context;
    const root = database.value('SELECT RootId FROM "~RecycleBin" WHERE Id = ?', [id]);
    if (root !== id) throw refuse('UNDELETE_FAILED', 'Entity is not in the recycle bin');
    const members = database
      .rows('SELECT Id FROM "~RecycleBin" WHERE RootId = ?', [id])
      .map(([member]) => String(member));
    for (const member of members) {
      const table = tables.ofId(member);
      const row = table && readRow(database, table, member);
      if (!table || !row) continue;
      this.#requireMasters(table, row, new Set(members));
      writer.set(table, { ...row, IsDeleted: 0, ...this.#stamps(batch) }, [
        'IsDeleted',
        ...Object.keys(this.#stamps(batch)),
      ]);
      if (table.history) moveHistory(database, table.history, member, 0, batch.moment.stamp);
    }
    this.#restoreLookups(batch, id);
    database.run('DELETE FROM "~RecycleBin" WHERE RootId = ?', [id]);
    for (const member of members) {
      const table = tables.ofId(member);
      const row = table && readRow(database, table, member);
      if (table && row) this.#followUp(batch, { table, id: member }, row);
    }
  }

  /** Forgets a record that is in the bin, with everything that was deleted together with it. */
  purge(id: string): void {
    const { database, tables, writer } = this.#context;
    const root = database.value('SELECT RootId FROM "~RecycleBin" WHERE Id = ?', [id]);
    if (root === undefined) return;
    const members = root === id ? database.rows('SELECT Id FROM "~RecycleBin" WHERE RootId = ?', [id]) : [[id]];
    for (const [member] of members) {
      const table = tables.ofId(String(member));
      if (table) writer.erase(table, String(member), { quiet: true });
      if (table?.history) eraseHistory(database, table.history, String(member));
      database.run('DELETE FROM "~RecycleBin" WHERE Id = ?', [String(member)]);
    }
    database.run('DELETE FROM "~ClearedLookup" WHERE RootId = ?', [id]);
  }

  #stamps({ moment }: Batch): StoredRow {
    return { LastModifiedDate: moment.now, LastModifiedById: moment.userId, SystemModstamp: moment.stamp };
  }

  #followUp({ actor, moment }: Batch, { table }: Member, row: StoredRow): void {
    behaviorOf(table.definition.name)?.gone?.(row, this.#context.org, actor, moment);
  }

  /** The record and everything that is deleted with it, masters first. */
  #hangingOn(root: Member): Member[] {
    const members = [root];
    const known = new Set([root.id]);
    for (const member of members) {
      for (const { table, field } of this.#referrersOf(member.table)) {
        if (!field.masterDetail && field.deleteConstraint !== 'cascade') continue;
        for (const id of this.#pointing(table, field, member.id)) {
          if (known.has(id)) continue;
          known.add(id);
          members.push({ table, id });
        }
      }
    }
    return members;
  }

  #requireNoRestriction(members: readonly Member[], leaving: ReadonlySet<string>): void {
    for (const member of members) {
      for (const { table, field } of this.#referrersOf(member.table)) {
        if (field.masterDetail || field.deleteConstraint !== 'restrict') continue;
        const left = this.#pointing(table, field, member.id).filter((id) => !leaving.has(id));
        if (left.length === 0) continue;
        const { label } = member.table.definition;
        throw refuse(
          'DELETE_FAILED',
          `Your attempt to delete this ${label} could not be completed because it is associated with the following ` +
            `${table.definition.labelPlural}: ${left.slice(0, 5).join(', ')}`,
        );
      }
    }
  }

  #clearLookups(batch: Batch, id: string, target: ObjectTable, root: string, leaving: ReadonlySet<string>): void {
    const { database } = this.#context;
    for (const { table, field } of this.#referrersOf(target)) {
      if (field.masterDetail || field.deleteConstraint !== 'setNull') continue;
      for (const pointing of this.#pointing(table, field, id)) {
        if (leaving.has(pointing)) continue;
        database.run('INSERT OR REPLACE INTO "~ClearedLookup" VALUES (?, ?, ?, ?)', [root, pointing, field.name, id]);
        this.#point(table, field, pointing, null, batch.moment.stamp);
      }
    }
  }

  #restoreLookups(batch: Batch, root: string): void {
    const { database, tables } = this.#context;
    const cleared = database.rows('SELECT Id, Field, Value FROM "~ClearedLookup" WHERE RootId = ?', [root]);
    for (const [id, name, value] of cleared) {
      const table = tables.ofId(String(id));
      const field = table?.fields.get(String(name).toLowerCase());
      if (!table || !field || !isStored(field)) continue;
      if (readRow(database, table, String(id))?.[field.name] !== null) continue;
      this.#point(table, field, String(id), String(value), batch.moment.stamp);
    }
    database.run('DELETE FROM "~ClearedLookup" WHERE RootId = ?', [root]);
  }

  #point(table: ObjectTable, field: FieldDefinition, id: string, value: string | null, stamp: string): void {
    this.#context.writer.set(table, { Id: id, [field.name]: value, SystemModstamp: stamp }, [
      field.name,
      'SystemModstamp',
    ]);
  }

  #removeRow(batch: Batch, { table, id }: Member, row: StoredRow, root: string): void {
    const { database, writer } = this.#context;
    if (!table.recyclable) {
      writer.erase(table, id, { quiet: false });
      return;
    }
    const stamps = this.#stamps(batch);
    writer.set(table, { ...row, IsDeleted: 1, ...stamps }, ['IsDeleted', ...Object.keys(stamps)]);
    if (table.history) moveHistory(database, table.history, id, 1, batch.moment.stamp);
    database.run('INSERT OR REPLACE INTO "~RecycleBin" VALUES (?, ?)', [id, root]);
  }

  #requireMasters(table: ObjectTable, row: StoredRow, returning: ReadonlySet<string>): void {
    for (const field of table.references) {
      const master = row[field.name];
      if (!field.masterDetail || typeof master !== 'string' || returning.has(master)) continue;
      const target = this.#context.tables.ofId(master);
      const found = target && readRow(this.#context.database, target, master);
      if (found?.['IsDeleted'] === 0) continue;
      throw refuse('UNDELETE_FAILED', 'Entity is not in the recycle bin: its master record is deleted', [field.name]);
    }
  }

  #pointing(table: ObjectTable, field: FieldDefinition, id: string): string[] {
    return this.#context.database
      .rows(`SELECT "Id" FROM ${quote(table.definition.name)} WHERE ${quote(field.name)} = ? AND "IsDeleted" = 0`, [id])
      .map(([pointing]) => String(pointing));
  }

  #referrersOf(target: ObjectTable): readonly Referrer[] {
    const { name } = target.definition;
    let found = this.#referrers.get(name);
    if (!found) {
      found = referrers(this.#context.tables, this.#context.tables.schema, name);
      this.#referrers.set(name, found);
    }
    return found;
  }
}

function referrers(tables: ObjectTables, schema: Schema, target: string): Referrer[] {
  return schema.objects.flatMap((object) => {
    // Histories go and come with their record by themselves.
    if (object.historyOf) return [];
    const table = tables.get(object.name);
    return table.references.filter((field) => field.referenceTo.includes(target)).map((field) => ({ table, field }));
  });
}
