import type { NextAction } from 'c/core';
import { exactDate, shortDate, today } from 'c/dates';
import { format, readinessLabels as labels } from 'c/labels';
import type { ReadinessRow } from 'c/readinessRecords';
import type { Profile, SkillEvidence } from './profile';

export interface BarRow {
  readonly key: string;
  readonly name: string;
  readonly row: ReadinessRow;
}

export interface DomainRow extends BarRow {
  readonly skills: readonly BarRow[];
  readonly open: boolean;
  readonly expanded: string;
  readonly toggleLabel: string;
  readonly iconName: string;
}

/** The domains, weakest against its target first, with the skills of those that are open. */
export function toDomainRows({ domains, skills }: Profile, open: ReadonlySet<string>): DomainRow[] {
  return [...domains].sort(byGap).map((row) => {
    const name = row.domain ?? '';
    const isOpen = open.has(name);
    return {
      key: row.id || name,
      name,
      row,
      skills: skills
        .filter(({ domain }) => domain === name)
        .sort(byGap)
        .map(toSkillRow),
      open: isOpen,
      expanded: String(isOpen),
      toggleLabel: format(isOpen ? labels.hideSkills : labels.showSkills, name),
      iconName: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
    };
  });
}

function toSkillRow(row: ReadinessRow): BarRow {
  return { key: row.id, name: row.skillName ?? row.skillCode ?? '', row };
}

function byGap(a: ReadinessRow, b: ReadinessRow): number {
  const gap = ({ score = 0, target = 0 }: ReadinessRow): number => target - score;
  return gap(b) - gap(a) || ((a.domain ?? '') < (b.domain ?? '') ? -1 : 1);
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
  return format(rounded < 0 ? labels.pointsDown : labels.pointsUp, Math.abs(rounded));
}

/** "Review: Discounting". */
export function wordNextAction({ kind }: NextAction, skillName: string): string {
  const text = { review: labels.nextReview, learn: labels.nextLearn, measure: labels.nextMeasure }[kind];
  return format(text, skillName);
}

/** "since 3 Oct", or "today". */
export function wordDue({ dueForReview }: ReadinessRow, now: Date): string {
  return dueForReview === today(now) ? labels.dueToday : format(labels.due, shortDate(dueForReview, now));
}
