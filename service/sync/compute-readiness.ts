import {
  type ComputedPeople,
  type Evidence,
  type PersonInput,
  type ReadinessParameters,
  type RoleTarget,
  computePeople,
  replayEvidence,
  rolePriors,
} from '../../core/index.ts';
import { replicaParameters } from '../calibrate/replica-parameters.ts';
import type { ReplicaDatabase } from '../replica/index.ts';

/** Someone who gets readiness rows. */
export interface Person {
  readonly id: string;
  readonly role: string | undefined;
}

export interface ComputedReadiness extends ComputedPeople {
  readonly evidenceCount: number;
  readonly persons: readonly Person[];
  /** Version of the parameters. */
  readonly model: string;
}

/**
 * A role's prior moves in steps of this many log-odds: a prior that moved with every answer would make every row of
 * the role new each time.
 */
const PRIOR_STEP = 0.25;

/**
 * The readiness of every active user who has a sales role or evidence, from a replay of everybody's evidence (people
 * who left still teach how hard questions and skills are).
 */
export async function computeReadiness(
  db: ReplicaDatabase,
  evidence: readonly Evidence[],
  now: Date,
  snapshotDates: readonly string[],
): Promise<ComputedReadiness> {
  const parameters = await replicaParameters(db);
  const targets = await targetsByRole(db);
  const persons = await personsOf(db, new Set(evidence.map((piece) => piece.personId)));
  const priors = priorsOf(
    persons,
    evidence.filter((piece) => Date.parse(piece.at) <= now.getTime()),
    parameters,
  );
  const people = persons.map(({ id, role }): PersonInput => {
    const prior = role === undefined ? undefined : priors.get(role);
    return {
      personId: id,
      targets: (role === undefined ? undefined : targets.get(role)) ?? [],
      ...(prior === undefined ? {} : { prior }),
    };
  });
  const computed = computePeople({ people, evidence, now, snapshotDates, parameters });
  return { ...computed, evidenceCount: evidence.length, persons, model: parameters.version };
}

async function personsOf(db: ReplicaDatabase, withEvidence: ReadonlySet<string>): Promise<Person[]> {
  const users = await db
    .selectFrom('user')
    .select(['id', 'sales_role'])
    .where('active', '=', 1)
    .orderBy('id')
    .execute();
  return users
    .filter((user) => user.sales_role !== null || withEvidence.has(user.id))
    .map((user) => ({ id: user.id, role: user.sales_role ?? undefined }));
}

/** What each role asks for; what launches ask for is their own. */
async function targetsByRole(db: ReplicaDatabase): Promise<Map<string, RoleTarget[]>> {
  const rows = await db
    .selectFrom('skill_target as t')
    .innerJoin('skill as s', 's.id', 't.skill_id')
    .select(['t.sales_role', 't.target', 't.weight', 's.code', 's.domain', 's.component'])
    .where('t.launch_id', 'is', null)
    .orderBy('s.code')
    .orderBy('t.id')
    .execute();
  const byRole = new Map<string, Map<string, RoleTarget>>();
  for (const { sales_role: role, code: skillCode, domain, component, target, weight } of rows) {
    const ofRole = byRole.get(role) ?? new Map<string, RoleTarget>();
    byRole.set(role, ofRole);
    // Two targets for one skill of one role: the older record counts.
    if (!ofRole.has(skillCode)) ofRole.set(skillCode, { skillCode, domain, component, target, weight });
  }
  return new Map([...byRole].map(([role, ofRole]) => [role, [...ofRole.values()]]));
}

function priorsOf(
  persons: readonly Person[],
  evidence: readonly Evidence[],
  parameters: ReadinessParameters,
): Map<string, number> {
  const { people } = replayEvidence({ evidence, parameters });
  const withRole = persons.flatMap(({ id, role }) => {
    const person = people.get(id)?.person;
    return role === undefined || person === undefined ? [] : [{ role, person }];
  });
  return new Map(
    [...rolePriors(withRole, parameters)].map(([role, prior]) => [role, Math.round(prior / PRIOR_STEP) * PRIOR_STEP]),
  );
}
