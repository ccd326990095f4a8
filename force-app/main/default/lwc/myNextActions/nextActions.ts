import { orderForReview, type ReviewReason } from 'c/core';
import { shortDate } from 'c/dates';
import { actionsLabels as labels, format } from 'c/labels';
import type { ReadinessRow } from 'c/readinessRecords';

/** Actions shown at most: a list that can be finished. */
const MOST = 6;

export type ActionKind = 'review' | 'learn' | 'measure';

/** One thing to do next, without the nugget to do it with. */
export interface SkillAction {
  readonly kind: ActionKind;
  readonly row: ReadinessRow;
  readonly skillCode: string;
}

const KINDS: Readonly<Record<ReviewReason, ActionKind>> = { due: 'review', gap: 'learn', measure: 'measure' };

/**
 * What the review would ask about, in its order (`orderForReview`).
 *
 * @param today calendar day of the person, `YYYY-MM-DD`
 */
export function nextActions(rows: readonly ReadinessRow[], today: string): SkillAction[] {
  const skills = rows.filter(({ scope }) => scope === 'Skill');
  return orderForReview(skills, today)
    .slice(0, MOST)
    .map(({ reason, skill, skillCode }) => ({ kind: KINDS[reason], row: skill, skillCode }));
}

const HEADLINES: Readonly<Record<ActionKind, string>> = {
  review: labels.review,
  learn: labels.learn,
  measure: labels.measure,
};

/** "Review Discounting". */
export function wordAction({ kind, row }: SkillAction): string {
  return format(HEADLINES[kind], row.skillName ?? row.skillCode ?? '');
}

/** "Due since 3 Oct", "42 of 70". */
export function wordDetail({ kind, row }: SkillAction, today: string, now: Date): string {
  if (kind === 'measure') return labels.measureDetail;
  if (kind === 'learn') return format(labels.learnDetail, Math.round(row.score ?? 0), Math.round(row.target ?? 0));
  return row.dueForReview === today
    ? labels.reviewToday
    : format(labels.reviewDetail, shortDate(row.dueForReview, now));
}
