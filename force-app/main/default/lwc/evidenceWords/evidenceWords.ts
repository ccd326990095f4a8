import type { Contribution } from 'c/core';
import { exactDate, shortDate } from 'c/dates';
import { format, readinessLabels as labels } from 'c/labels';

/** A piece of evidence with the skill that it is about. */
export interface SkillEvidence extends Contribution {
  readonly skillName: string;
}

type Kind = SkillEvidence['kind'];

const ICONS: Readonly<Record<Kind, string>> = {
  check: 'utility:question',
  assessment: 'utility:user',
  completion: 'utility:education',
  outcome: 'utility:opportunity',
};

const WORDS: Readonly<Record<Kind, (value: number) => string>> = {
  check: (value) => (value > 0 ? labels.evidenceCheckRight : labels.evidenceCheckWrong),
  assessment: (value) => format(labels.evidenceAssessment, Math.round(value * 100)),
  completion: () => labels.evidenceCompletion,
  outcome: (value) => (value > 0 ? labels.evidenceOutcomeWon : labels.evidenceOutcomeLost),
};

export interface EvidenceRow {
  readonly key: string;
  readonly iconName: string;
  readonly text: string;
  readonly skillName: string;
  readonly points: string;
  readonly date: string;
  readonly exactDate: string;
}

export function toEvidenceRow(entry: SkillEvidence, now: Date): EvidenceRow {
  return {
    key: entry.evidenceId,
    iconName: ICONS[entry.kind],
    text: WORDS[entry.kind](entry.value),
    skillName: entry.skillName,
    points: signedPoints(entry.points),
    date: shortDate(entry.at, now),
    exactDate: exactDate(entry.at),
  };
}

/** "+3.2", "−1.5", "±0": one decimal. */
export function signedPoints(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  if (rounded === 0) return labels.pointsNone;
  return format(rounded < 0 ? labels.pointsDown : labels.pointsUp, Math.abs(rounded).toFixed(1));
}
