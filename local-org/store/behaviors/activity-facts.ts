import type { SqlDatabase, StoredRow } from '../sql-database.ts';
import { quote } from '../sql-database.ts';
import type { WriteMoment } from '../write-moment.ts';
import { textOf } from './behavior.ts';
import type { BehaviorOrg } from './behavior.ts';

/** The account that an activity counts for: the one it is about, or that of its opportunity or contact. */
export function activityAccount({ database, tables }: BehaviorOrg, row: StoredRow): string | undefined {
  for (const id of [textOf(row, 'WhatId'), textOf(row, 'WhoId')]) {
    const object = id === undefined ? undefined : tables.ofId(id)?.definition.name;
    if (object === 'Account') return id;
    if (object !== 'Opportunity' && object !== 'Contact') continue;
    const account = database.value(`SELECT "AccountId" FROM ${quote(object)} WHERE "Id" = ?`, [id ?? null]);
    if (typeof account === 'string') return account;
  }
  return undefined;
}

/** The field of an activity by which it counts for a record of this object. */
const LINK: Readonly<Record<string, string>> = { Account: 'AccountId', Contact: 'WhoId', Lead: 'WhoId' };

/**
 * Brings `LastActivityDate` (the latest due date of a completed task, or date of a past event) and an opportunity's
 * `HasOpenActivity` and `HasOverdueTask` up to date for these records.
 */
export function refreshActivityFacts(org: BehaviorOrg, ids: ReadonlySet<string>, moment: WriteMoment): void {
  const { today } = moment.formulaContext;
  for (const id of ids) {
    const table = org.tables.ofId(id);
    if (!table?.fields.has('lastactivitydate')) continue;
    const object = table.definition.name;
    const link = quote(LINK[object] ?? 'WhatId');
    const known = org.database.value(`SELECT "LastActivityDate" FROM ${quote(object)} WHERE "Id" = ?`, [id]);
    if (known === undefined) continue;
    const latest = lastOf(org.database, link, id, today);
    if (latest !== known) org.derive(object, id, { LastActivityDate: latest }, moment.stamp);
    if (object === 'Opportunity') org.derive(object, id, openFacts(org.database, id, today));
  }
}

function lastOf(database: SqlDatabase, link: string, id: string, today: string): string | null {
  const latest = database.value(
    `SELECT MAX(d) FROM (
       SELECT MAX("ActivityDate") d FROM "Task" WHERE ${link} = ?1 AND "IsClosed" = 1 AND "IsDeleted" = 0
       UNION ALL
       SELECT MAX("ActivityDate") FROM "Event" WHERE ${link} = ?1 AND "ActivityDate" <= ?2 AND "IsDeleted" = 0)`,
    [id, today],
  );
  return typeof latest === 'string' ? latest : null;
}

function openFacts(database: SqlDatabase, opportunity: string, today: string): StoredRow {
  const [open, overdue, events] = database.row(
    `SELECT
       EXISTS (SELECT 1 FROM "Task" WHERE "WhatId" = ?1 AND "IsClosed" = 0 AND "IsDeleted" = 0),
       EXISTS (SELECT 1 FROM "Task" WHERE "WhatId" = ?1 AND "IsClosed" = 0 AND "IsDeleted" = 0 AND "ActivityDate" < ?2),
       EXISTS (SELECT 1 FROM "Event" WHERE "WhatId" = ?1 AND "IsDeleted" = 0 AND "ActivityDate" >= ?2)`,
    [opportunity, today],
  ) ?? [0, 0, 0];
  return { HasOpenActivity: open === 1 || events === 1 ? 1 : 0, HasOverdueTask: overdue === 1 ? 1 : 0 };
}

/**
 * What the passing of days changes without a write: tasks become overdue, events become past. Only what differs is
 * touched, so that calling it at every change of date costs little.
 */
export function refreshForDate(database: SqlDatabase, today: string): void {
  const overdue = `SELECT "WhatId" FROM "Task" WHERE "IsClosed" = 0 AND "IsDeleted" = 0 AND "WhatId" IS NOT NULL AND "ActivityDate" < ?`;
  database.run(`UPDATE "Opportunity" SET "HasOverdueTask" = 1 WHERE "HasOverdueTask" = 0 AND "Id" IN (${overdue})`, [
    today,
  ]);
  database.run(
    `UPDATE "Opportunity" SET "HasOverdueTask" = 0 WHERE "HasOverdueTask" = 1 AND "Id" NOT IN (${overdue})`,
    [today],
  );
  for (const [object, link] of Object.entries({ ...LINK, Opportunity: 'WhatId' })) {
    database.run(
      `UPDATE ${quote(object)} SET "LastActivityDate" = e.latest FROM (
         SELECT ${quote(link)} id, MAX("ActivityDate") latest FROM "Event"
         WHERE "IsDeleted" = 0 AND "ActivityDate" <= ? AND ${quote(link)} IS NOT NULL GROUP BY 1) e
       WHERE ${quote(object)}."Id" = e.id AND COALESCE("LastActivityDate", '') < e.latest`,
      [today],
    );
  }
}
