import { LightningElement, api } from 'lwc';
import { teamLabels as labels } from 'c/labels';
import { OVERALL_COLUMN, type TeamLine } from 'c/teamData';
import { toLineRow, type LineRow } from './lineWords';

/**
 * One line for each team: how many are known, their mean with its interval, the gap, who has one, and how the team
 * stands beside the others.
 *
 * @fires down with the id of the manager whose teams, or people, to show
 * @fires people with the id of the manager whose people to show
 * @fires column with the domain, or overall, that the lines are to be about
 */
export default class TeamLines extends LightningElement {
  @api lines: readonly TeamLine[] = [];
  @api domains: readonly string[] = [];
  @api column = OVERALL_COLUMN;

  readonly labels = labels;

  get rows(): LineRow[] {
    return this.lines.map(toLineRow);
  }

  get hasRows(): boolean {
    return this.lines.length > 0;
  }

  get columnOptions(): { label: string; value: string }[] {
    return [
      { label: labels.overall, value: OVERALL_COLUMN },
      ...this.domains.map((domain) => ({ label: domain, value: domain })),
    ];
  }

  handleColumn(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('column', { detail: event.detail.value }));
  }

  handleDown(event: Event): void {
    this.fire('down', event);
  }

  handlePeople(event: Event): void {
    this.fire('people', event);
  }

  private fire(type: string, event: Event): void {
    const { teamId } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent(type, { detail: teamId }));
  }
}
