import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { changeTriggers, INCREMENTAL_TABLES } from './incremental-tables.ts';
import type { ReplicaTables } from './tables.ts';

interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

const MIRROR = 'id TEXT PRIMARY KEY, modstamp TEXT NOT NULL';

/** In order; what was released is never edited. The replica can be rebuilt, so a migration may drop what it likes. */
const MIGRATIONS: readonly Migration[] = [
  {
    name: '001-first',
    statements: [
      `CREATE TABLE "user" (${MIRROR}, username TEXT NOT NULL, name TEXT NOT NULL, active INTEGER NOT NULL, role_id TEXT, manager_id TEXT, sales_role TEXT, sales_role_start TEXT)`,
      `CREATE TABLE user_role (${MIRROR}, name TEXT NOT NULL, parent_id TEXT)`,
      `CREATE TABLE opportunity (${MIRROR}, owner_id TEXT NOT NULL, stage TEXT NOT NULL, closed INTEGER NOT NULL, won INTEGER NOT NULL, close_date TEXT, amount REAL, created_at TEXT NOT NULL, stage_changed_at TEXT)`,
      `CREATE TABLE signal (${MIRROR}, code TEXT NOT NULL, label TEXT NOT NULL, type TEXT NOT NULL, path TEXT NOT NULL, active INTEGER NOT NULL)`,
      `CREATE TABLE skill (${MIRROR}, code TEXT NOT NULL, name TEXT NOT NULL, domain TEXT NOT NULL, component TEXT NOT NULL, difficulty_state TEXT)`,
      `CREATE TABLE skill_target (${MIRROR}, key TEXT, sales_role TEXT NOT NULL, skill_id TEXT NOT NULL, target REAL NOT NULL, weight REAL NOT NULL)`,
      `CREATE TABLE nugget (${MIRROR}, key TEXT NOT NULL, title TEXT NOT NULL, status TEXT NOT NULL, shown REAL, helpful REAL, not_helpful REAL)`,
      `CREATE TABLE nugget_skill (${MIRROR}, nugget_id TEXT NOT NULL, skill_id TEXT NOT NULL, weight REAL)`,
      `CREATE INDEX nugget_skill_nugget ON nugget_skill (nugget_id)`,
      `CREATE TABLE situation_rule (${MIRROR}, key TEXT, nugget_id TEXT NOT NULL, signal TEXT NOT NULL, operator TEXT NOT NULL, value TEXT, rule_group REAL NOT NULL, weight REAL, anchor_key TEXT, fault TEXT)`,
      `CREATE INDEX situation_rule_nugget ON situation_rule (nugget_id)`,
      `CREATE TABLE check_question (${MIRROR}, key TEXT, nugget_id TEXT NOT NULL, skill_id TEXT NOT NULL, difficulty_state TEXT)`,
      `CREATE TABLE check_response (${MIRROR}, owner_id TEXT NOT NULL, question_id TEXT NOT NULL, correct INTEGER NOT NULL, opportunity_id TEXT, created_at TEXT NOT NULL)`,
      `CREATE TABLE learning_event (${MIRROR}, owner_id TEXT NOT NULL, nugget_id TEXT NOT NULL, opportunity_id TEXT, type TEXT NOT NULL, undone INTEGER NOT NULL, created_at TEXT NOT NULL)`,
      `CREATE INDEX learning_event_opportunity ON learning_event (opportunity_id, owner_id)`,
      `CREATE TABLE skill_assessment (${MIRROR}, owner_id TEXT NOT NULL, skill_id TEXT NOT NULL, level REAL NOT NULL, observed_on TEXT, created_at TEXT NOT NULL)`,
      `CREATE TABLE watermark (object TEXT PRIMARY KEY, modstamp TEXT NOT NULL, settled_from TEXT NOT NULL, pulled_at TEXT NOT NULL)`,
      `CREATE TABLE published (object TEXT NOT NULL, key TEXT NOT NULL, org_id TEXT NOT NULL, person_id TEXT, content TEXT NOT NULL, PRIMARY KEY (object, key))`,
      `CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
    ],
  },
  {
    name: '002-targets-of-launches',
    statements: [
      `ALTER TABLE skill_target ADD COLUMN launch_id TEXT`,
      // The rows that are there were read without it.
      `DELETE FROM watermark WHERE object = 'Skill_Target__c'`,
    ],
  },
  {
    name: '003-assessments-taken-back',
    statements: [
      // The field is new to the org as well: nothing read before was taken back, and taking back is a change.
      `ALTER TABLE skill_assessment ADD COLUMN undone INTEGER NOT NULL DEFAULT 0`,
    ],
  },
  {
    name: '004-launches',
    statements: [
      `CREATE TABLE launch (${MIRROR}, key TEXT NOT NULL, launch_on TEXT NOT NULL, active INTEGER NOT NULL)`,
    ],
  },
  {
    name: '005-going-on',
    statements: [
      ...INCREMENTAL_TABLES,
      ...changeTriggers(),
      `CREATE INDEX check_response_question ON check_response (question_id, correct)`,
      `CREATE INDEX learning_event_nugget ON learning_event (nugget_id)`,
      // The trend has a table of its own now, and more is remembered of each row: both are read from the org once more.
      `DELETE FROM published`,
      `DELETE FROM setting WHERE name IN ('snapshot_fingerprint', 'readiness_fingerprint')`,
    ],
  },
  {
    name: '006-plans',
    statements: [
      `CREATE TABLE learning_path (${MIRROR}, key TEXT NOT NULL, status TEXT NOT NULL)`,
      `CREATE TABLE path_step (${MIRROR}, path_id TEXT NOT NULL, nugget_id TEXT NOT NULL, step_order REAL NOT NULL)`,
      `CREATE INDEX path_step_path ON path_step (path_id, step_order)`,
      `CREATE TABLE assignment (${MIRROR}, person_id TEXT NOT NULL, nugget_id TEXT, path_id TEXT, skill_id TEXT, withdrawn INTEGER NOT NULL, progress REAL, done_on TEXT, created_at TEXT NOT NULL)`,
      `CREATE INDEX assignment_open ON assignment (person_id) WHERE withdrawn = 0 AND done_on IS NULL`,
      `CREATE INDEX check_question_nugget ON check_question (nugget_id)`,
      `CREATE INDEX learning_event_person ON learning_event (owner_id, nugget_id)`,
      `CREATE INDEX check_response_person ON check_response (owner_id, question_id)`,
    ],
  },
  {
    name: '007-knowledge',
    statements: [
      `CREATE TABLE question (${MIRROR}, owner_id TEXT NOT NULL, accepted_id TEXT, foreign_author INTEGER NOT NULL)`,
      `CREATE TABLE answer (${MIRROR}, owner_id TEXT NOT NULL, question_id TEXT NOT NULL, votes REAL NOT NULL, created_at TEXT NOT NULL, foreign_author INTEGER NOT NULL)`,
      `CREATE INDEX answer_question ON answer (question_id)`,
      `CREATE TABLE tag (${MIRROR}, key TEXT NOT NULL)`,
      `CREATE TABLE tagging (${MIRROR}, tag_id TEXT NOT NULL, question_id TEXT)`,
      `CREATE TABLE verification (${MIRROR}, answer_id TEXT NOT NULL, kind TEXT NOT NULL, author_id TEXT NOT NULL, created_at TEXT NOT NULL)`,
      `CREATE INDEX verification_answer ON verification (answer_id)`,
      `CREATE TABLE knowledge_preference (${MIRROR}, owner_id TEXT NOT NULL, hide_expertise INTEGER NOT NULL)`,
    ],
  },
];

/** Brings the replica's tables up to date; each migration is one transaction. */
export async function migrate(db: Kysely<ReplicaTables>, now: Date): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, applied_at TEXT NOT NULL)`.execute(
    db,
  );
  const applied = new Set((await db.selectFrom('migration').select('name').execute()).map((row) => row.name));
  for (const migration of MIGRATIONS) {
    if (applied.has(migration.name)) continue;
    await db.transaction().execute(async (transaction) => {
      for (const statement of migration.statements) await sql.raw(statement).execute(transaction);
      await transaction
        .insertInto('migration')
        .values({ name: migration.name, applied_at: now.toISOString() })
        .execute();
    });
  }
}
