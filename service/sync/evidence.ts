import type { Evidence } from '../../core/index.ts';
import type { ReplicaDatabase } from '../replica/index.ts';

/**
 * All evidence the replica holds, in no order:
 * - a check: one answered question;
 * - an assessment: a manager's observation that was not taken back, dated by the day it was made where that is
 *   earlier than the record;
 * - a completion: a nugget read to the end, once for each skill of the nugget;
 * - an outcome: a closed deal, once for each skill whose nuggets its owner opened or completed in that deal before
 *   it closed.
 */
export async function evidenceOf(db: ReplicaDatabase): Promise<Evidence[]> {
  return [...(await checks(db)), ...(await assessments(db)), ...(await completions(db)), ...(await outcomes(db))];
}

async function checks(db: ReplicaDatabase): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('check_response as r')
    .innerJoin('check_question as q', 'q.id', 'r.question_id')
    .innerJoin('skill as s', 's.id', 'q.skill_id')
    .select(['r.id', 'r.owner_id', 'r.question_id', 'r.correct', 'r.created_at', 's.code'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: 'check',
    personId: row.owner_id,
    skillCode: row.code,
    itemId: row.question_id,
    at: row.created_at,
    value: row.correct,
  }));
}

async function assessments(db: ReplicaDatabase): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('skill_assessment as a')
    .innerJoin('skill as s', 's.id', 'a.skill_id')
    .where('a.undone', '=', 0)
    .select(['a.id', 'a.owner_id', 'a.level', 'a.observed_on', 'a.created_at', 's.code'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: 'assessment',
    personId: row.owner_id,
    skillCode: row.code,
    at: observedAt(row.observed_on, row.created_at),
    value: Math.min(Math.max(row.level / 100, 0), 1),
  }));
}

/** Noon of the day of the observation; an observation cannot be later than its record. */
function observedAt(day: string | null, createdAt: string): string {
  if (day === null) return createdAt;
  const noon = `${day}T12:00:00.000Z`;
  return noon < createdAt ? noon : createdAt;
}

async function completions(db: ReplicaDatabase): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('learning_event as e')
    .innerJoin('nugget_skill as n', 'n.nugget_id', 'e.nugget_id')
    .innerJoin('skill as s', 's.id', 'n.skill_id')
    .where('e.type', '=', 'Completed')
    .where('e.undone', '=', 0)
    .select(['e.id', 'e.owner_id', 'e.created_at', 's.code'])
    .execute();
  return rows.map((row) => ({
    id: `${row.id}:${row.code}`,
    kind: 'completion',
    personId: row.owner_id,
    skillCode: row.code,
    at: row.created_at,
    value: 1,
  }));
}

async function outcomes(db: ReplicaDatabase): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('opportunity as o')
    .innerJoin('learning_event as e', (join) =>
      join.onRef('e.opportunity_id', '=', 'o.id').onRef('e.owner_id', '=', 'o.owner_id'),
    )
    .innerJoin('nugget_skill as n', 'n.nugget_id', 'e.nugget_id')
    .innerJoin('skill as s', 's.id', 'n.skill_id')
    .where('o.closed', '=', 1)
    .where('e.type', 'in', ['Viewed', 'Completed'])
    .where('e.undone', '=', 0)
    .select(['o.id', 'o.owner_id', 'o.won', 'o.close_date', 'o.stage_changed_at', 'e.created_at', 's.code'])
    .execute();
  const byId = new Map<string, Evidence>();
  for (const row of rows) {
    const at = row.stage_changed_at ?? (row.close_date === null ? undefined : `${row.close_date}T12:00:00.000Z`);
    if (at === undefined || row.created_at > at) continue;
    const id = `${row.id}:${row.code}`;
    byId.set(id, { id, kind: 'outcome', personId: row.owner_id, skillCode: row.code, at, value: row.won });
  }
  return [...byId.values()];
}
