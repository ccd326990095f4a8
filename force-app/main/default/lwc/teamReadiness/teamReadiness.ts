import { LightningElement, wire } from 'lwc';
import { messageOf } from 'c/errors';
import { teamLabels as labels } from 'c/labels';
import { Memo } from 'c/memo';
import type { PanelState } from 'c/statePanel';
import {
  domainsOf,
  filterMembers,
  FIRST_ORDER,
  NO_FILTER,
  OVERALL_COLUMN,
  pathTo,
  scoreIn,
  sortMembers,
  TEAM_CELLS_QUERY,
  TEAM_PEOPLE_QUERY,
  teamLines,
  teamsBelow,
  type TeamFilter,
  type TeamLine,
  type TeamMember,
  type TeamOrder,
} from 'c/teamData';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { TeamReading, type Answer, type Reading } from './teamReading';
import { managerChoices, peopleWords, rolesOf, type Choice } from './teamWords';

type TeamView = 'people' | 'teams';

/**
 * Readiness of the people whose readiness the server lets the reader see: a heat map of people by domain, or a line
 * for each team; gaps with the training that closes them, the trend, and what is overdue. People come page by page:
 * the weakest are there at once.
 */
export default class TeamReadiness extends NavigationMixin(LightningElement) {
  readonly labels = labels;

  reading?: Reading;
  errorMessage?: string;
  refreshing = false;
  view: TeamView = 'people';
  filter: TeamFilter = NO_FILTER;
  order: TeamOrder = FIRST_ORDER;
  lineColumn = OVERALL_COLUMN;

  peopleVariables: Record<string, unknown> = { userId: USER_ID, after: null };
  cellsQuery?: GraphqlQuery;
  cellsVariables: { personIds: readonly string[] } = { personIds: [] };

  private readonly team = new TeamReading(() => this.askOn());
  private lastPeople?: Answer;
  private readonly shownPeople = new Memo<TeamMember[]>();
  private readonly domainNames = new Memo<string[]>();
  private readonly teamTable = new Memo<TeamLine[]>();
  private readonly shownIdSet = new Memo<ReadonlySet<string>>();

  @wire(graphql, { query: TEAM_PEOPLE_QUERY, variables: '$peopleVariables' })
  wiredPeople({ data, errors, refresh }: GraphqlResult): void {
    if (!this.accepts(data, errors)) return;
    this.lastPeople = { data, refresh };
    this.team.takePeople(this.lastPeople, String(this.peopleVariables.after ?? ''));
  }

  @wire(graphql, { query: '$cellsQuery', variables: '$cellsVariables' })
  wiredCells({ data, errors, refresh }: GraphqlResult): void {
    if (this.cellsQuery && this.accepts(data, errors)) {
      this.team.takeCells({ data, refresh }, this.cellsVariables.personIds);
    }
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.reading) return 'loading';
    return this.reading.members.length > 0 ? 'ready' : 'empty';
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

  get members(): readonly TeamMember[] {
    return this.reading?.members ?? [];
  }

  get domains(): string[] {
    return this.domainNames.of([this.members], () => domainsOf(this.members));
  }

  get shown(): TeamMember[] {
    const { members, filter, order } = this;
    return this.shownPeople.of([members, filter, order], () => sortMembers(filterMembers(members, filter), order));
  }

  get shownIds(): ReadonlySet<string> {
    return this.shownIdSet.of([this.shown], () => new Set(this.shown.map(({ id }) => id)));
  }

  get peopleText(): string {
    return peopleWords(this.shown.length, this.members.length, this.reading?.loaded ?? 0);
  }

  get matchState(): PanelState {
    return this.shown.length > 0 ? 'ready' : 'empty';
  }

  get teamChoices(): Choice[] {
    return managerChoices(this.members, USER_ID);
  }

  get roles(): string[] {
    return rolesOf(this.members);
  }

  get isComplete(): boolean {
    return this.reading?.isComplete === true;
  }

  get truncated(): string | undefined {
    return this.reading?.isTruncated ? labels.truncated : undefined;
  }

  get showsTeams(): boolean {
    return this.view === 'teams';
  }

  /** There is more than one team to show lines of. */
  get hasTeams(): boolean {
    return this.teamChoices.length > 1;
  }

  get viewOptions(): Choice[] {
    return [
      { label: labels.viewPeople, value: 'people' },
      { label: labels.viewTeams, value: 'teams' },
    ];
  }

  /** Below which manager the lines are. */
  get rootId(): string {
    return this.filter.teamId || USER_ID;
  }

  get lines(): TeamLine[] {
    const { members, filter, rootId, lineColumn } = this;
    return this.teamTable.of([members, filter, lineColumn], () => {
      const people = filterMembers(members, filter);
      return teamLines(teamsBelow(people, rootId), (member) => scoreIn(member, lineColumn));
    });
  }

  get crumbs(): { id: string; name: string }[] {
    const { teamId } = this.filter;
    if (!teamId) return [];
    return [{ id: '', name: labels.everybody }, ...pathTo(this.members, USER_ID, teamId).slice(0, -1)];
  }

  get hereName(): string | undefined {
    return this.teamChoices.find(({ value }) => value === this.filter.teamId)?.label;
  }

  handleRefresh(): void {
    this.errorMessage = undefined;
    this.refreshing = true;
    const isOnFirstPage = this.peopleVariables.after === null;
    this.team.restart();
    // The wire answers by itself only where it is asked for another page.
    if (isOnFirstPage && this.lastPeople) this.team.takePeople(this.lastPeople, '');
  }

  handleView(event: CustomEvent<{ value: string }>): void {
    this.view = event.detail.value as TeamView;
  }

  handleFilter(event: CustomEvent<TeamFilter>): void {
    this.filter = event.detail;
  }

  handleClear(): void {
    this.filter = NO_FILTER;
  }

  handleCrumb(event: Event): void {
    this.filter = { ...this.filter, teamId: (event.currentTarget as HTMLElement).dataset.teamId ?? '' };
  }

  handleDown(event: CustomEvent<string>): void {
    this.filter = { ...this.filter, teamId: event.detail };
  }

  handlePeople(event: CustomEvent<string>): void {
    this.filter = { ...this.filter, teamId: event.detail };
    this.view = 'people';
  }

  handleLineColumn(event: CustomEvent<string>): void {
    this.lineColumn = event.detail;
  }

  handleOrder(event: CustomEvent<TeamOrder>): void {
    this.order = event.detail;
  }

  handleOpen(event: CustomEvent<string>): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: event.detail, objectApiName: 'User', actionName: 'view' },
    });
  }

  handleAssigned(): void {
    this.template?.querySelector<HTMLElement & { refresh(): Promise<void> }>('c-team-overdue')?.refresh();
  }

  private accepts(data: unknown, errors: GraphqlResult['errors']): boolean {
    if (errors) {
      this.errorMessage = messageOf(errors);
      this.refreshing = false;
    } else if (data) {
      this.errorMessage = undefined;
    }
    return data !== undefined && data !== null && !errors;
  }

  /** Shows what is new, and wires what is to be asked for next. */
  private askOn(): void {
    const { reading, after, batchIds } = this.team;
    this.reading = reading;
    if ((this.peopleVariables.after ?? '') !== after) {
      this.peopleVariables = { userId: USER_ID, after: after || null };
    }
    this.cellsQuery = batchIds && TEAM_CELLS_QUERY;
    if (batchIds && batchIds.join() !== this.cellsVariables.personIds.join()) {
      this.cellsVariables = { personIds: batchIds };
    }
    if (this.team.isDone) this.refreshing = false;
  }
}
