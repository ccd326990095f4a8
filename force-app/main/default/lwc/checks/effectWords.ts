import { gapOf } from 'c/core';
import { format, viewerLabels as labels } from 'c/labels';
import type { AnswerEffect, SkillEffect } from './readinessEffect';

/** What a sitting did to one skill, in words. */
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
  /** The gap to the target is probably real. */
  readonly gapFlagged: boolean;
  readonly noReadiness: string;
  readonly reasons: readonly { readonly key: string; readonly text: string }[];
}

/** One row for each skill, in the order of the effects. */
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
    gapFlagged: scores !== undefined && target !== undefined && gapOf(scores.after, target).flagged,
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
  return format(correct ? labels.whyRight : labels.whyWrong, prompt, signedTenths(points));
}

/** "+3.2", "−1.5", one decimal. */
export function signedTenths(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return format(rounded < 0 ? labels.pointsDown : labels.pointsUp, Math.abs(rounded).toFixed(1));
}
