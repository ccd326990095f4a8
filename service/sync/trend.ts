import {
  type AggregateScore,
  type PersonState,
  type ReadinessParameters,
  type ReadinessState,
  type RoleTarget,
  type SkillState,
  scoresAt,
} from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';
import { type KeptSnapshot, type NewSnapshot, snapshotsToKeep } from './trend-rows.ts';

/** What a trend reads of the replay: the states of the moment it has come to. */
export interface TrendStates {
  person(personId: string): PersonState | undefined;
  state(personId: string, skillCode: string): ReadinessState | undefined;
  skill(skillCode: string): SkillState | undefined;
}

export interface TrendPerson {
  readonly personId: string;
  readonly targets: readonly RoleTarget[];
}

/** Scores of one person at one moment, by scope: each domain, and `Overall`. */
export type ScopeScores = readonly { readonly scope: string; readonly score: AggregateScore }[];

/** The scores of a person at the moment that the states are of; none before the first evidence. */
export function scopeScores(
  { personId, targets }: TrendPerson,
  states: TrendStates,
  moment: Date,
  parameters: ReadinessParameters,
): ScopeScores {
  const person = states.person(personId);
  if (person === undefined) return [];
  const own = new Map<string, ReadinessState>();
  const skills = new Map<string, SkillState>();
  for (const { skillCode } of targets) {
    const state = states.state(personId, skillCode);
    if (state !== undefined) own.set(skillCode, state);
    const skill = states.skill(skillCode);
    if (skill !== undefined) skills.set(skillCode, skill);
  }
  return scoresAt(targets, { person, states: own }, skills, moment, parameters);
}

/**
 * Brings the kept trend of some people to their scores on a day. The rows that the org has to be told of are marked.
 *
 * @param isWanted whether the day gets a row whether or not anything moved (a Monday)
 * @param isOpen whether a day on which something moved gets a row; else only rows that are there are corrected
 */
export function keepScores(
  sql: RawSql,
  day: string,
  scores: ReadonlyMap<string, ScopeScores>,
  { isWanted, isOpen }: { readonly isWanted: boolean; readonly isOpen: boolean },
): void {
  const people = JSON.stringify([...scores.keys()]);
  const kept = sql.rows<KeptSnapshot>(`${keptRow('day = ?')}`, people, day);
  const latest = isOpen && !isWanted ? sql.rows<KeptSnapshot>(LATEST_BEFORE, people, day, day) : [];
  const { written, gone } = snapshotsToKeep(day, scores, kept, latest, { isWanted, isOpen });
  if (written.length > 0) writeRows(sql, written);
  if (gone.length === 0) return;
  sql.run(
    `UPDATE snapshot SET due = 2 WHERE day = ? AND (person_id, scope) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
    day,
    JSON.stringify(gone),
  );
}

const KEPT = `json_object('personId', s.person_id, 'scope', s.scope, 'day', s.day, 'score', s.score, 'lower', s.lower,
  'upper', s.upper, 'target', s.target, 'due', s.due) AS row`;
const keptRow = (where: string): string =>
  `SELECT ${KEPT} FROM json_each(?) j CROSS JOIN snapshot s ON s.person_id = j.value WHERE s.${where}`;
/** The latest row of each scope before a day: of the scopes that have rows at all. */
const LATEST_BEFORE = `SELECT ${KEPT} FROM json_each(?) j
  CROSS JOIN (SELECT DISTINCT scope FROM (SELECT 'Overall' AS scope UNION SELECT domain FROM skill)) d
  CROSS JOIN snapshot s ON s.person_id = j.value AND s.scope = d.scope AND s.day < ?
    AND s.day = (SELECT MAX(day) FROM snapshot m WHERE m.person_id = j.value AND m.scope = d.scope AND m.day < ?)`;

function writeRows(sql: RawSql, rows: readonly NewSnapshot[]): void {
  sql.run(
    `INSERT INTO snapshot (person_id, scope, day, score, lower, upper, target, due)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, 1
     FROM json_each(?) WHERE TRUE
     ON CONFLICT (person_id, scope, day) DO UPDATE SET score = excluded.score, lower = excluded.lower,
       upper = excluded.upper, target = excluded.target, due = 1`,
    JSON.stringify(
      rows.map(({ personId, scope, day, score, lower, upper, target }) => [
        personId,
        scope,
        day,
        score,
        lower,
        upper,
        target,
      ]),
    ),
  );
}
