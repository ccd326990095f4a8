import { type OrgClient, type OrgInput, type RefusedRecord, reasonOf } from '../connection/index.ts';
import type { RawSql, Replica } from '../replica/index.ts';
import { numberOf, requiredTextOf } from '../sync/field-values.ts';
import type { PublishContext, PublishReport } from './publish-report.ts';
import { recordsInParts } from './published-rows.ts';
import { type Deletion, deleteRows, refuseManyDeletions } from './publish-rows.ts';

export const SNAPSHOT_OBJECT = 'Readiness_Snapshot__c';
const QUERY = `SELECT Id, Key__c, Score__c, Lower__c, Upper__c, Target__c FROM ${SNAPSHOT_OBJECT}`;
const ROWS_AT_ONCE = 4_000;
/** The org holds other than this replica: a difference that is noticed, or another target. */
const DIFFERS = `(ABS(s.score - h.score) >= 0.5 OR ABS(s.lower - h.lower) >= 0.5 OR ABS(s.upper - h.upper) >= 0.5
  OR s.target IS NOT h.target OR h.score IS NULL OR h.lower IS NULL OR h.upper IS NULL)`;

/**
 * Reads from the org which points of trends it holds. What only the org has becomes known; what it lacks, or holds
 * otherwise, is due to be written again.
 */
export async function readSnapshots(client: OrgClient, { sql }: Replica): Promise<void> {
  sql.run(
    'CREATE TEMP TABLE IF NOT EXISTS held_snapshot (person_id TEXT, scope TEXT, day TEXT, score REAL, lower REAL, upper REAL, target REAL, org_id TEXT, PRIMARY KEY (person_id, scope, day))',
  );
  sql.run('DELETE FROM temp.held_snapshot');
  for await (const records of recordsInParts(client, QUERY)) {
    const rows = records.map((record) => [
      ...partsOf(requiredTextOf(record, 'Key__c')),
      ...['Score__c', 'Lower__c', 'Upper__c', 'Target__c'].map((field) => numberOf(record, field)),
      requiredTextOf(record, 'Id'),
    ]);
    sql.run(
      `INSERT OR REPLACE INTO temp.held_snapshot SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4,
       value ->> 5, value ->> 6, value ->> 7 FROM json_each(?)`,
      JSON.stringify(rows),
    );
  }
  sql.transaction(() => {
    sql.run('UPDATE snapshot SET org_id = NULL, due = MAX(due, 1)');
    sql.run(
      `UPDATE snapshot AS s SET org_id = h.org_id, due = CASE WHEN s.due = 2 THEN 2 WHEN ${DIFFERS} THEN 1 ELSE 0 END
       FROM temp.held_snapshot h WHERE h.person_id = s.person_id AND h.scope = s.scope AND h.day = s.day`,
    );
    sql.run('DELETE FROM snapshot WHERE org_id IS NULL AND due = 2');
    sql.run(
      `INSERT OR IGNORE INTO snapshot (person_id, scope, day, score, lower, upper, target, org_id, due)
       SELECT person_id, scope, day, score, lower, upper, target, org_id, 0 FROM temp.held_snapshot`,
    );
  });
  sql.run('DELETE FROM temp.held_snapshot');
}

/** Person, scope and day of a key: `005…:Selling Process:2026-03-02`. */
function partsOf(key: string): [personId: string, scope: string, day: string] {
  return [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1, -11), key.slice(-10)];
}

/** Marks for deletion the points of people who are no more. People who left keep theirs. */
export function dropStrangers(sql: RawSql): void {
  sql.run('UPDATE snapshot SET due = 2 WHERE due <> 2 AND person_id NOT IN (SELECT id FROM "user")');
}

interface DueSnapshot {
  readonly personId: string;
  readonly scope: string;
  readonly day: string;
  readonly orgId: string | null;
  readonly score: number;
  readonly lower: number;
  readonly upper: number;
  readonly target: number | null;
}

/** @throws FluencyError PUBLISH_WOULD_DELETE_MUCH */
export function checkSnapshotDeletions(sql: RawSql): void {
  refuseManyDeletions(
    SNAPSHOT_OBJECT,
    sql.value<number>('SELECT COUNT(*) FROM snapshot WHERE due = 2 AND org_id IS NOT NULL') ?? 0,
    () => sql.value<number>('SELECT COUNT(*) FROM snapshot WHERE org_id IS NOT NULL') ?? 0,
  );
}

/** Writes and deletes the points that are due; what the org refuses stays due. */
export async function publishSnapshots(
  client: OrgClient,
  sql: RawSql,
  context: PublishContext,
): Promise<PublishReport> {
  if (context.dryRun) {
    const count = (where: string): number => sql.value<number>(`SELECT COUNT(*) FROM snapshot WHERE ${where}`) ?? 0;
    const deleted = count('due = 2 AND org_id IS NOT NULL');
    return { objects: [{ object: SNAPSHOT_OBJECT, written: count('due = 1'), deleted }], refused: [] };
  }
  const refused: RefusedRecord[] = [];
  let written = 0;
  for (let last = ['', '', '']; ;) {
    const rows = dueRows(sql, 1, last);
    const end = rows.at(-1);
    if (end === undefined) break;
    last = [end.personId, end.scope, end.day];
    const problems = await upsertSnapshots(client, sql, rows, context);
    refused.push(...problems);
    written += rows.length - problems.length;
  }
  sql.run('DELETE FROM snapshot WHERE due = 2 AND org_id IS NULL');
  const gone = dueRows(sql, 2, ['', '', ''], Number.MAX_SAFE_INTEGER);
  const deletions = gone.flatMap((row): Deletion[] =>
    row.orgId === null ? [] : [{ key: keyOf(row), orgId: row.orgId }],
  );
  const report = await deleteRows(client, SNAPSHOT_OBJECT, deletions, context, (keys) =>
    sql.run(
      `DELETE FROM snapshot WHERE (person_id, scope, day) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?))`,
      JSON.stringify(keys.map(partsOf)),
    ),
  );
  return {
    objects: [{ object: SNAPSHOT_OBJECT, written, deleted: report.objects[0]?.deleted ?? 0 }],
    refused: [...refused, ...report.refused],
  };
}

function dueRows(sql: RawSql, due: 1 | 2, after: readonly string[], limit = ROWS_AT_ONCE): DueSnapshot[] {
  const [personId = '', scope = '', day = ''] = after;
  return sql.rows(
    `SELECT json_object('personId', person_id, 'scope', scope, 'day', day, 'orgId', org_id, 'score', score,
       'lower', lower, 'upper', upper, 'target', target) AS row FROM snapshot
     WHERE due = ${due} AND (person_id, scope, day) > (?, ?, ?) ORDER BY person_id, scope, day LIMIT ?`,
    personId,
    scope,
    day,
    limit,
  );
}

async function upsertSnapshots(
  client: OrgClient,
  sql: RawSql,
  rows: readonly DueSnapshot[],
  context: PublishContext,
): Promise<RefusedRecord[]> {
  const refused: RefusedRecord[] = [];
  await client.upsert(SNAPSHOT_OBJECT, 'Key__c', rows.map(recordOf), {
    onChunk: (start, outcomes) => {
      const done = outcomes.flatMap((outcome, index) => {
        const row = rows[start + index];
        if (row === undefined) return [];
        if (outcome.ok) return [[row.personId, row.scope, row.day, outcome.id]];
        refused.push({ object: SNAPSHOT_OBJECT, key: keyOf(row), reason: reasonOf(outcome) });
        return [];
      });
      sql.run(
        `UPDATE snapshot SET due = 0, org_id = j.value ->> 3 FROM json_each(?) j
         WHERE person_id = j.value ->> 0 AND scope = j.value ->> 1 AND day = j.value ->> 2`,
        JSON.stringify(done),
      );
      context.onProgress?.(start + outcomes.length, rows.length, SNAPSHOT_OBJECT);
    },
  });
  return refused;
}

function keyOf({ personId, scope, day }: DueSnapshot): string {
  return `${personId}:${scope}:${day}`;
}

function recordOf(row: DueSnapshot): OrgInput {
  return {
    Key__c: keyOf(row),
    OwnerId: row.personId,
    Person__c: row.personId,
    Domain__c: row.scope,
    Taken_On__c: row.day,
    Score__c: row.score,
    Lower__c: row.lower,
    Upper__c: row.upper,
    Target__c: row.target,
  };
}
