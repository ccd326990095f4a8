import type { PersonReadiness } from '../../core/index.ts';
import type { OrgRecord } from '../connection/index.ts';
import { numberOf } from '../sync/field-values.ts';
import { type ComputedRow, round2 } from './readiness-rows.ts';

export interface SnapshotContent {
  readonly score: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly target: number | null;
}

export const SNAPSHOT_QUERY =
  'SELECT Id, Key__c, Person__c, Score__c, Lower__c, Upper__c, Target__c FROM Readiness_Snapshot__c';

const WEEKS = 12;
const DAY = 86_400_000;
const NOTICEABLE = 0.5;

/** Days (UTC) a trend needs: the last twelve Mondays and today, ascending. */
export function snapshotDates(now: Date): string[] {
  const today = now.toISOString().slice(0, 10);
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  const dates = new Set([today]);
  for (let week = 0; week < WEEKS; week += 1) {
    dates.add(new Date(now.getTime() - (sinceMonday + week * 7) * DAY).toISOString().slice(0, 10));
  }
  return [...dates].sort();
}

/** The Readiness_Snapshot__c rows of one person; a scope without any evidence yet has no point in its trend. */
export function snapshotRows(person: PersonReadiness): ComputedRow<SnapshotContent>[] {
  return person.snapshots
    .filter((snapshot) => snapshot.score.evidenceCount > 0)
    .map(({ scope, takenOn, score }) => {
      const key = `${person.personId}:${scope}:${takenOn}`;
      const content: SnapshotContent = {
        score: round2(score.score),
        lower: round2(score.lower),
        upper: round2(score.upper),
        target: score.target === undefined ? null : round2(score.target),
      };
      return {
        key,
        personId: person.personId,
        content,
        record: {
          Key__c: key,
          OwnerId: person.personId,
          Person__c: person.personId,
          Domain__c: scope,
          Taken_On__c: takenOn,
          Score__c: content.score,
          Lower__c: content.lower,
          Upper__c: content.upper,
          Target__c: content.target,
        },
      };
    });
}

export function snapshotContentOf(record: OrgRecord): SnapshotContent {
  return {
    score: numberOf(record, 'Score__c'),
    lower: numberOf(record, 'Lower__c'),
    upper: numberOf(record, 'Upper__c'),
    target: numberOf(record, 'Target__c'),
  };
}

/**
 * The snapshots to write. A past day that has a row keeps it: history is not rewritten. Today's row is written on
 * Mondays, and on other days when something moved noticeably since the latest row of its scope.
 */
export function changedSnapshots(
  rows: readonly ComputedRow<SnapshotContent>[],
  published: ReadonlyMap<string, SnapshotContent>,
  now: Date,
): ComputedRow<SnapshotContent>[] {
  const today = now.toISOString().slice(0, 10);
  const latest = new Map<string, SnapshotContent>();
  return rows
    .toSorted((a, b) => dayOf(a.key).localeCompare(dayOf(b.key)))
    .filter((row) => {
      const scope = row.key.slice(0, -11);
      const own = published.get(row.key.toLowerCase());
      const before = own ?? latest.get(scope);
      latest.set(scope, own ?? row.content);
      if (dayOf(row.key) !== today) return own === undefined;
      if (own === undefined && (now.getUTCDay() === 1 || before === undefined)) return true;
      return before !== undefined && isNoticeable(before, row.content);
    });
}

function dayOf(key: string): string {
  return key.slice(-10);
}

function isNoticeable(before: SnapshotContent, after: SnapshotContent): boolean {
  return (['score', 'lower', 'upper', 'target'] as const).some((name) => {
    const [was, is] = [before[name], after[name]];
    return was === null || is === null ? was !== is : Math.abs(was - is) >= NOTICEABLE;
  });
}
