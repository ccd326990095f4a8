import { sql } from 'kysely';
import type { PlannedNugget } from '../../core/index.ts';
import { groupBy } from '../group-by.ts';
import type { AssignmentTable, ReplicaDatabase } from '../replica/index.ts';

/** An assignment that is neither withdrawn nor done, with the person's published readiness in its skill. */
export interface OpenAssignment extends AssignmentTable {
  readonly score: number | null;
  readonly target: number | null;
  readonly enough: 0 | 1 | null;
}

/** What each person learned of what is in the own plan, by person. */
export interface LearnedRows {
  readonly completions: ReadonlyMap<string, readonly { readonly nuggetId: string; readonly at: string }[]>;
  readonly rightAnswers: ReadonlyMap<string, readonly { readonly questionId: string; readonly at: string }[]>;
}

/** People and the nuggets in their open plans, those of paths included. */
const PLANNED = sql`
  SELECT a.person_id, coalesce(s.nugget_id, a.nugget_id) AS nugget_id
  FROM assignment a LEFT JOIN path_step s ON s.path_id = a.path_id
  WHERE a.withdrawn = 0 AND a.done_on IS NULL`;

export async function openAssignments(db: ReplicaDatabase): Promise<OpenAssignment[]> {
  const { rows } = await sql<OpenAssignment>`
    SELECT a.*, p.content ->> 'score' AS score, p.content ->> 'target' AS target, p.content ->> 'enough' AS enough
    FROM assignment a
    LEFT JOIN skill s ON s.id = a.skill_id
    LEFT JOIN published p ON p.object = 'Readiness__c' AND p.key = lower(a.person_id || ':' || s.code)
    WHERE a.withdrawn = 0 AND a.done_on IS NULL
    ORDER BY a.id`.execute(db);
  return rows;
}

/** The nuggets of each path in their order, and each nugget that is assigned, by the id of the path or nugget. */
export async function plannedNuggets(db: ReplicaDatabase): Promise<Map<string, PlannedNugget[]>> {
  const { rows } = await sql<{ goal: string; nugget_id: string; status: string; questions: string }>`
    SELECT g.goal, n.id AS nugget_id, n.status,
      (SELECT json_group_array(q.id) FROM check_question q WHERE q.nugget_id = n.id) AS questions
    FROM (
      SELECT path_id AS goal, nugget_id, step_order FROM path_step
      WHERE path_id IN (SELECT path_id FROM assignment WHERE withdrawn = 0 AND done_on IS NULL)
      UNION ALL
      SELECT DISTINCT nugget_id, nugget_id, 0 FROM assignment WHERE withdrawn = 0 AND done_on IS NULL
    ) g JOIN nugget n ON n.id = g.nugget_id
    ORDER BY g.goal, g.step_order, n.id`.execute(db);
  const byGoal = groupBy(rows, ({ goal }) => goal);
  return new Map([...byGoal].map(([goal, own]) => [goal, own.map(toPlannedNugget)]));
}

function toPlannedNugget(row: { nugget_id: string; status: string; questions: string }): PlannedNugget {
  const questionIds = JSON.parse(row.questions) as string[];
  return { nuggetId: row.nugget_id, available: row.status === 'Published', questionIds };
}

/** Completions and right answers that can count in an open plan; no others are read. */
export async function learnedRows(db: ReplicaDatabase): Promise<LearnedRows> {
  const completions = await sql<{ owner_id: string; nuggetId: string; at: string }>`
    SELECT e.owner_id, e.nugget_id AS "nuggetId", e.created_at AS at
    FROM (SELECT DISTINCT * FROM (${PLANNED})) p
    JOIN learning_event e ON e.owner_id = p.person_id AND e.nugget_id = p.nugget_id
    WHERE e.type = 'Completed' AND e.undone = 0`.execute(db);
  const rightAnswers = await sql<{ owner_id: string; questionId: string; at: string }>`
    SELECT r.owner_id, r.question_id AS "questionId", r.created_at AS at
    FROM (SELECT DISTINCT * FROM (${PLANNED})) p
    JOIN check_question q ON q.nugget_id = p.nugget_id
    JOIN check_response r ON r.owner_id = p.person_id AND r.question_id = q.id
    WHERE r.correct = 1`.execute(db);
  return {
    completions: groupBy(completions.rows, ({ owner_id: ownerId }) => ownerId),
    rightAnswers: groupBy(rightAnswers.rows, ({ owner_id: ownerId }) => ownerId),
  };
}
