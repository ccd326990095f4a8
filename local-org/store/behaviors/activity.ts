import type { StoredRow } from '../sql-database.ts';
import { activityAccount, refreshActivityFacts } from './activity-facts.ts';
import { changed, numberOf, textOf } from './behavior.ts';
import type { Behavior } from './behavior.ts';

export const taskBehavior: Behavior = {
  before(change, org) {
    const { row, prior, moment } = change;
    const isClosed = row['Status'] === 'Completed';
    row['IsClosed'] = isClosed ? 1 : 0;
    row['IsHighPriority'] = row['Priority'] === 'High' ? 1 : 0;
    if (!isClosed) row['CompletedDateTime'] = null;
    else if (prior?.['IsClosed'] !== 1) row['CompletedDateTime'] = moment.now;
    row['AccountId'] = activityAccount(org, row) ?? null;
  },
  after(change, org) {
    if (!changed(change, 'IsClosed', 'ActivityDate', 'WhatId', 'WhoId')) return;
    refreshActivityFacts(org, linked(change.prior, change.row), change.moment);
  },
  gone(row, org, _actor, moment) {
    refreshActivityFacts(org, linked(row), moment);
  },
};

export const eventBehavior: Behavior = {
  before(change, org) {
    const { row } = change;
    alignTimes(row, change.given);
    row['AccountId'] = activityAccount(org, row) ?? null;
  },
  after(change, org) {
    if (!changed(change, 'ActivityDate', 'WhatId', 'WhoId')) return;
    refreshActivityFacts(org, linked(change.prior, change.row), change.moment);
  },
  gone(row, org, _actor, moment) {
    refreshActivityFacts(org, linked(row), moment);
  },
};

function linked(...rows: readonly (StoredRow | undefined)[]): ReadonlySet<string> {
  const ids = rows.flatMap((row) => ['WhatId', 'WhoId', 'AccountId'].map((field) => textOf(row, field)));
  return new Set(ids.filter((id) => id !== undefined));
}

/** Start, end, duration and date of an event say the same thing in four fields; a client gives two of them. */
function alignTimes(row: StoredRow, given: StoredRow): void {
  if (given['ActivityDateTime'] !== undefined && given['StartDateTime'] === undefined) {
    row['StartDateTime'] = row['ActivityDateTime'] ?? null;
  }
  const start = textOf(row, 'StartDateTime');
  if (start === undefined) return;
  row['ActivityDateTime'] = start;
  row['ActivityDate'] = start.slice(0, 10);
  const end = textOf(row, 'EndDateTime');
  if (given['DurationInMinutes'] === undefined && end !== undefined) {
    row['DurationInMinutes'] = Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
  } else {
    const minutes = numberOf(row, 'DurationInMinutes') ?? 60;
    row['DurationInMinutes'] = minutes;
    row['EndDateTime'] = new Date(Date.parse(start) + minutes * 60_000).toISOString();
  }
  row['EndDate'] = textOf(row, 'EndDateTime')?.slice(0, 10) ?? null;
}
