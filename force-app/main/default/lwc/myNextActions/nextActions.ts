import { rankActions, type ScoredSkill } from 'c/core';
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
 * The skills in which training closes most of a gap, most urgent first (`rankActions`); at most six.
 *
 * @param weights of the role's targets by skill; a skill without one weighs 1
 */
export function nextActions(
  rows: readonly ReadinessRow[],
  weights: ReadonlyMap<string, number>,
  now: Date,
): SkillAction[] {
  const bySkill = new Map(
    rows.flatMap((row) => (row.scope === 'Skill' && row.skillCode ? [[row.skillCode, row] as const] : [])),
  );
  const actions = rankActions(
    [...bySkill.values()].flatMap((row) => toScoredSkill(row, weights)),
    now,
  ).slice(0, MOST);
  return actions.flatMap(({ kind, skillCode }) => {
    const row = bySkill.get(skillCode);
    return row ? [{ kind, row, skillCode }] : [];
  });
}

function toScoredSkill(row: ReadinessRow, weights: ReadonlyMap<string, number>): ScoredSkill[] {
  const { skillCode, score, lower, upper, target, enoughEvidence, lastEvidenceAt, dueForReview } = row;
  if (!skillCode || score === undefined || lower === undefined || upper === undefined || target === undefined)
    return [];
  const moment = lastEvidenceAt === undefined ? undefined : Date.parse(lastEvidenceAt);
  return [
    {
      skillCode,
      score: { score, lower, upper, enoughEvidence },
      target,
      weight: weights.get(skillCode) ?? 1,
      lastEvidenceAt: moment,
      dueForReview,
    },
  ];
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
  if (!row.enoughEvidence) return labels.measureDetail;
  if (kind !== 'review') return format(labels.learnDetail, Math.round(row.score ?? 0), Math.round(row.target ?? 0));
  return row.dueForReview === today
    ? labels.reviewToday
    : format(labels.reviewDetail, shortDate(row.dueForReview, now));
}
