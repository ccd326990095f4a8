import type { Contribution, Explanation } from 'c/core';
import { signedPoints, toEvidenceRow } from 'c/evidenceWords';
import { readinessLabels as labels } from 'c/labels';

/** One line of where a score comes from. */
export interface ScorePart {
  readonly key: string;
  readonly text: string;
  readonly date?: string;
  readonly exactDate?: string;
  readonly points: string;
  /** The last line: what the others add up to. */
  readonly isTotal: boolean;
}

/** Differences below this are rounding. */
const SLIGHT = 0.05;

/**
 * Start, every piece of evidence (oldest first), what changed elsewhere, fading, and the score that they add up to.
 * Evidence older than what is listed is one line; lines of nothing are left out.
 *
 * @param contributions latest first
 */
export function toParts(
  explanation: Explanation,
  contributions: readonly Contribution[],
  isOwn: boolean,
  now: Date,
): ScorePart[] {
  const { start, evidence, other, fading, score } = explanation;
  const listed = contributions.reduce((sum, { points }) => sum + points, 0);
  const change = (key: string, text: string, points: number): ScorePart[] => {
    return Math.abs(points) < SLIGHT ? [] : [{ key, text, points: signedPoints(points), isTotal: false }];
  };
  return [
    { key: 'start', text: labels.partStart, points: oneDecimal(start), isTotal: false },
    ...change('earlier', labels.partEarlier, evidence - listed),
    ...[...contributions].reverse().map((entry) => {
      const { key, text, date, exactDate, points } = toEvidenceRow({ ...entry, skillName: '' }, now);
      return { key, text, date, exactDate, points, isTotal: false };
    }),
    ...change('other', isOwn ? labels.partOther : labels.partOtherOf, other),
    ...change('fading', labels.partFading, fading),
    { key: 'score', text: labels.partScore, points: oneDecimal(score), isTotal: true },
  ];
}

function oneDecimal(points: number): string {
  return points.toFixed(1);
}
