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

/**
 * What is due for review, longest due first; then gaps that are probably real, largest first; then, where nothing
 * else is to do, skills with a target about which too little is known.
 *
 * @param today calendar day of the person, `YYYY-MM-DD`
 */
export function nextActions(rows: readonly ReadinessRow[], today: string): SkillAction[] {
  const skills = rows.filter(({ scope, skillCode }) => scope === 'Skill' && skillCode);
  const due = skills
    .filter(({ dueForReview }) => dueForReview !== undefined && dueForReview <= today)
    .sort((a, b) => compare(a.dueForReview ?? '', b.dueForReview ?? ''));
  const gaps = skills
    .filter((row) => row.gapFlagged && !due.includes(row))
    .sort((a, b) => gapOf(b) - gapOf(a) || compare(a.skillCode ?? '', b.skillCode ?? ''));
  const known = [...due.map(toAction('review')), ...gaps.map(toAction('learn'))];
  if (known.length > 0) return known.slice(0, MOST);
  const unknown = skills
    .filter(({ enoughEvidence, target }) => !enoughEvidence && target !== undefined)
    .sort((a, b) => (b.target ?? 0) - (a.target ?? 0) || compare(a.skillCode ?? '', b.skillCode ?? ''));
  return unknown.map(toAction('measure')).slice(0, MOST);
}

function toAction(kind: ActionKind): (row: ReadinessRow) => SkillAction {
  return (row) => ({ kind, row, skillCode: row.skillCode ?? '' });
}

function gapOf({ score = 0, target = 0 }: ReadinessRow): number {
  return target - score;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
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
