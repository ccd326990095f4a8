import { DAY } from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';

/**
 * Whether the states at the end of a day are worth going back to: every day of the last week, then ever fewer, so
 * that going back by some time replays at most a few times as much.
 */
export function isCheckpoint(moment: number, now: number): boolean {
  const age = Math.floor(now / DAY) - Math.floor(moment / DAY);
  const spacing = age <= 7 ? 1 : age <= 28 ? 7 : age <= 112 ? 56 : 224;
  return Math.floor(moment / DAY) % spacing === 0;
}

/** From here on, what states are at this moment is kept when they change. They have to be flushed before. */
export function addCheckpoint(sql: RawSql, moment: number): void {
  sql.run('INSERT OR IGNORE INTO replay_checkpoint (moment) VALUES (?)', moment);
}

/** Drops checkpoints that are too old to stand so close: their memory becomes that of the one before. */
export function thinCheckpoints(sql: RawSql, now: number): void {
  for (const { moment } of checkpointsOf(sql).filter(({ moment }) => !isCheckpoint(moment, now))) {
    const before = sql.value<number | null>('SELECT MAX(moment) FROM replay_checkpoint WHERE moment < ?', moment);
    if (typeof before === 'number')
      sql.run(
        'INSERT OR IGNORE INTO replay_undo SELECT ?, kind, key, value FROM replay_undo WHERE moment = ?',
        before,
        moment,
      );
    sql.run('DELETE FROM replay_undo WHERE moment = ?', moment);
    sql.run('DELETE FROM replay_checkpoint WHERE moment = ?', moment);
  }
}

/**
 * Brings the states back to the newest checkpoint before a moment, or to nothing where there is none. The people whom
 * that concerns are noted.
 *
 * @returns the checkpoint's moment, or undefined where there was none
 */
export function goBack(sql: RawSql, before: number): number | undefined {
  const all = checkpointsOf(sql);
  const target = all.filter(({ moment }) => moment < before).at(-1)?.moment;
  const concerned = (from: string): string =>
    `INSERT OR IGNORE INTO changed_person SELECT p.value, s.key FROM json_each('["publish","training"]') p
     CROSS JOIN ${from} s WHERE s.kind = 'person'`;
  if (target === undefined) {
    sql.run(concerned('replay_state'));
    for (const table of ['replay_state', 'replay_undo', 'replay_checkpoint']) sql.run(`DELETE FROM ${table}`);
    return undefined;
  }
  for (const { moment } of all.filter((each) => each.moment >= target).reverse()) {
    sql.run(`${concerned('replay_undo')} AND s.moment = ?`, moment);
    sql.run(
      `DELETE FROM replay_state WHERE (kind, key) IN (SELECT kind, key FROM replay_undo WHERE moment = ? AND value IS NULL)`,
      moment,
    );
    sql.run(
      `INSERT OR REPLACE INTO replay_state SELECT kind, key, value FROM replay_undo WHERE moment = ? AND value IS NOT NULL`,
      moment,
    );
    sql.run('DELETE FROM replay_undo WHERE moment = ?', moment);
    if (moment > target) sql.run('DELETE FROM replay_checkpoint WHERE moment = ?', moment);
  }
  return target;
}

function checkpointsOf(sql: RawSql): { readonly moment: number }[] {
  return sql.rows(`SELECT json_object('moment', moment) AS row FROM replay_checkpoint ORDER BY moment`);
}
