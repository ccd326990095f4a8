import type { FieldDescription, OrgClient } from '../connection/index.ts';
import { MIRRORED_OBJECTS } from '../sync/mirrored-objects.ts';
import { type Check, failure, ok, warning } from './check.ts';

/** Computed fields, which the sync must be able to write. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  Readiness__c: ['Key__c', 'Person__c', 'Scope__c', 'Score__c', 'State__c', 'Evidence__c'],
  Readiness_Snapshot__c: ['Key__c', 'Person__c', 'Domain__c', 'Taken_On__c', 'Score__c'],
  Sync_Run__c: ['Key__c', 'Finished_At__c', 'Outcome__c'],
  Skill__c: ['Difficulty_State__c'],
  Check_Question__c: ['Difficulty_State__c'],
  Nugget__c: ['Shown_Count__c', 'Helpful_Count__c', 'Not_Helpful_Count__c'],
  Situation_Rule__c: ['Anchor_Key__c', 'Fault__c'],
};

const STALE_HOURS = 26;

/** The package and the user's rights: objects and fields that the sync reads and writes. */
export async function packageChecks(client: OrgClient): Promise<Check[]> {
  const described = new Map<string, readonly FieldDescription[] | undefined>();
  const objects = new Set([...MIRRORED_OBJECTS.map((mirrored) => mirrored.object), ...Object.keys(WRITTEN)]);
  for (const object of objects) described.set(object, await client.describe(object));
  const missing = [...objects].filter((object) => described.get(object) === undefined);
  if (missing.length > 0) {
    const isPackageThere = !missing.includes('Nugget__c');
    return [
      isPackageThere
        ? failure(
            'package',
            `not visible: ${missing.join(', ')}`,
            'Assign the permission set Fluency_Sync to the integration user.',
          )
        : failure(
            'package',
            'the package is not installed, or this user sees nothing of it',
            'Run fluency deploy --assign Fluency_Sync',
          ),
    ];
  }
  const namesOf = (object: string): Set<string> => new Set(described.get(object)?.map((field) => field.name));
  const unreadable = MIRRORED_OBJECTS.flatMap(({ object, fields }) => {
    const names = namesOf(object);
    return fields.filter((field) => !names.has(field)).map((field) => `${object}.${field}`);
  });
  const unwritable = Object.entries(WRITTEN).flatMap(([object, fields]) =>
    fields
      .filter((name) => described.get(object)?.some((field) => field.name === name && field.updateable) !== true)
      .map((name) => `${object}.${name}`),
  );
  return [
    ok('package', `${objects.size} objects are there`),
    unreadable.length === 0
      ? ok('read access', 'every field the sync reads is visible')
      : failure(
          'read access',
          `not visible: ${unreadable.join(', ')}`,
          'Assign Fluency_Sync; an older package must be deployed again.',
        ),
    unwritable.length === 0
      ? ok('write access', 'every computed field can be written')
      : failure('write access', `not writable: ${unwritable.join(', ')}`, 'Run: fluency deploy --assign Fluency_Sync'),
  ];
}

/** What the last sync said, and how the content is. */
export async function activityChecks(client: OrgClient, now: Date): Promise<Check[]> {
  const [runs = [], nuggets = [], faults = []] = await client.queryMany([
    "SELECT Finished_At__c, Outcome__c, Message__c FROM Sync_Run__c WHERE Key__c = 'latest'",
    "SELECT COUNT(Id) n FROM Nugget__c WHERE Status__c = 'Published'",
    'SELECT COUNT(Id) n FROM Situation_Rule__c WHERE Fault__c != null',
  ]);
  return [
    lastSync(runs[0], now),
    content(Number(nuggets[0]?.['n'] ?? nuggets[0]?.['expr0'] ?? 0)),
    rules(Number(faults[0]?.['n'] ?? faults[0]?.['expr0'] ?? 0)),
  ];
}

function lastSync(run: Readonly<Record<string, unknown>> | undefined, now: Date): Check {
  if (run === undefined) return warning('last sync', 'this org was never synced', 'Run: fluency sync');
  const finished = new Date(String(run['Finished_At__c']).replace(/\+0000$/, 'Z'));
  const hours = Math.round((now.getTime() - finished.getTime()) / 3_600_000);
  if (run['Outcome__c'] !== 'Succeeded')
    return failure('last sync', `it failed: ${String(run['Message__c'])}`, 'Run: fluency sync');
  return hours > STALE_HOURS
    ? warning('last sync', `${hours} hours ago`, 'Let fluency sync run at least daily, by cron or a scheduler.')
    : ok('last sync', `${finished.toISOString()}: ${String(run['Message__c'] ?? '')}`);
}

function content(nuggets: number): Check {
  return nuggets > 0
    ? ok('content', `${nuggets} published nuggets`)
    : warning('content', 'no published nugget', 'Run: fluency content import');
}

function rules(faults: number): Check {
  return faults === 0
    ? ok('rules', 'every situation rule can be evaluated')
    : warning('rules', `${faults} situation rules cannot be evaluated`, 'Look at the field Fault on Situation Rule.');
}
