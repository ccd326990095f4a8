import { DEFAULT_REVIEW_LIMITS, type PlannedQuestion, type SkillToReview } from 'c/core';
import { signedTenths, type SkillEffect } from 'c/checks';
import { shortDate, today } from 'c/dates';
import { format, reviewLabels as labels, viewerLabels } from 'c/labels';
import type { ReadinessRow } from 'c/readinessRecords';
import type { NextReview } from './reviewOutcome';
import type { ReviewQuestion, ReviewState } from './reviewState';

/** Skills named before a review begins; the others are counted. */
const MOST_NAMED = 4;

export interface Words {
  readonly key: string;
  readonly text: string;
}

/** "6 questions, about 3 min". */
export function describeLength(questions: number): string {
  if (questions === 1) return labels.introOne;
  return format(labels.intro, questions, Math.ceil((questions * DEFAULT_REVIEW_LIMITS.secondsPerQuestion) / 60));
}

/** "Discounting: due since 3 Oct", for the first skills of the plan. */
export function describeSkills(plan: readonly PlannedQuestion[], state: ReviewState, now: Date): Words[] {
  const codes = new Set(plan.map(({ skillCode }) => skillCode));
  const skills = state.skills.filter(({ skillCode }) => codes.has(skillCode));
  const named = skills.slice(0, MOST_NAMED).map((entry) => ({ key: entry.skillCode, text: describeSkill(entry, now) }));
  const others = skills.length - named.length;
  return others > 0 ? [...named, { key: '', text: format(labels.more, others) }] : named;
}

function describeSkill({ reason, skill, skillCode }: SkillToReview<ReadinessRow>, now: Date): string {
  const { skillName = skillCode, dueForReview, score = 0, target = 0 } = skill;
  if (reason === 'measure') return format(labels.measure, skillName);
  if (reason === 'gap') return format(labels.gap, skillName, Math.round(score), Math.round(target));
  return dueForReview === today(now)
    ? format(labels.dueToday, skillName)
    : format(labels.dueSince, skillName, shortDate(dueForReview, now));
}

/** Why there is nothing to ask, and what to do next. */
export function describeNothing(state: ReviewState, now: Date): { heading: string; message: string } {
  const { answered, right } = state.today;
  if (state.published.length === 0) return { heading: labels.newTitle, message: labels.newMessage };
  if (answered > 0) return { heading: labels.doneTitle, message: format(labels.doneMessage, right, answered) };
  const [first] = state.skills;
  if (first) {
    const skillName = first.skill.skillName ?? first.skillCode;
    return { heading: labels.noQuestionsTitle, message: format(labels.noQuestionsMessage, skillName) };
  }
  return { heading: labels.emptyTitle, message: [labels.emptyMessage, ...comingNext(state, now)].join(' ') };
}

function comingNext({ current }: ReviewState, now: Date): string[] {
  const [next] = current
    .flatMap(({ skillName, dueForReview }) => (skillName && dueForReview ? [{ skillName, dueForReview }] : []))
    .sort((a, b) => (a.dueForReview < b.dueForReview ? -1 : 1));
  return next ? [format(labels.emptyNext, next.skillName, shortDate(next.dueForReview, now))] : [];
}

/** "Discounting: 42 → 49 (likely 40–58), +7 points". */
export function describeLastEffect({ skillName, scores, answers }: SkillEffect): string {
  if (!scores) return format(labels.effectLater, skillName);
  const points = answers[0]?.points;
  if (points === undefined) return labels.effectPractice;
  const { before, after } = scores;
  const change = format(viewerLabels.effect, Math.round(before.score), Math.round(after.score));
  const likely = format(viewerLabels.likely, Math.round(after.lower), Math.round(after.upper));
  return format(labels.effect, skillName, change, likely, signedTenths(points));
}

/** "Discounting: review again on 12 Dec". */
export function describeNext(reviews: readonly NextReview[], now: Date): Words[] {
  return reviews.map(({ skillCode, skillName, dueForReview, belowTarget, target = 0 }) => ({
    key: skillCode,
    text: belowTarget
      ? format(labels.staysGap, skillName, Math.round(target))
      : dueForReview
        ? format(labels.dueAgain, skillName, shortDate(dueForReview, now))
        : format(labels.noDate, skillName),
  }));
}

export interface MissedRow {
  readonly key: string;
  readonly prompt: string;
  readonly nuggetId: string;
  readonly nuggetTitle: string;
  /** "Read: Where Planning ends". */
  readonly label: string;
}

/** What was missed, each with the nugget to read. */
export function describeMissed(questions: readonly ReviewQuestion[]): MissedRow[] {
  return questions.map(({ id, prompt, nuggetId, nuggetTitle }) => {
    return { key: id, prompt, nuggetId, nuggetTitle, label: format(labels.readNugget, nuggetTitle) };
  });
}
