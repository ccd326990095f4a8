import { shortDate } from 'c/dates';
import { format, viewerLabels as labels } from 'c/labels';
import { answeredAt, tally, type CheckSession } from './checkSession';
import type { AnswerEffect, SkillEffect } from './readinessEffect';

/** One skill on the result page. */
export interface EffectRow {
  readonly key: string;
  readonly skillName: string;
  readonly target?: number;
  readonly isKnown: boolean;
  /** "42 → 49" */
  readonly change: string;
  /** "(likely 40–58)" */
  readonly likely: string;
  readonly score?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly enoughEvidence: boolean;
  readonly noReadiness: string;
  readonly reasons: readonly { readonly key: string; readonly text: string }[];
}

/** "3 questions". */
export function describeCount(questions: number): string {
  if (questions === 0) return labels.noQuestions;
  return questions === 1 ? labels.oneQuestion : format(labels.questions, questions);
}

/** "You answered 2 of 3 on 12 Oct". */
export function describeResume(session: CheckSession, now: Date): string {
  const { right, answered } = tally(session);
  return format(labels.resumeTitle, right, answered, shortDate(answeredAt(session), now));
}

export function describeEffects(effects: readonly SkillEffect[]): EffectRow[] {
  return effects.map(({ skillCode, skillName, target, scores, answers }) => ({
    key: skillCode,
    skillName,
    target,
    isKnown: scores !== undefined,
    change: scores ? describeChange(scores) : '',
    likely: scores ? format(labels.likely, Math.round(scores.after.lower), Math.round(scores.after.upper)) : '',
    score: scores?.after.score,
    lower: scores?.after.lower,
    upper: scores?.after.upper,
    enoughEvidence: scores?.after.enoughEvidence ?? false,
    noReadiness: format(labels.noReadiness, skillName),
    reasons: [
      ...answers.map((answer) => ({ key: answer.questionId, text: describeAnswer(answer) })),
      ...(scores && !scores.after.enoughEvidence ? [{ key: 'more', text: labels.whyMore }] : []),
    ],
  }));
}

/** A score that was not known before is shown alone. */
function describeChange({ before, after }: NonNullable<SkillEffect['scores']>): string {
  const to = Math.round(after.score);
  return before.evidenceCount > 0 ? format(labels.effect, Math.round(before.score), to) : String(to);
}

function describeAnswer({ prompt, correct, points }: AnswerEffect): string {
  if (points === undefined) return format(labels.whyPractice, prompt);
  return format(correct ? labels.whyRight : labels.whyWrong, prompt, signed(points));
}

/** "+3.2", "−1.5", one decimal. */
export function signed(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return format(rounded < 0 ? labels.pointsDown : labels.pointsUp, Math.abs(rounded));
}
