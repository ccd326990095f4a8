import { number, recordsIn, text } from 'c/graphqlRecords';
import { readinessLabels as labels } from 'c/labels';
import type { ChartSeries } from 'c/lineChart';

/** The scope of the score over all of a role's targets, as the org names it. */
export const OVERALL = 'Overall';

interface Point {
  readonly scope: string;
  readonly x: string;
  readonly y: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly target?: number;
}

/** What is drawn: one line a scope. */
export interface Trend {
  readonly series: readonly ChartSeries[];
  /** Of the only line; several lines have several targets. */
  readonly target?: number;
}

/**
 * The lines of what `TREND_QUERY` answered, in the order of the scopes; scopes with fewer than two points are left out.
 * Bands are drawn for a single line only: several would hide one another.
 */
export function toTrend(data: unknown, scopes: readonly string[]): Trend {
  const points = recordsIn(data, 'Readiness_Snapshot__c').flatMap((record): Point[] => {
    const [scope, x, y] = [text(record, 'Domain__c'), text(record, 'Taken_On__c'), number(record, 'Score__c')];
    if (scope === undefined || x === undefined || y === undefined) return [];
    const [lower, upper, target] = ['Lower__c', 'Upper__c', 'Target__c'].map((name) => number(record, name));
    return [{ scope, x, y, lower, upper, target }];
  });
  const lines = scopes
    .map((scope) => points.filter((point) => point.scope === scope).sort((a, b) => (a.x < b.x ? -1 : 1)))
    .filter(({ length }) => length > 1);
  const [only] = lines;
  return {
    series: lines.map((line) => ({
      name: nameOf(line[0]?.scope ?? ''),
      points: line.map(({ x, y }) => ({ x, y })),
      band: lines.length > 1 ? undefined : bandOf(line),
    })),
    target: lines.length === 1 ? only?.at(-1)?.target : undefined,
  };
}

/** A scope as people read it. */
export function nameOf(scope: string): string {
  return scope === OVERALL ? labels.trendOverall : scope;
}

function bandOf(line: readonly Point[]): { x: string; lower: number; upper: number }[] {
  return line.flatMap(({ x, lower, upper }) => {
    return lower === undefined || upper === undefined ? [] : [{ x, lower, upper }];
  });
}
