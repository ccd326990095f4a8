import { aggregatesIn, number, recordsIn, text } from 'c/graphqlRecords';
import { toLaunch, type Launch } from 'c/launchRecords';
import { daysBetween } from 'c/dates';

/** A launch, and how many people whose readiness the reader sees are ready for it. The reader is not counted. */
export interface LaunchCounts {
  readonly launch: Launch;
  readonly total: number;
  readonly ready: number;
  /** The launch asks something of the reader. */
  readonly asksReader: boolean;
  readonly computedAt?: string;
}

/** For so many days after its day a launch is shown. */
const SHOWN_DAYS = 30;

/**
 * The launches of what `OVERVIEW_QUERY` answered that ask something of anybody the reader sees: those ahead, soonest
 * first, then those past, latest first.
 */
export function toLaunchCounts(data: unknown, today: string): LaunchCounts[] {
  const everybody = new Map(aggregatesIn(data, 'everybody').map((row) => [text(row, 'Launch__c'), row]));
  const ready = new Map(
    aggregatesIn(data, 'ready').map((row) => [text(row, 'Launch__c'), number(row, 'Id.count') ?? 0]),
  );
  const own = new Set(recordsIn(data, 'own').map((row) => text(row, 'Launch__c')));
  return recordsIn(data, 'Launch__c')
    .map(toLaunch)
    .map((launch): LaunchCounts => {
      const figures = everybody.get(launch.id);
      return {
        launch,
        total: (figures && number(figures, 'Id.count')) ?? 0,
        ready: ready.get(launch.id) ?? 0,
        asksReader: own.has(launch.id),
        computedAt: figures && text(figures, 'Computed_At__c.max'),
      };
    })
    .filter(({ launch, total, asksReader }) => {
      return (total > 0 || asksReader) && daysBetween(launch.day, today) <= SHOWN_DAYS;
    })
    .sort((a, b) => {
      const [pastA, pastB] = [a.launch.day < today, b.launch.day < today];
      if (pastA !== pastB) return pastA ? 1 : -1;
      return (pastA ? -1 : 1) * (a.launch.day < b.launch.day ? -1 : 1);
    });
}
