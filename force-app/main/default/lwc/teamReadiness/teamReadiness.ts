import { LightningElement, wire } from 'lwc';
import { messageOf } from 'c/errors';
import { commonLabels, format, teamLabels } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import FORM_FACTOR from '@salesforce/client/formFactor';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import {
  filterMembers,
  NO_FILTER,
  OVERALL_COLUMN,
  PERSON_COLUMN,
  sortMembers,
  teamGaps,
  toTeam,
  type Team,
  type TeamFilter,
  type TeamMember,
  type TeamOrder,
} from './team';
import { TEAM_QUERY } from './teamQuery';
import { columnLabel, toAverages, toHeaders, toPersonRow, type ColumnHeader, type PersonRow } from './teamRows';

/** Narrower than this, the heat map becomes a list; pixels. */
const NARROW = 640;

/** The weakest first: that is what a manager looks for. */
const FIRST_ORDER: TeamOrder = { column: OVERALL_COLUMN, ascending: true };

const labels = { ...commonLabels, ...teamLabels };

interface Choice {
  readonly label: string;
  readonly value: string;
}

/**
 * Heat map of people by domain, for the people whose readiness the server lets the reader see. Sorts by any column,
 * filters by team, role, name and gaps, and leads to the person. Where there is little room it is a list.
 */
export default class TeamReadiness extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly variables = { userId: USER_ID };

  team?: Team;
  errorMessage?: string;
  refreshing = false;
  filter: TeamFilter = NO_FILTER;
  order: TeamOrder = FIRST_ORDER;
  isNarrow = FORM_FACTOR === 'Small';

  private refreshTeam?: () => Promise<void>;
  private observer?: ResizeObserver;

  @wire(graphql, { query: TEAM_QUERY, variables: '$variables' })
  wiredTeam({ data, errors, refresh }: GraphqlResult): void {
    this.refreshTeam = refresh ?? this.refreshTeam;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (data) this.team = toTeam(data);
  }

  override renderedCallback(): void {
    const frame = this.template?.querySelector('.frame');
    if (this.observer || !frame || typeof ResizeObserver === 'undefined') return;
    this.observer = new ResizeObserver(([entry]) => {
      if (entry) this.isNarrow = entry.contentRect.width < NARROW;
    });
    this.observer.observe(frame);
  }

  override disconnectedCallback(): void {
    this.observer?.disconnect();
    this.observer = undefined;
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.team) return 'loading';
    return this.team.members.length > 0 ? 'ready' : 'empty';
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.errorTitle : labels.emptyTitle;
  }

  get panelMessage(): string {
    return this.errorMessage ?? labels.emptyMessage;
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get domains(): readonly string[] {
    return this.team?.domains ?? [];
  }

  get shown(): TeamMember[] {
    return sortMembers(filterMembers(this.team?.members ?? [], this.filter), this.order);
  }

  get peopleText(): string {
    const all = this.team?.members.length ?? 0;
    const shown = this.shown.length;
    if (shown !== all) return format(labels.shownOf, shown, all);
    return all === 1 ? labels.onePerson : format(labels.people, all);
  }

  get matchState(): PanelState {
    return this.shown.length > 0 ? 'ready' : 'empty';
  }

  get headers(): ColumnHeader[] {
    return toHeaders(this.domains, this.order);
  }

  get rows(): PersonRow[] {
    return this.shown.map((member) => toPersonRow(member, this.domains));
  }

  get averages(): { key: string; text: string }[] {
    return toAverages(this.shown, this.domains);
  }

  get gaps(): { key: string; text: string }[] {
    return teamGaps(this.shown, this.domains).map(({ domain, people, of }) => ({
      key: domain,
      text: format(labels.gapOf, domain, people, of),
    }));
  }

  get hasGaps(): boolean {
    return this.gaps.length > 0;
  }

  get managerOptions(): Choice[] {
    const named = (value: string): string => value || labels.noManager;
    return [
      { label: labels.allManagers, value: '' },
      ...this.choices('manager').map((v) => ({ label: named(v), value: v })),
    ];
  }

  get roleOptions(): Choice[] {
    return [{ label: labels.allRoles, value: '' }, ...this.choices('role').map((v) => ({ label: v, value: v }))];
  }

  get hasSeveralManagers(): boolean {
    return this.choices('manager').length > 1;
  }

  get hasSeveralRoles(): boolean {
    return this.choices('role').length > 1;
  }

  get orderOptions(): Choice[] {
    return [OVERALL_COLUMN, PERSON_COLUMN, ...this.domains].map((value) => ({ label: columnLabel(value), value }));
  }

  get truncated(): string | undefined {
    return this.team?.isTruncated ? format(labels.truncated, this.team.members.length) : undefined;
  }

  async handleRefresh(): Promise<void> {
    this.refreshing = true;
    try {
      await this.refreshTeam?.();
    } finally {
      this.refreshing = false;
    }
  }

  handleSort(event: Event): void {
    const column = (event.currentTarget as HTMLElement).dataset.column ?? OVERALL_COLUMN;
    this.order = { column, ascending: column === this.order.column ? !this.order.ascending : true };
  }

  handleOrder(event: CustomEvent<{ value: string }>): void {
    this.order = { column: event.detail.value, ascending: true };
  }

  handleManager(event: CustomEvent<{ value: string }>): void {
    this.filter = { ...this.filter, manager: event.detail.value };
  }

  handleRole(event: CustomEvent<{ value: string }>): void {
    this.filter = { ...this.filter, role: event.detail.value };
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.filter = { ...this.filter, name: event.detail.value };
  }

  handleGapsOnly(event: CustomEvent<{ checked: boolean }>): void {
    this.filter = { ...this.filter, gapsOnly: event.detail.checked };
  }

  handleClear(): void {
    this.filter = NO_FILTER;
  }

  handleOpen(event: Event): void {
    const recordId = (event.currentTarget as HTMLElement).dataset.personId ?? '';
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'User', actionName: 'view' },
    });
  }

  /** The distinct managers or roles of the team, by name. */
  private choices(field: 'manager' | 'role'): string[] {
    return [...new Set((this.team?.members ?? []).map((member) => member[field] ?? ''))].filter(Boolean).sort();
  }
}
