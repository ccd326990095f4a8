import type { OrgInput, OrgRecord } from '../connection/index.ts';
import { relatedTextOf } from '../sync/field-values.ts';
import type { ContentPath } from './content-model.ts';
import { changedRecords } from './framework.ts';

export const PATH_QUERIES = [
  'SELECT Key__c, Name, Summary__c, Status__c FROM Learning_Path__c WHERE Key__c != NULL',
  'SELECT Id, Key__c, Order__c, Learning_Path__r.Key__c FROM Path_Step__c',
] as const;

/** What has to be done so that the org's paths are what their files say. */
export interface PathChanges {
  readonly paths: readonly OrgInput[];
  readonly steps: readonly OrgInput[];
  readonly unchanged: { readonly paths: number; readonly steps: number };
  /** Id by key of the steps that left their files. */
  readonly staleSteps: ReadonlyMap<string, string>;
}

/**
 * Compares paths with what the org holds. A path that has no file is left alone.
 *
 * @param existing the answers of PATH_QUERIES
 */
export function pathChanges(paths: readonly ContentPath[], existing: readonly (readonly OrgRecord[])[]): PathChanges {
  const [pathRows = [], stepRows = []] = existing;
  const wantedPaths = paths.map(({ key, title, summary, status }) => ({
    Key__c: key,
    Name: title,
    Summary__c: summary === undefined || summary === '' ? null : summary,
    Status__c: status,
  }));
  const changedPaths = changedRecords(wantedPaths, 'Key__c', pathRows);

  const known = new Map(stepRows.map((row) => [keyOf(row), row]));
  const wantedSteps = paths.flatMap(({ key, steps }) =>
    steps.map((nugget, index) => ({ path: key, nugget, record: { Key__c: `${key}:${nugget}`, Order__c: index + 1 } })),
  );
  const changed = wantedSteps.filter(
    ({ record }) => changedRecords([record], 'Key__c', [...one(known, record.Key__c)]).length,
  );
  const wantedKeys = new Set(wantedSteps.map(({ record }) => record.Key__c.toLowerCase()));
  const ours = new Set(paths.map(({ key }) => key));
  const stale = stepRows.filter((row) => ours.has(pathKeyOf(row)) && !wantedKeys.has(keyOf(row)));
  return {
    paths: changedPaths,
    // A detail's master cannot be given again once it exists.
    steps: changed.map(({ path, nugget, record }) =>
      known.has(record.Key__c)
        ? record
        : { ...record, Learning_Path__r: { Key__c: path }, Nugget__r: { Key__c: nugget } },
    ),
    unchanged: { paths: paths.length - changedPaths.length, steps: wantedSteps.length - changed.length },
    staleSteps: new Map(stale.map((row) => [keyOf(row), String(row.Id)])),
  };
}

function one(known: ReadonlyMap<string, OrgRecord>, key: string): OrgRecord[] {
  const row = known.get(key);
  return row === undefined ? [] : [row];
}

function keyOf(row: OrgRecord): string {
  return String(row['Key__c']).toLowerCase();
}

function pathKeyOf(row: OrgRecord): string {
  return (relatedTextOf(row, 'Learning_Path__r', 'Key__c') ?? '').toLowerCase();
}
