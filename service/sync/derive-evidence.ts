import type { RawSql } from '../replica/index.ts';

/** A date and time of the mirror as epoch milliseconds. */
const momentOf = (column: string): string =>
  `unixepoch(substr(${column}, 1, 19)) * 1000 + CAST(substr(${column}, 21, 3) AS INTEGER)`;
const NOON = `a.observed_on || 'T12:00:00.000Z'`;

/** A kind of evidence: the table it comes from, and its rows under a condition on the table's alias. */
interface EvidenceSource {
  readonly table: 'check_response' | 'skill_assessment' | 'learning_event' | 'opportunity';
  rows(of: (alias: string) => string): string;
}

/**
 * What counts as evidence, in the columns at, id, kind, person_id, skill_code, item_id, value:
 * - a check: one answered question;
 * - an assessment: a manager's observation, dated by noon of the day it was made where that is earlier than the record;
 * - a completion: a nugget read to the end, once for each skill of the nugget;
 * - an outcome: a closed deal, once for each skill whose nuggets its owner opened or completed in that deal before
 *   it closed.
 */
const KINDS: readonly EvidenceSource[] = [
  {
    table: 'check_response',
    rows: (of) => `SELECT ${momentOf('r.created_at')}, r.id, 'check', r.owner_id, s.code, r.question_id, r.correct
    FROM check_response r CROSS JOIN check_question q ON q.id = r.question_id CROSS JOIN skill s ON s.id = q.skill_id
    WHERE ${of('r')}`,
  },
  {
    table: 'skill_assessment',
    rows: (of) => `SELECT ${momentOf(`CASE WHEN ${NOON} < a.created_at THEN ${NOON} ELSE a.created_at END`)}, a.id,
      'assessment', a.owner_id, s.code, NULL, MIN(MAX(a.level / 100.0, 0), 1)
    FROM skill_assessment a CROSS JOIN skill s ON s.id = a.skill_id
    WHERE a.undone = 0 AND ${of('a')}`,
  },
  {
    table: 'learning_event',
    rows: (
      of,
    ) => `SELECT ${momentOf('e.created_at')}, e.id || ':' || s.code, 'completion', e.owner_id, s.code, e.nugget_id, 1
    FROM learning_event e CROSS JOIN nugget_skill n ON n.nugget_id = e.nugget_id CROSS JOIN skill s ON s.id = n.skill_id
    WHERE e.type = 'Completed' AND e.undone = 0 AND ${of('e')}`,
  },
  {
    table: 'opportunity',
    rows: (of) => `SELECT ${momentOf('o.ended_at')}, o.id || ':' || s.code, 'outcome', o.owner_id, s.code, NULL, o.won
    FROM (SELECT rowid, id, owner_id, won, COALESCE(stage_changed_at, close_date || 'T12:00:00.000Z') AS ended_at
          FROM opportunity WHERE closed = 1) o
      CROSS JOIN learning_event e ON e.opportunity_id = o.id AND e.owner_id = o.owner_id
      CROSS JOIN nugget_skill n ON n.nugget_id = e.nugget_id CROSS JOIN skill s ON s.id = n.skill_id
    WHERE e.type IN ('Viewed', 'Completed') AND e.undone = 0 AND e.created_at <= o.ended_at
      AND ${of('o')}`,
  },
];

/** Conflicts of ids inside one kind (a nugget linked twice to a skill) are one piece of evidence. */
const COLUMNS = 'at, id, kind, person_id, skill_code, item_id, value';
/** Skills, questions and nuggets as sources of evidence: what hangs on them is derived again. */
const EXPANSIONS: readonly string[] = [
  `SELECT 'check_question', id FROM check_question WHERE skill_id IN (SELECT id FROM changed_source WHERE object = 'skill')`,
  `SELECT 'skill_assessment', id FROM skill_assessment WHERE skill_id IN (SELECT id FROM changed_source WHERE object = 'skill')`,
  `SELECT 'nugget', nugget_id FROM nugget_skill WHERE skill_id IN (SELECT id FROM changed_source WHERE object = 'skill')`,
  `SELECT 'check_response', id FROM check_response WHERE question_id IN (SELECT id FROM changed_source WHERE object = 'check_question')`,
  `SELECT 'learning_event', id FROM learning_event WHERE nugget_id IN (SELECT id FROM changed_source WHERE object = 'nugget')`,
  `SELECT 'opportunity', opportunity_id FROM learning_event WHERE opportunity_id IS NOT NULL AND nugget_id IN (SELECT id FROM changed_source WHERE object = 'nugget')`,
];

/** Few enough that what a statement does is not much at once. */
const SOURCES_A_STATEMENT = 100_000;
const TEMPORARY = ['fresh', 'stale', 'same'] as const;

/**
 * Brings the evidence table to what the mirror says: only the evidence of sources that changed since the last time, in
 * one transaction (whoever is killed in it finds the same changes again), and all of it the first time. The earliest
 * moment at which evidence changed is kept (setting `replay_from`) until the replay went back to it.
 *
 * @returns how many pieces were new, different or gone
 */
export function deriveEvidence(sql: RawSql): number {
  if (sql.value(`SELECT value FROM setting WHERE name = 'evidence_derived'`) === undefined) return deriveAll(sql);
  return sql.transaction(() => {
    if (sql.value('SELECT 1 FROM changed_source LIMIT 1') === undefined) return 0;
    const changed = deriveChanged(sql);
    noteWhoIsConcerned(sql);
    sql.run('DELETE FROM changed_source');
    return changed;
  });
}

/** All evidence, a part of the sources in each transaction: until it is complete, it is made from the beginning. */
function deriveAll(sql: RawSql): number {
  sql.transaction(() => sql.run('DELETE FROM evidence'));
  for (const kind of KINDS) {
    const last = sql.value<number | null>(`SELECT MAX(rowid) FROM ${kind.table}`) ?? 0;
    const rows = dated(kind.rows((alias) => `${alias}.rowid BETWEEN ? AND ?`));
    for (let start = 0; start < last; start += SOURCES_A_STATEMENT) {
      sql.transaction(() =>
        sql.run(`INSERT OR IGNORE INTO evidence (${COLUMNS}) ${rows}`, start + 1, start + SOURCES_A_STATEMENT),
      );
    }
  }
  return sql.transaction(() => {
    sql.run(`INSERT INTO setting (name, value) VALUES ('evidence_derived', '1')`);
    return sql.value<number>('SELECT COUNT(*) FROM evidence') ?? 0;
  });
}

/** What has no date is no evidence. */
function dated(rows: string): string {
  return `WITH derived (${COLUMNS}) AS (${rows}) SELECT * FROM derived WHERE at IS NOT NULL`;
}

function deriveChanged(sql: RawSql): number {
  for (const expansion of EXPANSIONS) sql.run(`INSERT OR IGNORE INTO changed_source ${expansion}`);
  for (const name of TEMPORARY)
    sql.run(
      `CREATE TEMP TABLE IF NOT EXISTS ${name} (at INTEGER, id TEXT, kind TEXT, person_id TEXT, skill_code TEXT, item_id TEXT, value REAL, PRIMARY KEY (at, id))`,
    );
  for (const { table, rows } of KINDS) {
    const isChanged = (alias: string): string =>
      `${alias}.id IN (SELECT id FROM changed_source WHERE object = '${table}')`;
    sql.run(`INSERT OR IGNORE INTO temp.fresh ${dated(rows(isChanged))}`);
  }
  const own = COLUMNS.split(', ').map((column) => `e.${column}`).join(', '); // prettier-ignore
  sql.run(`INSERT OR IGNORE INTO temp.stale SELECT ${own} FROM changed_source c CROSS JOIN evidence e ON e.id = c.id
    WHERE c.object IN ('check_response', 'skill_assessment')`);
  sql.run(`INSERT OR IGNORE INTO temp.stale SELECT ${own} FROM changed_source c
    CROSS JOIN evidence e ON e.id > c.id || ':' AND e.id < c.id || ';' WHERE c.object IN ('learning_event', 'opportunity')`);
  sql.run(`INSERT INTO temp.same SELECT * FROM temp.fresh INTERSECT SELECT * FROM temp.stale`);
  for (const side of ['fresh', 'stale'])
    sql.run(`DELETE FROM temp.${side} WHERE (at, id) IN (SELECT at, id FROM temp.same)`);
  sql.run(`INSERT OR IGNORE INTO changed_person SELECT DISTINCT 'publish', person_id FROM temp.stale`);
  sql.run('DELETE FROM evidence WHERE (at, id) IN (SELECT at, id FROM temp.stale)');
  sql.run(`INSERT INTO evidence (${COLUMNS}) SELECT ${COLUMNS} FROM temp.fresh`);
  const touched = `(SELECT at, id FROM temp.fresh UNION SELECT at, id FROM temp.stale)`;
  sql.run(`INSERT INTO setting (name, value) SELECT 'replay_from', MIN(at) FROM ${touched} HAVING MIN(at) IS NOT NULL
    ON CONFLICT (name) DO UPDATE SET value = MIN(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))`);
  const changed = sql.value<number>(`SELECT COUNT(*) FROM ${touched}`) ?? 0;
  for (const name of TEMPORARY) sql.run(`DELETE FROM temp.${name}`);
  return changed;
}

/** Changes that move no evidence, but what is published of somebody or of everybody. */
function noteWhoIsConcerned(sql: RawSql): void {
  sql.run(`INSERT OR IGNORE INTO changed_person SELECT 'publish', id FROM changed_source WHERE object = 'user'`);
  sql.run(`INSERT INTO setting (name, value) SELECT 'everybody_due', 'structure' FROM changed_source
    WHERE object = 'structure' LIMIT 1 ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
}
