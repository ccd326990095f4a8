import { CREATED, historyDataType, historyNameOf, keepsNoValues, nameInHistory } from '../schema/field-history.ts';
import type { FieldDefinition, HistoryLink, ObjectDefinition, Schema } from '../schema/types.ts';
import type { SqlValue } from '../security/types.ts';
import type { BehaviorOrg, Change } from './behaviors/behavior.ts';
import { changed } from './behaviors/behavior.ts';
import type { ObjectTable, ObjectTables } from './object-table.ts';
import { quote } from './sql-database.ts';
import type { SqlDatabase } from './sql-database.ts';
import { toAnyType } from './values.ts';

/** Where the changes of an object's records are kept. */
export interface HistoryTable {
  /** The history object's name. */
  readonly name: string;
  readonly link: HistoryLink;
  /** False where nothing is kept now; there may be rows from before. */
  readonly enabled: boolean;
  readonly tracked: readonly FieldDefinition[];
}

/** The history that this object's changes go to, or undefined for an object that has none. */
export function historyTable(schema: Schema, definition: ObjectDefinition): HistoryTable | undefined {
  const name = historyNameOf(definition);
  const link = name === undefined ? undefined : schema.object(name)?.historyOf;
  if (name === undefined || link?.object !== definition.name) return undefined;
  const enabled = definition.enableHistory === true;
  return { name, link, enabled, tracked: definition.fields.filter(({ trackHistory }) => trackHistory) };
}

/**
 * Keeps what a save changed: one row for a new record, then one for each tracked field that is another now, and two for
 * a lookup: the names of its records, and their ids.
 *
 * Source: Object Reference, "StandardObjectNameHistory" and the usage notes of its predecessor "EntityHistory".
 */
export function writeFieldHistory(change: Change, history: HistoryTable, org: BehaviorOrg): void {
  if (!history.enabled) return;
  const { row, prior, moment } = change;
  const add = (name: string, dataType: string, from: SqlValue, to: SqlValue): void => {
    const record = { [history.link.reference]: row['Id'] ?? null };
    org.add(history.name, { ...record, Field: name, DataType: dataType, OldValue: from, NewValue: to }, moment);
  };
  if (!prior) {
    add(CREATED, 'Text', null, null);
    return;
  }
  for (const field of history.tracked) {
    if (!changed(change, field.name)) continue;
    const name = nameInHistory(field);
    const [from, to] = [prior[field.name] ?? null, row[field.name] ?? null];
    if (keepsNoValues(field)) {
      add(name, historyDataType(field), null, null);
      continue;
    }
    if (field.type === 'reference') add(name, 'Text', recordName(org, from), recordName(org, to));
    add(name, historyDataType(field), toAnyType(field, from), toAnyType(field, to));
  }
}

/** The name of the record with this id, as a history keeps it. */
function recordName({ database, tables }: BehaviorOrg, id: SqlValue): SqlValue {
  const table = typeof id === 'string' ? tables.ofId(id) : undefined;
  const field = table?.definition.fields.find(({ nameField }) => nameField);
  if (!table || !field) return null;
  const { name } = table.definition;
  const found = database.value(`SELECT ${quote(field.name)} FROM ${quote(name)} WHERE "Id" = ?`, [id]);
  return toAnyType(field, found ?? null);
}

/** Lets the history of a record follow it into the recycle bin (1) and out of it (0). */
export function moveHistory(
  database: SqlDatabase,
  { name, link }: HistoryTable,
  recordId: string,
  isDeleted: 0 | 1,
  stamp: string,
): void {
  database.run(`UPDATE ${quote(name)} SET "IsDeleted" = ?, "SystemModstamp" = ? WHERE ${quote(link.reference)} = ?`, [
    isDeleted,
    stamp,
    recordId,
  ]);
}

/** Forgets the history of a record that is gone for good. */
export function eraseHistory(database: SqlDatabase, { name, link }: HistoryTable, recordId: string): void {
  database.run(`DELETE FROM ${quote(name)} WHERE ${quote(link.reference)} = ?`, [recordId]);
}

/** The history that has the row with this id: the id alone does not tell. */
export function historyWith(database: SqlDatabase, tables: ObjectTables, id: string): ObjectTable | undefined {
  const histories = tables.schema.objects.filter(({ historyOf }) => historyOf);
  const found = histories.find(({ name }) => database.value(`SELECT 1 FROM ${quote(name)} WHERE "Id" = ?`, [id]) === 1);
  return found && tables.get(found.name);
}
