import type { Actor } from '../../security/types.ts';
import type { ObjectTable, ObjectTables } from '../object-table.ts';
import type { SqlDatabase, StoredRow } from '../sql-database.ts';
import type { WriteMoment } from '../write-moment.ts';

/** One record on its way into the store. */
export interface Change {
  readonly table: ObjectTable;
  /** The row as it will be written; `before` fills it in. */
  readonly row: StoredRow;
  /** The row as it was; undefined for a new record. */
  readonly prior: StoredRow | undefined;
  /** What the client gave, by API name. */
  readonly given: StoredRow;
  readonly actor: Actor;
  readonly moment: WriteMoment;
}

/** What an object does by itself when its records are written. */
export interface Behavior {
  /** Fills fields before the record is checked. @throws RecordRefused */
  before?(change: Change, org: BehaviorOrg): void;
  /** Follows the record up in others. */
  after?(change: Change, org: BehaviorOrg): void;
  /** After a record went to the recycle bin or came back from it; `row` is as it was before it went. */
  gone?(row: StoredRow, org: BehaviorOrg, actor: Actor, moment: WriteMoment): void;
}

/** The org as behaviors see it. Their writes ask for nobody's rights. */
export interface BehaviorOrg {
  readonly database: SqlDatabase;
  readonly tables: ObjectTables;
  /** Adds a row with the system fields of `moment`. Returns its id. */
  add(object: string, values: StoredRow, moment: WriteMoment): string;
  /** Saves as a user's update does, with all its consequences. */
  save(actor: Actor, object: string, id: string, values: StoredRow, moment: WriteMoment): void;
  /** Changes derived columns without a trace in LastModifiedDate; `stamp` tells readers of changes. */
  derive(object: string, id: string, values: StoredRow, stamp?: string): void;
}

export function changed(change: Change, ...fields: readonly string[]): boolean {
  const { row, prior } = change;
  return prior === undefined || fields.some((field) => (row[field] ?? null) !== (prior[field] ?? null));
}

export function textOf(row: StoredRow | undefined, field: string): string | undefined {
  const value = row?.[field];
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(row: StoredRow | undefined, field: string): number | undefined {
  const value = row?.[field];
  return typeof value === 'number' ? value : undefined;
}
