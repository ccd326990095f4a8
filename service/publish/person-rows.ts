import type { PersonReadiness, ReadinessParameters, SkillState } from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';
import type { Roster } from '../sync/roster.ts';
import type { ComputedRow } from './computed-row.ts';
import { type ActiveLaunch, launchRows } from './launch-rows.ts';
import { type ReadinessContent, type SkillReference, readinessRows } from './readiness-rows.ts';

export interface PersonRowsOptions {
  readonly now: Date;
  readonly parameters: ReadinessParameters;
  readonly roster: Roster;
  readonly launches: readonly ActiveLaunch[];
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
  return (person, proficientOn) => [
    ...readinessRows(person, references, now, parameters.version, proficientOn),
    ...launchRows(person, roster.roleOf(person.personId), options, now),
  ];
}
