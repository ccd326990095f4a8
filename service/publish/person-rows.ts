import type { PersonReadiness, ReadinessParameters, SkillState } from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';
import type { Roster } from '../sync/roster.ts';
import type { ComputedRow } from './computed-row.ts';
import { gainsOfLate } from './gains-of-late.ts';
import { type ActiveLaunch, launchRows } from './launch-rows.ts';
import type { ReadinessContent } from './readiness-content.ts';
import { type SkillReference, readinessRows } from './readiness-rows.ts';

export interface PersonRowsOptions {
  readonly now: Date;
  readonly parameters: ReadinessParameters;
  readonly roster: Roster;
  readonly launches: readonly ActiveLaunch[];
  /** Whom rows will be asked for. */
  readonly people: readonly string[];
  /** How hard each skill is, by code. */
  readonly skills: ReadonlyMap<string, SkillState>;
}

/**
 * All Readiness__c rows of a person, whatever they are about: the one place where rows are added. A row of the person
 * that is not among them is deleted from the org.
 */
export function personRows(
  sql: RawSql,
  options: PersonRowsOptions,
): (person: PersonReadiness, proficientOn: string | undefined) => ComputedRow<ReadinessContent>[] {
  const { now, parameters, roster } = options;
  const references = new Map(
    sql
      .rows<SkillReference & { readonly code: string }>(
        `SELECT json_object('code', code, 'id', id, 'domain', domain) AS row FROM skill`,
      )
      .map((skill) => [skill.code, skill]),
  );
  const gainedBy = gainsOfLate(sql, options.people, now);
  return (person, proficientOn) => [
    ...readinessRows(person, {
      skills: references,
      now,
      model: parameters.version,
      gained: gainedBy(person.personId),
      ...(proficientOn === undefined ? {} : { proficientOn }),
    }),
    ...launchRows(person, roster.roleOf(person.personId), options, now),
  ];
}
