import {
  DAY,
  type LaunchTarget,
  type PersonReadiness,
  type ReadinessParameters,
  type SkillState,
  launchReadiness,
  launchSkills,
} from '../../core/index.ts';
import type { ReplicaDatabase } from '../replica/index.ts';
import { launchContent, launchRecord } from './launch-content.ts';
import type { ComputedRow } from './computed-row.ts';
import { type ReadinessContent, scoreContent } from './readiness-content.ts';
import { NOTHING, readinessRecord } from './readiness-rows.ts';

/** A launch for which readiness is published. */
export interface ActiveLaunch {
  readonly id: string;
  readonly key: string;
  /** The launch's day, at its start in UTC. */
  readonly launchAt: Date;
  readonly targetsByRole: ReadonlyMap<string, readonly LaunchTarget[]>;
}

/** What the launch rows of anybody follow from, beside the person. */
export interface LaunchContext {
  readonly launches: readonly ActiveLaunch[];
  /** How hard each skill is, as it was computed. */
  readonly skills: ReadonlyMap<string, SkillState>;
  readonly parameters: ReadinessParameters;
}

/** For so long after its day a launch's readiness goes on being published. */
const SHOWN_AFTER_DAYS = 30;

/** The active launches that are ahead or not longer past than 30 days, with what they ask of each role. */
export async function activeLaunches(db: ReplicaDatabase, now: Date): Promise<ActiveLaunch[]> {
  const since = new Date(now.getTime() - SHOWN_AFTER_DAYS * DAY).toISOString().slice(0, 10);
  const launches = await db
    .selectFrom('launch')
    .select(['id', 'key', 'launch_on'])
    .where('active', '=', 1)
    .where('launch_on', '>=', since)
    .orderBy('key')
    .execute();
  const targets = await db
    .selectFrom('skill_target as t')
    .innerJoin('skill as s', 's.id', 't.skill_id')
    .select(['t.launch_id', 't.sales_role', 't.target', 't.weight', 's.code'])
    .where('t.launch_id', 'is not', null)
    .where('t.weight', '>', 0)
    .orderBy('s.code')
    .orderBy('t.id')
    .execute();
  return launches.map(({ id, key, launch_on: day }) => {
    const targetsByRole = new Map<string, LaunchTarget[]>();
    for (const { sales_role: role, code: skillCode, target, weight } of targets.filter((row) => row.launch_id === id)) {
      const ofRole = targetsByRole.get(role) ?? [];
      targetsByRole.set(role, ofRole);
      // Two targets for one skill of one role: the older record counts.
      if (ofRole.every((known) => known.skillCode !== skillCode)) ofRole.push({ skillCode, target, weight });
    }
    return { id, key, launchAt: new Date(`${day}T00:00:00.000Z`), targetsByRole };
  });
}

/** The Readiness__c rows of one person about launches: one for each launch that asks something of the person's role. */
export function launchRows(
  person: PersonReadiness,
  role: string | undefined,
  { launches, skills, parameters }: LaunchContext,
  now: Date,
): ComputedRow<ReadinessContent>[] {
  const { personId } = person;
  return launches.flatMap(({ id, key: launchKey, launchAt, targetsByRole }) => {
    const targets = (role === undefined ? undefined : targetsByRole.get(role)) ?? [];
    const times = { now, launchAt };
    const readiness = launchReadiness(launchSkills(person, targets, skills, times, parameters), times, parameters);
    if (readiness === undefined) return [];
    const { score } = readiness;
    const key = `${personId}:launch:${launchKey}`;
    const launch = launchContent(id, readiness);
    const content: ReadinessContent = {
      ...NOTHING,
      ...scoreContent(score, score.target, score.gap, score.gapFlagged, parameters.version),
      ownerId: personId,
      rate: readiness.learningRate,
      launch,
    };
    const record = { ...readinessRecord(key, personId, 'Launch', content, now), ...launchRecord(launch) };
    return [{ key, personId, content, record }];
  });
}
