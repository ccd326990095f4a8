import type { ReadinessParameters } from '../../core/index.ts';
import type { OrgClient } from '../connection/index.ts';
import { type RawSql, type Replica, type SettingName, readSetting, writeSetting } from '../replica/index.ts';
import { dayOf } from '../sync/day-ends.ts';
import type { Roster } from '../sync/roster.ts';
import { assignmentUpdates } from './assignment-updates.ts';
import { EXPERTISE } from './expertise-rows.ts';
import { activeLaunches } from './launch-rows.ts';
import { publishExpertise } from './publish-expertise.ts';
import { READINESS, publishPeople } from './publish-people.ts';
import { type PublishContext, type PublishReport, together } from './publish-report.ts';
import { publishUpdates } from './publish-updates.ts';
import { type ComputedObject, fingerprintOf, fingerprintQuery, readPublished } from './published-rows.ts';
import {
  SNAPSHOT_OBJECT,
  checkSnapshotDeletions,
  dropStrangers,
  publishSnapshots,
  readSnapshots,
} from './snapshot-rows.ts';
import { countUpdates, difficultyUpdates, ruleUpdates, signalRegistryOf } from './state-updates.ts';
import { TRAINING, publishTraining } from './training-records.ts';

export interface PublishOutcome extends PublishReport {
  readonly warnings: readonly string[];
}

export interface PublishOptions extends PublishContext {
  readonly now: Date;
  readonly parameters: ReadinessParameters;
  readonly roster: Roster;
}

/** An object whose rows are computed: where its fingerprint is kept, and how the replica learns what the org holds of it. */
interface Computed {
  readonly object: string;
  readonly fingerprint: SettingName;
  readonly read: (client: OrgClient, replica: Replica) => Promise<void>;
}

const COMPUTED: readonly Computed[] = [
  inPublished(READINESS),
  { object: SNAPSHOT_OBJECT, fingerprint: 'snapshot_fingerprint', read: readSnapshots },
  inPublished(TRAINING),
  inPublished(EXPERTISE),
];

/**
 * A skill that became this much harder or easier (log-odds; one point of readiness at most) moves everybody. Less waits
 * for the first sync of the next day, which looks at everybody.
 */
const NOTICEABLE_DIFFICULTY = 0.04;

/**
 * Makes sure that the replica knows what the org holds of the computed records: what it remembers is true while the
 * org's fingerprints (count and latest change) say so; else (new replica, interrupted run, somebody else's change) the
 * org is read, and everybody's rows will be compared with it.
 */
export async function learnWhatIsPublished(client: OrgClient, replica: Replica): Promise<void> {
  for (const { fingerprint, read, print } of await fingerprints(client)) {
    if ((await readSetting(replica.db, fingerprint)) === print) continue;
    // Until it was read to its end, everybody is due: a run that is killed here must not forget it.
    await writeSetting(replica.db, 'everybody_due', 'published');
    await read(client, replica);
    await writeSetting(replica.db, fingerprint, print);
  }
}

/** Brings the org's computed records to what was just computed, writing only what differs. */
export async function publishComputed(
  client: OrgClient,
  replica: Replica,
  options: PublishOptions,
): Promise<PublishOutcome> {
  const { db, sql } = replica;
  const { now, parameters, roster } = options;
  const due = await readSetting(db, 'everybody_due');
  const isNewDay = (await readSetting(db, 'published_through')) !== dayOf(now.getTime());
  const skills = difficulties(sql);
  const everybody =
    due !== undefined || isNewDay || isHarderOrEasier(skills, (await readSetting(db, 'published_skills')) ?? '{}');
  if (everybody) dropStrangers(sql);
  dropPointsBeforeEvidence(sql);
  checkSnapshotDeletions(sql);

  const launches = await activeLaunches(db, now);
  const people = { now, parameters, roster, launches, everybody, countFirst: due === 'structure' };
  const reports = [await publishPeople(client, sql, people, options)];
  checkSnapshotDeletions(sql);
  reports.push(await publishSnapshots(client, sql, options));
  if (everybody || isSomebodyGone(sql)) reports.push(await publishTraining(client, sql, options));
  reports.push(await publishExpertise(client, replica, { ...options, isDue: due !== undefined }));
  const isWritten = reports.some((report) => report.objects.some(({ written, deleted }) => written + deleted > 0));
  if (isWritten && !options.dryRun) await rememberFingerprints(client, replica);

  const { registry, problems } = await signalRegistryOf(db);
  const updates = [...difficultyUpdates(sql, parameters), await countUpdates(db), await ruleUpdates(db, registry)];
  for (const update of updates) reports.push(await publishUpdates(client, db, update, options));
  // After the readiness rows: the target of a skill is reached by what was published of it.
  reports.push(await publishUpdates(client, db, await assignmentUpdates(db, now), options));
  if (everybody && !options.dryRun) await rememberEverybody(replica, now, skills);
  return { ...together(reports), warnings: problems };
}

/** Somebody has no evidence any more: what trainings did is not to rest on it until tomorrow. */
function isSomebodyGone(sql: RawSql): boolean {
  return (
    sql.value(
      `SELECT 1 FROM changed_person c WHERE c.purpose = 'training'
         AND NOT EXISTS (SELECT 1 FROM replay_state s WHERE s.kind = 'start' AND s.key = c.person_id) LIMIT 1`,
    ) !== undefined
  );
}

/** Points of a trend from before a person's first evidence say nothing: the evidence they rested on is gone. */
function dropPointsBeforeEvidence(sql: RawSql): void {
  sql.run(
    `UPDATE snapshot SET due = 2 WHERE due <> 2
       AND person_id IN (SELECT person_id FROM changed_person WHERE purpose = 'publish')
       AND NOT EXISTS (SELECT 1 FROM replay_state s WHERE s.kind = 'start' AND s.key = snapshot.person_id
         AND date((s.value ->> 1) / 1000, 'unixepoch') <= snapshot.day)`,
  );
}

async function rememberEverybody({ db, sql }: Replica, now: Date, skills: Difficulties): Promise<void> {
  await writeSetting(db, 'published_through', dayOf(now.getTime()));
  await writeSetting(db, 'published_skills', JSON.stringify(skills));
  sql.run(`DELETE FROM setting WHERE name = 'everybody_due'`);
}

type Difficulties = Readonly<Record<string, readonly [mean: number, variance: number]>>;

function difficulties(sql: RawSql): Difficulties {
  return Object.fromEntries(
    sql.rows<[string, [number, number]]>(
      `SELECT json_array(key, json_array(value ->> 0, value ->> 1)) AS row FROM replay_state WHERE kind = 'skill'`,
    ),
  );
}

/** Whether a skill is new, or became noticeably harder or easier. */
function isHarderOrEasier(now: Difficulties, publishedWith: string): boolean {
  const before = JSON.parse(publishedWith) as Difficulties;
  const moved = (a = 0, b = 0): boolean => Math.abs(a - b) >= NOTICEABLE_DIFFICULTY;
  return Object.entries(now).some(([code, [mean, variance]]) => {
    const then = before[code];
    return then === undefined || moved(then[0], mean) || moved(then[1], variance);
  });
}

/** A computed object whose rows the replica keeps in its table `published`. */
function inPublished<Content>(computed: ComputedObject<Content>): Computed {
  const { object, fingerprint } = computed;
  return { object, fingerprint, read: (client, replica) => readPublished(client, replica, computed) };
}

async function fingerprints(client: OrgClient): Promise<(Computed & { readonly print: string })[]> {
  const answers = await client.queryMany(COMPUTED.map(({ object }) => fingerprintQuery(object)));
  return COMPUTED.map((computed, index) => ({ ...computed, print: fingerprintOf(answers[index] ?? []) }));
}

async function rememberFingerprints(client: OrgClient, { db }: Replica): Promise<void> {
  for (const { fingerprint, print } of await fingerprints(client)) await writeSetting(db, fingerprint, print);
}
