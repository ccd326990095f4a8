import { LightningElement, api } from 'lwc';
import { teamLabels as labels } from 'c/labels';
import { NO_FILTER, type TeamFilter } from 'c/teamData';

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/**
 * What of the team to show. Offers no choice where there is nothing to choose.
 *
 * @fires filter with the new TeamFilter
 */
export default class TeamFilters extends LightningElement {
  @api filter: TeamFilter = NO_FILTER;
  /** Managers, by name. */
  @api teams: readonly Choice[] = [];
  @api roles: readonly string[] = [];
  /** "9 of 40 people". */
  @api peopleText = '';

  readonly labels = labels;

  get teamOptions(): Choice[] {
    return [{ label: labels.allManagers, value: '' }, ...this.teams];
  }

  get roleOptions(): Choice[] {
    return [{ label: labels.allRoles, value: '' }, ...this.roles.map((role) => ({ label: role, value: role }))];
  }

  get hasSeveralTeams(): boolean {
    return this.teams.length > 1;
  }

  get hasSeveralRoles(): boolean {
    return this.roles.length > 1;
  }

  handleTeam(event: CustomEvent<{ value: string }>): void {
    this.change({ teamId: event.detail.value });
  }

  handleRole(event: CustomEvent<{ value: string }>): void {
    this.change({ role: event.detail.value });
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.change({ name: event.detail.value });
  }

  handleGapsOnly(event: CustomEvent<{ checked: boolean }>): void {
    this.change({ gapsOnly: event.detail.checked });
  }

  private change(part: Partial<TeamFilter>): void {
    this.dispatchEvent(new CustomEvent('filter', { detail: { ...this.filter, ...part } }));
  }
}
