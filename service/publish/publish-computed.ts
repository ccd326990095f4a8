import type { OrgClient } from '../connection/index.ts';
import { replicaParameters } from '../calibrate/replica-parameters.ts';
import { type ReplicaDatabase, writeSetting } from '../replica/index.ts';
import type { ComputedReadiness } from '../sync/compute-readiness.ts';
import { activeLaunches, launchRows } from './launch-rows.ts';
import type { PublishContext, PublishReport } from './publish-report.ts';
import { publishRows } from './publish-rows.ts';
import { publishUpdates } from './publish-updates.ts';
import {
  type ComputedObject,
  type PublishedRow,
  fingerprintOf,
  fingerprintQuery,
  publishedRows,
} from './published-rows.ts';
import {
  READINESS_QUERY,
  type ReadinessContent,
  type SkillReference,
  isReadinessChanged,
  readinessContentOf,
  readinessRows,
} from './readiness-rows.ts';
import {
  SNAPSHOT_QUERY,
  type SnapshotContent,
  changedSnapshots,
  snapshotContentOf,
  snapshotRows,
} from './snapshot-rows.ts';
import { countUpdates, difficultyUpdates, ruleUpdates, signalRegistryOf } from './state-updates.ts';

export interface PublishOutcome extends PublishReport {
  readonly warnings: readonly string[];
}

const READINESS: ComputedObject<ReadinessContent> = {
  object: 'Readiness__c',
  query: READINESS_QUERY,
  fingerprint: 'readiness_fingerprint',
  contentOf: readinessContentOf,
};
const SNAPSHOTS: ComputedObject<SnapshotContent> = {
  object: 'Readiness_Snapshot__c',
  query: SNAPSHOT_QUERY,
  fingerprint: 'snapshot_fingerprint',
  contentOf: snapshotContentOf,
};

/** Brings the org's computed records to what was just computed, writing only what differs. */
export async function publishComputed(
  client: OrgClient,
  db: ReplicaDatabase,
  computed: ComputedReadiness,
  options: PublishContext & { readonly now: Date },
): Promise<PublishOutcome> {
  const prints = await fingerprints(client);
  const readiness = await publishedRows(client, db, READINESS, prints[0]);
  const snapshots = await publishedRows(client, db, SNAPSHOTS, prints[1]);
  const { readinessChanges, snapshotChanges } = await changesOf(db, computed, readiness, snapshots, options.now);
  const { registry, problems } = await signalRegistryOf(db);

  const reports = [
    await publishRows(client, db, READINESS, readinessChanges, readiness, options),
    await publishRows(client, db, SNAPSHOTS, snapshotChanges, snapshots, options),
  ];
  const rowsWritten = reports.some((report) => report.objects.some((object) => object.written + object.deleted > 0));
  if (rowsWritten && !options.dryRun) await rememberFingerprints(client, db);

  const updates = [...(await difficultyUpdates(db, computed)), await countUpdates(db), await ruleUpdates(db, registry)];
  for (const update of updates) reports.push(await publishUpdates(client, db, update, options));
  return {
    objects: reports.flatMap((report) => report.objects),
    refused: reports.flatMap((report) => report.refused),
    warnings: problems,
  };
}

async function changesOf(
  db: ReplicaDatabase,
  computed: ComputedReadiness,
  readiness: ReadonlyMap<string, PublishedRow<ReadinessContent>>,
  snapshots: ReadonlyMap<string, PublishedRow<SnapshotContent>>,
  now: Date,
): Promise<{
  readinessChanges: Parameters<typeof publishRows<ReadinessContent>>[3];
  snapshotChanges: Parameters<typeof publishRows<SnapshotContent>>[3];
}> {
  const skills = new Map<string, SkillReference>(
    (await db.selectFrom('skill').select(['id', 'code', 'domain']).execute()).map((skill) => [skill.code, skill]),
  );
  const users = await db.selectFrom('user').select(['id', 'active']).execute();
  const isActive = new Map(users.map((user) => [user.id.toLowerCase(), user.active === 1]));
  const people = [...computed.people.values()];
  const roles = new Map(computed.persons.map(({ id, role }) => [id, role]));
  const launches = {
    launches: await activeLaunches(db, now),
    skills: computed.skills,
    parameters: await replicaParameters(db),
  };
  const rows = people.flatMap((person) => [
    ...readinessRows(person, skills, now, computed.model),
    ...launchRows(person, roles.get(person.personId), launches, now),
  ]);
  const wanted = new Set(rows.map((row) => row.key.toLowerCase()));
  // The lookup to a person who is no more is blank: then the key still says who it was.
  const personOf = (key: string, row: PublishedRow<unknown>): string =>
    (row.personId ?? key.split(':')[0] ?? '').toLowerCase();
  return {
    readinessChanges: {
      upserts: rows.filter((row) => {
        const before = readiness.get(row.key.toLowerCase());
        return before === undefined || isReadinessChanged(before.content, row.content);
      }),
      // People who left keep their rows; rows of people or skills that are no more go.
      deletions: [...readiness].flatMap(([key, row]) => {
        const active = isActive.get(personOf(key, row));
        return active === undefined || (active && !wanted.has(key)) ? [key] : [];
      }),
    },
    snapshotChanges: {
      upserts: changedSnapshots(
        people.flatMap(snapshotRows),
        new Map([...snapshots].map(([key, row]) => [key, row.content])),
        now,
      ),
      deletions: [...snapshots].flatMap(([key, row]) => (isActive.has(personOf(key, row)) ? [] : [key])),
    },
  };
}

async function fingerprints(client: OrgClient): Promise<readonly [string, string]> {
  const [readiness = [], snapshots = []] = await client.queryMany([
    fingerprintQuery(READINESS.object),
    fingerprintQuery(SNAPSHOTS.object),
  ]);
  return [fingerprintOf(readiness), fingerprintOf(snapshots)];
}

async function rememberFingerprints(client: OrgClient, db: ReplicaDatabase): Promise<void> {
  const [readiness, snapshots] = await fingerprints(client);
  await writeSetting(db, READINESS.fingerprint, readiness);
  await writeSetting(db, SNAPSHOTS.fingerprint, snapshots);
}
