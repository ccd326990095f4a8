import { type MonthPriors, type ReadinessParameters, type ReplayStore, rolePriors } from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';
import { slices, writeStates } from './replica-store.ts';

/** What a month began with: the roles' priors, and the people they follow from. */
interface KeptMonth {
  readonly priors: readonly (readonly [role: string, prior: number])[];
  readonly people: readonly (readonly [personId: string, mean: number, variance: number])[];
}

/** The sales role of a person, where the person has one. */
export type RoleOf = (personId: string) => string | undefined;

/** Keeps what a month began with. Inside a transaction, when the replay comes to the month. */
export function keepMonth(sql: RawSql, { month, priors }: MonthPriors, store: ReplayStore): void {
  const people = [...store.people()].map(([personId, { mean, variance }]) => [personId, mean, variance] as const);
  const kept: KeptMonth = { priors: [...priors], people };
  const checkpoint = sql.value<number | null>('SELECT MAX(moment) FROM replay_checkpoint') ?? undefined;
  writeStates(sql, 'month', [[keyOf(month), kept]], checkpoint);
}

/** The priors of the month in which a replay up to `moment` stands. */
export function monthAt(sql: RawSql, moment: number): MonthPriors | undefined {
  const [row] = sql.rows<[string, KeptMonth['priors']]>(
    `SELECT json_array(key, json(value -> 'priors')) AS row FROM replay_state
     WHERE kind = 'month' AND key <= ? ORDER BY key DESC LIMIT 1`,
    keyOf(moment),
  );
  return row && { month: Number(row[0]), priors: new Map(row[1]) };
}

/**
 * Takes note of roles that changed since the last replay. Priors of all months are worked out again from what was
 * kept of them; only where somebody would have started elsewhere does the replay have to go back.
 *
 * @returns the moment to go back to, or undefined where everybody started from the same
 */
export function changedStart(sql: RawSql, roleOf: RoleOf, parameters: ReadinessParameters): number | undefined {
  const known = sql.rows<[string, string | null, number, number]>(
    `SELECT json_array(s.key, r.value, s.value ->> 0, s.value ->> 1) AS row FROM replay_state s
     LEFT JOIN replay_state r ON r.kind = 'role' AND r.key = s.key WHERE s.kind = 'start'`,
  );
  const moved = known.filter(([personId, role]) => (role ?? undefined) !== roleOf(personId));
  if (moved.length === 0) return undefined;
  const months = recomputeMonths(sql, roleOf, parameters);
  rememberRoles(sql, known.map(([personId]) => personId), roleOf); // prettier-ignore
  const elsewhere = known.flatMap(([personId, , prior, moment]) => {
    const month = months.findLast((each) => each.month <= moment);
    const now = month?.priors.get(roleOf(personId) ?? '') ?? 0;
    return now === prior ? [] : [moment];
  });
  return elsewhere.length === 0 ? undefined : elsewhere.reduce((least, moment) => Math.min(least, moment));
}

/** With which roles the states are computed. Kept as it is when the replay goes back: it is no state of a moment. */
export function rememberRoles(sql: RawSql, personIds: readonly string[], roleOf: RoleOf): void {
  for (const some of slices(personIds, 5_000)) {
    const rows = JSON.stringify(some.map((personId) => [personId, roleOf(personId) ?? null]));
    sql.run(`DELETE FROM replay_state WHERE kind = 'role' AND key IN (SELECT value ->> 0 FROM json_each(?))`, rows);
    sql.run(
      `INSERT INTO replay_state (kind, key, value) SELECT 'role', value ->> 0, value ->> 1 FROM json_each(?)
       WHERE value ->> 1 IS NOT NULL`,
      rows,
    );
  }
}

function recomputeMonths(sql: RawSql, roleOf: RoleOf, parameters: ReadinessParameters): MonthPriors[] {
  const keys = sql.rows<string>(`SELECT json_quote(key) AS row FROM replay_state WHERE kind = 'month' ORDER BY key`);
  return keys.map((key) => {
    const { people } = sql.rows<KeptMonth>(
      `SELECT value AS row FROM replay_state WHERE kind = 'month' AND key = ?`,
      key,
    )[0] ?? { people: [] };
    const members = people.flatMap(([personId, mean, variance]) => {
      const role = roleOf(personId);
      return role === undefined ? [] : [{ role, person: { mean, variance, count: 1 } }];
    });
    const priors = rolePriors(members, parameters);
    const kept: KeptMonth = { priors: [...priors], people };
    sql.run(`UPDATE replay_state SET value = ? WHERE kind = 'month' AND key = ?`, JSON.stringify(kept), key);
    return { month: Number(key), priors };
  });
}

/** Digits enough that keys sort as the moments do, from 2001 on; what is older sorts before, in any case. */
function keyOf(moment: number): string {
  return String(Math.max(0, Math.floor(moment))).padStart(15, '0');
}
