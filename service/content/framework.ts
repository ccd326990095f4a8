import type { OrgInput, OrgRecord } from '../connection/index.ts';
import type { Content, ContentTarget } from './content-model.ts';

/** What a content folder says about skills, launches, targets and signals, as records. */
export interface FrameworkRecords {
  readonly Signal__c: readonly OrgInput[];
  readonly Skill__c: readonly OrgInput[];
  readonly Launch__c: readonly OrgInput[];
  readonly Skill_Target__c: readonly OrgInput[];
}

/** External id by object. */
export const KEY_FIELDS = {
  Signal__c: 'Code__c',
  Skill__c: 'Code__c',
  Launch__c: 'Key__c',
  Skill_Target__c: 'Key__c',
} as const;

export const FRAMEWORK_QUERIES = {
  Signal__c: 'SELECT Code__c, Name, Type__c, Path__c, Active__c FROM Signal__c',
  Skill__c:
    'SELECT Code__c, Name, Domain__c, Component__c, Description__c, Anchor_1__c, Anchor_2__c, Anchor_3__c, Anchor_4__c, Anchor_5__c FROM Skill__c',
  Launch__c: 'SELECT Key__c, Name, Launch_On__c, Summary__c, Active__c FROM Launch__c',
  Skill_Target__c:
    'SELECT Id, Key__c, Sales_Role__c, Skill__r.Code__c, Target__c, Weight__c, Launch__r.Key__c FROM Skill_Target__c',
} as const;

export function frameworkRecords(content: Content): FrameworkRecords {
  return {
    Signal__c: content.signals.map(({ code, name, type, path }) => ({
      Code__c: code,
      Name: name,
      Type__c: type,
      Path__c: path,
      Active__c: true,
    })),
    Skill__c: content.skills.map(({ code, name, domain, component, description, anchors }) => ({
      Code__c: code,
      Name: name,
      Domain__c: domain,
      Component__c: component,
      Description__c: description === undefined || description === '' ? null : description,
      ...anchorFields(anchors),
    })),
    Launch__c: content.launches.map(({ key, name, date, summary, active }) => ({
      Key__c: key,
      Name: name,
      Launch_On__c: date,
      Summary__c: summary === undefined || summary === '' ? null : summary,
      Active__c: active,
    })),
    Skill_Target__c: [
      ...content.targets.map((target) => ({ Key__c: `${target.role}:${target.skillCode}`, ...targetFields(target) })),
      ...content.launches.flatMap(({ key, targets }) =>
        targets.map((target) => ({
          Key__c: launchTargetKey(key, target),
          ...targetFields(target),
          Launch__r: { Key__c: key },
        })),
      ),
    ],
  };
}

/** By which a target of a launch is found again. */
export function launchTargetKey(launch: string, { role, skillCode }: ContentTarget): string {
  return `${LAUNCH_TARGET}${launch}:${role}:${skillCode}`;
}

const LAUNCH_TARGET = 'launch:';

function targetFields({ role, skillCode, target, weight }: ContentTarget): OrgInput {
  return { Sales_Role__c: role, Skill__r: { Code__c: skillCode }, Target__c: target, Weight__c: weight };
}

/**
 * Targets that an import once made for a launch of this content and that its file no longer has: id by key. What was
 * made in the org by hand has another key and stays.
 */
export function staleLaunchTargets(content: Content, existing: readonly OrgRecord[]): Map<string, string> {
  const wanted = new Set(
    content.launches.flatMap(({ key, targets }) => targets.map((each) => launchTargetKey(key, each).toLowerCase())),
  );
  const owned = content.launches.map(({ key }) => `${LAUNCH_TARGET}${key}:`);
  return new Map(
    existing
      .map((row): [string, string] => [String(row['Key__c']).toLowerCase(), String(row.Id)])
      .filter(([key]) => !wanted.has(key) && owned.some((start) => key.startsWith(start))),
  );
}

/** What each of the five levels looks like; blank where the file does not say, so that the general words are shown. */
function anchorFields(anchors: readonly string[] = []): OrgInput {
  return Object.fromEntries([1, 2, 3, 4, 5].map((level) => [`Anchor_${level}__c`, anchors[level - 1] ?? null]));
}

/** Those records that the org does not hold as they are. `existing` are the answers of FRAMEWORK_QUERIES. */
export function changedRecords(
  records: readonly OrgInput[],
  keyField: string,
  existing: readonly OrgRecord[],
): OrgInput[] {
  const byKey = new Map(existing.map((row) => [String(row[keyField]).toLowerCase(), row]));
  return records.filter((record) => {
    const row = byKey.get(String(record[keyField]).toLowerCase());
    return row === undefined || Object.entries(record).some(([name, value]) => !isSame(value, row[name]));
  });
}

function isSame(wanted: unknown, found: unknown): boolean {
  if (typeof wanted === 'object' && wanted !== null) {
    return Object.entries(wanted).every(([name, value]) =>
      isSame(value, (found as Record<string, unknown> | null)?.[name]),
    );
  }
  if (wanted === null || found === null || found === undefined) return (wanted ?? null) === (found ?? null);
  return typeof wanted === 'number' ? wanted === Number(found) : String(wanted) === String(found);
}
