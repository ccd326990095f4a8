import { LightningElement, api } from 'lwc';
import { toEvidenceRow, type EvidenceRow, type SkillEvidence } from 'c/evidenceWords';
import { commonLabels, format, readinessLabels } from 'c/labels';

/** Pieces shown before *Show all*. */
const FIRST = 5;

const labels = { ...commonLabels, ...readinessLabels };

/** The evidence of one person, latest first, with what each piece added. */
export default class EvidenceList extends LightningElement {
  @api evidence: readonly SkillEvidence[] = [];

  readonly labels = labels;
  showsAll = false;

  get rows(): EvidenceRow[] {
    const now = new Date();
    return this.evidence.slice(0, this.showsAll ? undefined : FIRST).map((entry) => toEvidenceRow(entry, now));
  }

  get countText(): string {
    const { length } = this.evidence;
    if (length === 0) return labels.noEvidence;
    return length === 1 ? labels.evidenceOne : format(labels.evidenceCount, length);
  }

  get toggleLabel(): string | undefined {
    const { length } = this.evidence;
    if (length <= FIRST) return undefined;
    return this.showsAll ? labels.showLess : format(labels.showAllEvidence, length);
  }

  handleToggle(): void {
    this.showsAll = !this.showsAll;
  }
}
