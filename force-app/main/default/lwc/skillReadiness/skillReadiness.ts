import { LightningElement, api } from 'lwc';
import type { Explanation } from 'c/core';
import { format, readinessLabels as labels } from 'c/labels';
import type { ReadinessRow } from 'c/readinessRecords';
import { toParts, type ScorePart } from './scoreParts';

/** One skill: name, bar, and, opened, every part of its score with date and points. */
export default class SkillReadiness extends LightningElement {
  @api row?: ReadinessRow;
  /** Undefined where the published state cannot be read. */
  @api explanation?: Explanation;
  /** Whether the reader reads about themselves. */
  @api isOwn = false;

  readonly labels = labels;
  isOpen = false;

  get name(): string {
    return this.row?.skillName ?? this.row?.skillCode ?? '';
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get toggleLabel(): string {
    return format(this.isOpen ? labels.closeEvidence : labels.openEvidence, this.name);
  }

  get iconName(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get caption(): string {
    return format(labels.whereFrom, this.name);
  }

  get parts(): ScorePart[] {
    if (!this.explanation || !this.row) return [];
    return toParts(this.explanation, this.row.contributions, this.isOwn, new Date());
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
}
