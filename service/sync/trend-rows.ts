import { hundredths } from '../publish/numbers.ts';
import type { ScopeScores } from './trend.ts';

export interface SnapshotContent {
  readonly score: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly target: number | null;
}

/** One dated point of a trend. */
export interface NewSnapshot extends SnapshotContent {
  readonly personId: string;
  /** A domain, or `Overall`. */
  readonly scope: string;
  /** UTC day. */
  readonly day: string;
}

export interface KeptSnapshot extends NewSnapshot {
  /** 0: the org has it so; 1: to be written; 2: to be deleted. */
  readonly due: 0 | 1 | 2;
}

const NOTICEABLE = 0.5;

/**
 * Which points of a day are written, and which go. A point that is there is corrected where it is off noticeably: late
 * evidence changes the past. One that was taken against another target stays: it was true by the measure of its time.
 * A new point is made on a Monday, or where something moved noticeably since the latest one.
 *
 * @param kept the points of this day, @param latest the latest ones before it, of these people
 */
export function snapshotsToKeep(
  day: string,
  scores: ReadonlyMap<string, ScopeScores>,
  kept: readonly KeptSnapshot[],
  latest: readonly KeptSnapshot[],
  { isWanted, isOpen }: { readonly isWanted: boolean; readonly isOpen: boolean },
): { readonly written: NewSnapshot[]; readonly gone: (readonly [personId: string, scope: string])[] } {
  const keyOf = (personId: string, scope: string): string => `${personId}:${scope}`;
  const own = new Map(kept.map((row) => [keyOf(row.personId, row.scope), row]));
  const before = new Map(latest.map((row) => [keyOf(row.personId, row.scope), row]));
  const written: NewSnapshot[] = [];
  for (const [personId, scopes] of scores) {
    for (const { scope, score } of scopes) {
      if (score.evidenceCount === 0) continue;
      const row: NewSnapshot = {
        personId,
        scope,
        day,
        score: hundredths(score.score),
        lower: hundredths(score.lower),
        upper: hundredths(score.upper),
        target: score.target === undefined ? null : hundredths(score.target),
      };
      const known = own.get(keyOf(personId, scope));
      own.delete(keyOf(personId, scope));
      const isDue =
        known === undefined
          ? isWanted || (isOpen && isNoticeable(before.get(keyOf(personId, scope)), row))
          : known.due === 2 || (known.target === row.target && isNoticeable(known, row));
      if (isDue) written.push(row);
    }
  }
  // Points of a scope that the person is no longer asked for are history; of one without any evidence, a mistake.
  const gone = [...own.values()].flatMap(({ personId, scope, due }): [string, string][] => {
    const scopes = scores.get(personId) ?? [];
    const isBlank =
      scopes.length === 0 || scopes.some((each) => each.scope === scope && each.score.evidenceCount === 0);
    return isBlank && due !== 2 ? [[personId, scope]] : [];
  });
  return { written, gone };
}

export function isNoticeable(before: SnapshotContent | undefined, after: SnapshotContent): boolean {
  if (before === undefined) return true;
  return (['score', 'lower', 'upper', 'target'] as const).some((name) => {
    const [was, is] = [before[name], after[name]];
    return was === null || is === null ? was !== is : Math.abs(was - is) >= NOTICEABLE;
  });
}
