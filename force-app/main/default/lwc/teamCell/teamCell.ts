import { LightningElement, api } from 'lwc';
import { commonLabels, format, teamLabels } from 'c/labels';
import { OVERALL_COLUMN, scoreIn, toHeatCell, type TeamMember } from 'c/teamData';

const labels = { ...commonLabels, ...teamLabels };

/**
 * What one cell of the heat map is about, in words, with what to do.
 *
 * @fires observe, assign, open for the buttons; leave when the person goes back to the grid with Escape
 */
export default class TeamCell extends LightningElement {
  @api member?: TeamMember;
  @api column = OVERALL_COLUMN;
  /** The reader is a manager of the person. */
  @api mayObserve = false;

  readonly labels = labels;

  private focusFirst = true;

  override renderedCallback(): void {
    if (!this.focusFirst) return;
    this.focusFirst = false;
    this.template?.querySelector<HTMLElement>('.heading')?.focus();
  }

  get heading(): string {
    if (!this.member) return '';
    return toHeatCell(this.member.name, this.columnName, scoreIn(this.member, this.column)).description;
  }

  get likely(): string | undefined {
    const { lower, upper } = (this.member && scoreIn(this.member, this.column)) ?? {};
    if (lower === undefined || upper === undefined) return undefined;
    return format(labels.likelyBetween, Math.round(lower), Math.round(upper));
  }

  /** The skills behind the cell in which the gap is probably real. */
  get skills(): { key: string; text: string }[] {
    const gaps = this.member?.gaps ?? [];
    return gaps
      .filter(({ domain }) => this.column === OVERALL_COLUMN || domain === this.column)
      .map(({ skillId, skillName, gap }) => ({
        key: skillId,
        text: format(labels.skillGap, skillName, Math.round(gap)),
      }));
  }

  get hasSkills(): boolean {
    return this.skills.length > 0;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.dispatchEvent(new CustomEvent('leave'));
  }

  handleObserve(): void {
    this.dispatchEvent(new CustomEvent('observe'));
  }

  handleAssign(): void {
    this.dispatchEvent(new CustomEvent('assign'));
  }

  handleOpen(): void {
    this.dispatchEvent(new CustomEvent('open'));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('leave'));
  }

  private get columnName(): string {
    return this.column === OVERALL_COLUMN ? labels.overall : this.column;
  }
}
