import {
  type Contribution,
  type EvidenceKind,
  KEPT_CONTRIBUTIONS,
  type PersonReadiness,
  type ReadinessParameters,
  type ReadinessState,
  type SkillState,
  emptyPerson,
  personReadiness,
} from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';
import { monthAt } from '../sync/role-months.ts';
import type { Roster } from '../sync/roster.ts';
import { type Encoded, personCodec, skillCodec, stateFrom } from '../sync/state-codecs.ts';

export interface KnownPeopleOptions {
  readonly now: Date;
  readonly parameters: ReadinessParameters;
  readonly roster: Roster;
}

/** Reads what the replay left in the replica. */
export interface KnownPeople {
  /** How hard each skill is. */
  readonly skills: ReadonlyMap<string, SkillState>;
  /** The readiness at `now` of some people, in their order. */
  readinessOf(personIds: readonly string[]): PersonReadiness[];
}

export function knownPeople(sql: RawSql, { now, parameters, roster }: KnownPeopleOptions): KnownPeople {
  const priors = monthAt(sql, now.getTime())?.priors ?? new Map<string, number>();
  const codec = skillCodec(parameters);
  const skills = new Map(
    sql
      .rows<[string, Encoded]>(`SELECT json_array(key, json(value)) AS row FROM replay_state WHERE kind = 'skill'`)
      .map(([code, encoded]): [string, SkillState] => [code, codec.decode(encoded, code)]),
  );
  return {
    skills,
    readinessOf: (personIds) => {
      const ids = JSON.stringify(personIds);
      const persons = new Map(
        sql.rows<[string, Encoded]>(
          `SELECT json_array(s.key, json(s.value)) AS row FROM json_each(?) j
           CROSS JOIN replay_state s ON s.kind = 'person' AND s.key = j.value`,
          ids,
        ),
      );
      const states = statesOf(sql, ids);
      return personIds.map((personId) => {
        const encoded = persons.get(personId);
        const prior = priors.get(roster.roleOf(personId) ?? '');
        const known = {
          person: encoded === undefined ? emptyPerson(prior, parameters) : personCodec.decode(encoded, personId),
          states: states.get(personId) ?? new Map<string, ReadinessState>(),
          contributions: contributionsOf(sql, personId, now),
        };
        return personReadiness({ personId, targets: roster.targetsOf(personId) }, known, skills, now, parameters);
      });
    },
  };
}

function statesOf(sql: RawSql, ids: string): Map<string, Map<string, ReadinessState>> {
  const rows = sql.rows<[string, string, (number | null)[]]>(
    `SELECT json_array(j.value, s.key, json(s.value)) AS row FROM json_each(?) j
     CROSS JOIN replay_state s ON s.kind = 'state' AND s.key > j.value || ':' AND s.key < j.value || ';'`,
    ids,
  );
  const byPerson = new Map<string, Map<string, ReadinessState>>();
  for (const [personId, key, numbers] of rows) {
    const own = byPerson.get(personId) ?? new Map<string, ReadinessState>();
    byPerson.set(personId, own);
    own.set(key.slice(personId.length + 1), stateFrom(numbers.map((number) => number ?? NaN)));
  }
  return byPerson;
}

/** Skills of one person that are read one by one; who needs more needs most of them. */
const SKILLS_ONE_BY_ONE = 3;

/** A person's latest contributions by skill, read when they are asked for. */
function contributionsOf(sql: RawSql, personId: string, now: Date): Pick<ReadonlyMap<string, Contribution[]>, 'get'> {
  const known = new Map<string, Contribution[]>();
  let isAllKnown = false;
  return {
    get: (skillCode) => {
      if (isAllKnown || known.has(skillCode)) return known.get(skillCode);
      isAllKnown = known.size >= SKILLS_ONE_BY_ONE;
      known.set(skillCode, []);
      for (const [code, list] of readContributions(sql, personId, now, isAllKnown ? undefined : skillCode))
        known.set(code, list);
      return known.get(skillCode);
    },
  };
}

function readContributions(
  sql: RawSql,
  personId: string,
  now: Date,
  ofSkill: string | undefined,
): Map<string, Contribution[]> {
  const rows = sql.rows<[string, string, EvidenceKind, number, number, number]>(
    `SELECT json_array(skill_code, id, kind, at, points, value) AS row FROM evidence
     WHERE person_id = ? AND ${ofSkill === undefined ? '' : 'skill_code = ? AND '}at <= ? AND points IS NOT NULL
     ORDER BY skill_code DESC, at DESC, id DESC`,
    personId,
    ...(ofSkill === undefined ? [] : [ofSkill]),
    now.getTime(),
  );
  const bySkill = new Map<string, Contribution[]>();
  for (const [skillCode, evidenceId, kind, at, points, value] of rows) {
    const own = bySkill.get(skillCode) ?? [];
    bySkill.set(skillCode, own);
    if (own.length < KEPT_CONTRIBUTIONS) own.push({ evidenceId, kind, at: new Date(at).toISOString(), points, value });
  }
  return bySkill;
}
