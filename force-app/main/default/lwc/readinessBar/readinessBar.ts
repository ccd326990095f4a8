import { LightningElement, api } from 'lwc';
import { commonLabels as labels, format } from 'c/labels';

/** Keeps a share of the bar between its ends. */
const percent = (value: number): number => Math.min(100, Math.max(0, value));

/**
 * One readiness score: a bar, a light band for the likely range, a mark for the target, the number at the right.
 * Without enough evidence the band alone is drawn and words take the number's place.
 */
export default class ReadinessBar extends LightningElement {
  /** What the score is of, for screen readers. */
  @api label = '';
  /** 0–100; absent where nothing is known. */
  @api score?: number;
  @api lower?: number;
  @api upper?: number;
  @api target?: number;
  @api enoughEvidence = false;
  @api gapFlagged = false;
  /** For where the number stands beside the bar already. */
  @api hideNumber = false;

  readonly labels = labels;

  get isKnown(): boolean {
    return this.score !== undefined && this.enoughEvidence;
  }

  get number(): string {
    return this.isKnown ? String(Math.round(this.score ?? 0)) : '–';
  }

  get showsNumber(): boolean {
    return !this.hideNumber;
  }

  get gapText(): string | undefined {
    if (!this.isKnown || this.target === undefined) return undefined;
    const gap = Math.round(this.target) - Math.round(this.score ?? 0);
    return gap > 0 ? format(labels.gap, gap) : undefined;
  }

  get gapClass(): string {
    return this.gapFlagged ? 'gap gap_flagged' : 'gap';
  }

  get hasTarget(): boolean {
    return this.target !== undefined;
  }

  get rangeText(): string {
    if (this.lower === undefined || this.upper === undefined) return labels.notEnoughEvidence;
    return format(labels.likelyBetween, Math.round(this.lower), Math.round(this.upper));
  }

  /** Hover and screen readers: "48, likely between 40 and 58, Target 70". */
  get description(): string {
    const target = this.target === undefined ? [] : [format(labels.target, Math.round(this.target))];
    const flagged = this.gapFlagged ? [labels.gapFlagged] : [];
    return [this.isKnown ? this.number : labels.notEnoughEvidence, this.rangeText, ...target, ...flagged].join(', ');
  }

  get accessibleName(): string {
    return format(labels.readFor, this.label, this.description);
  }

  get fillStyle(): string {
    return `inline-size: ${percent(this.score ?? 0)}%`;
  }

  get rangeStyle(): string {
    const lower = percent(this.lower ?? 0);
    return `inset-inline-start: ${lower}%; inline-size: ${percent(this.upper ?? 0) - lower}%`;
  }

  get targetStyle(): string {
    return `inset-inline-start: ${percent(this.target ?? 0)}%`;
  }
}
