import type { Explanation, NextAction } from 'c/core';
import { shortDate, today } from 'c/dates';
import { format, readinessLabels as labels } from 'c/labels';
import type { ReadinessRow } from 'c/readinessRecords';
import type { Profile } from './profile';

export interface BarRow {
  readonly key: string;
  readonly name: string;
  readonly row: ReadinessRow;
}

/** A skill with where its score comes from. */
export interface SkillRow extends BarRow {
  readonly explanation?: Explanation;
}

export interface DomainRow extends BarRow {
  readonly skills: readonly SkillRow[];
  readonly open: boolean;
  readonly expanded: string;
  readonly toggleLabel: string;
  readonly iconName: string;
}

/** The domains, weakest against its target first, with the skills of those that are open. */
export function toDomainRows({ domains, skills, explain }: Profile, open: ReadonlySet<string>): DomainRow[] {
  return [...domains].sort(byGap).map((row) => {
    const name = row.domain ?? '';
    const isOpen = open.has(name);
    return {
      key: row.id || name,
      name,
      row,
      skills: skills
        .filter(({ domain }) => isOpen && domain === name)
        .sort(byGap)
        .map((skill) => ({ ...toBarRow(skill), explanation: explain(skill) })),
      open: isOpen,
      expanded: String(isOpen),
      toggleLabel: format(isOpen ? labels.hideSkills : labels.showSkills, name),
      iconName: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
    };
  });
}

/** The components in the order of their names. */
export function toComponentRows({ components }: Profile): BarRow[] {
  return components.map((row) => ({ key: row.component, name: row.component, row }));
}

function toBarRow(row: ReadinessRow): BarRow {
  return { key: row.id, name: row.skillName ?? row.skillCode ?? '', row };
}

function byGap(a: ReadinessRow, b: ReadinessRow): number {
  const gap = ({ score = 0, target = 0 }: ReadinessRow): number => target - score;
  return gap(b) - gap(a) || ((a.domain ?? '') < (b.domain ?? '') ? -1 : 1);
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
