import { randomUUID } from 'node:crypto';

import type { Counters } from '../counters.ts';
import type { ObjectTable } from '../object-table.ts';
import type { SqlDatabase, StoredRow } from '../sql-database.ts';
import type { FieldValue } from '../types.ts';
import { fromStored } from '../values.ts';
import type { WriteMoment } from '../write-moment.ts';
import type { ChangeChannels } from './change-channels.ts';
import type { ChangeEvent, ChangeFeed, ChangeType } from './change-event.ts';

const RETENTION_MS = 72 * 3_600_000;
/** Old events are thrown away at most this often. */
const PURGE_EVERY_MS = 60_000;
const SERIES = '~ChangeEvent';

/** What no event tells: the system's own, and what the org derives from other records by itself. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastActivityDate',
  'HasOpenActivity',
  'HasOverdueTask',
]);

interface Transaction {
  readonly key: string;
  readonly commitNumber: number;
  events: number;
}

/**
 * The changes of selected objects, written in the transaction that made them: an event exists exactly when its change
 * does, after a crash too. Kept for 72 hours.
 */
export class ChangeLog implements ChangeFeed {
  readonly #database: SqlDatabase;
  readonly #counters: Counters;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #channels: ChangeChannels = new Map();
  #captured: ReadonlySet<string> = new Set();
  #transaction: Transaction | undefined;
  #writer: Pick<WriteMoment, 'userId' | 'stamp'> = { userId: '', stamp: '' };
  #latest: number;
  #purgedAt = 0;

  /** @param now milliseconds since 1970 that never go back, so that events are in the order of their times */
  constructor(database: SqlDatabase, counters: Counters, now: () => number) {
    this.#database = database;
    this.#counters = counters;
    this.#now = now;
    database.exec(`
      CREATE TABLE IF NOT EXISTS "~ChangeEvent" (
        ReplayId INTEGER PRIMARY KEY, Entity TEXT NOT NULL, RecordId TEXT NOT NULL, ChangeType TEXT NOT NULL,
        Fields TEXT NOT NULL, CommittedAt INTEGER NOT NULL, CommitUser TEXT NOT NULL, TransactionKey TEXT NOT NULL,
        CommitNumber INTEGER NOT NULL, SequenceNumber INTEGER NOT NULL);
      CREATE INDEX IF NOT EXISTS "~ChangeEvent:CommittedAt" ON "~ChangeEvent" (CommittedAt)`);
    this.#latest = Number(database.value('SELECT MAX(ReplayId) FROM "~ChangeEvent"') ?? 0);
    database.onEnded((committed) => this.#ended(committed));
  }

  /** Which objects are captured from now on, and where their events go. */
  use(channels: ChangeChannels): void {
    this.#channels = channels;
    this.#captured = new Set([...channels.values()].flat());
  }

  /** Says who writes what is recorded next. */
  begin(moment: WriteMoment): void {
    this.#writer = moment;
  }

  /**
   * Notes a change of a row, if its object is captured. Only inside a transaction.
   *
   * @param columns those that were written
   */
  record(table: ObjectTable, type: ChangeType, row: StoredRow, columns: readonly string[]): void {
    const { name } = table.definition;
    if (!this.#captured.has(name)) return;
    const told = columns.filter((column) => !LEFT_OUT.has(column));
    if (type === 'UPDATE' && told.length === 0) return;
    this.#purge();
    const fields = type === 'DELETE' ? {} : valuesOf(table, row, told, type === 'UPDATE');
    const replayId = this.#counters.next(SERIES);
    this.#transaction ??= { key: randomUUID(), commitNumber: replayId, events: 0 };
    this.#transaction.events += 1;
    const { key, commitNumber, events } = this.#transaction;
    const { userId, stamp } = this.#writer;
    this.#database.run('INSERT INTO "~ChangeEvent" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      replayId,
      name,
      String(row['Id']),
      type,
      JSON.stringify(fields),
      Date.parse(stamp),
      userId,
      key,
      commitNumber,
      events,
    ]);
    this.#latest = replayId;
  }

  get latest(): number {
    return this.#latest;
  }

  holds(replayId: number): boolean {
    const found = this.#database.value('SELECT 1 FROM "~ChangeEvent" WHERE ReplayId = ? AND CommittedAt >= ?', [
      replayId,
      this.#oldest(),
    ]);
    return found === 1;
  }

  read(after: number, entities: readonly string[], limit: number): ChangeEvent[] {
    const rows = this.#database.rows(
      `SELECT ReplayId, Entity, RecordId, ChangeType, Fields, CommittedAt, CommitUser, TransactionKey, CommitNumber,
              SequenceNumber
       FROM "~ChangeEvent"
       WHERE ReplayId > ? AND CommittedAt >= ? AND Entity IN (SELECT value FROM json_each(?))
       ORDER BY ReplayId LIMIT ?`,
      [after, this.#oldest(), JSON.stringify(entities), limit],
    );
    return rows.map(([replayId, entity, recordId, changeType, fields, committedAt, user, key, commit, sequence]) => ({
      replayId: Number(replayId),
      entity: String(entity),
      recordId: String(recordId),
      changeType: changeType as ChangeType,
      fields: JSON.parse(String(fields)) as Record<string, FieldValue>,
      committedAt: Number(committedAt),
      commitUser: String(user),
      transactionKey: String(key),
      commitNumber: Number(commit),
      sequenceNumber: Number(sequence),
    }));
  }

  entitiesOf(channel: string): readonly string[] | undefined {
    return this.#channels.get(channel);
  }

  onCommitted(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #ended(committed: boolean): void {
    const told = this.#transaction !== undefined;
    this.#transaction = undefined;
    if (committed && told) for (const listener of this.#listeners) listener();
  }

  #oldest(): number {
    return this.#now() - RETENTION_MS;
  }

  #purge(): void {
    const now = this.#now();
    if (now - this.#purgedAt < PURGE_EVERY_MS) return;
    this.#purgedAt = now;
    this.#database.run('DELETE FROM "~ChangeEvent" WHERE CommittedAt < ?', [this.#oldest()]);
  }
}

function valuesOf(
  table: ObjectTable,
  row: StoredRow,
  columns: readonly string[],
  blanks: boolean,
): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const column of columns) {
    const value = fromStored(table.fields.get(column.toLowerCase()), row[column]);
    if (blanks || value !== null) values[column] = value;
  }
  return values;
}
