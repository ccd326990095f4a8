import { sql } from 'kysely';
import type { ReplicaDatabase } from '../replica/index.ts';

/** Mirrored evidence names its person as the owner. */
const EVIDENCE_TABLES = ['check_response', 'learning_event', 'skill_assessment'] as const;
/** What a replay has learned; a key begins with the person it is about. */
const STATE_TABLES = ['replay_state', 'replay_undo'] as const;

/**
 * Removes from the replica what it may still hold of a person after a sync that found the evidence gone: evidence, and
 * rows of every table that names a person (`person_id`), whatever it keeps. Then the file is written anew, because
 * SQLite leaves deleted rows in its free pages.
 */
export async function forgetPerson(db: ReplicaDatabase, personId: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT t.name FROM sqlite_master t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND c.name = 'person_id'`.execute(db);
  await db.transaction().execute(async (transaction) => {
    for (const table of EVIDENCE_TABLES) await transaction.deleteFrom(table).where('owner_id', '=', personId).execute();
    for (const { name } of rows) {
      await sql`DELETE FROM ${sql.table(name)} WHERE person_id = ${personId}`.execute(transaction);
    }
    for (const table of STATE_TABLES) {
      await sql`DELETE FROM ${sql.table(table)} WHERE key = ${personId} OR key LIKE ${`${personId}:%`}`.execute(
        transaction,
      );
    }
  });
  await sql`VACUUM`.execute(db);
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}
