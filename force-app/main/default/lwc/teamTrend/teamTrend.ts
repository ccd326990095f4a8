import { LightningElement, api, wire } from 'lwc';
import { DAY_MS, today } from 'c/dates';
import { messageOf } from 'c/errors';
import { format, teamLabels as labels } from 'c/labels';
import type { ChartSeries } from 'c/lineChart';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { toTrend, type TrendPoint } from './trend';
import { TEAM_TREND_QUERY, TREND_QUERY } from './trendQuery';

const WEEKS = 12;
const WEEK_MS = 7 * DAY_MS;
/** What snapshots over all domains are named. */
const OVERALL = 'Overall';

/**
 * The mean readiness of a team over twelve weeks, overall or in a domain. The org computes the means; a day of fewer
 * than five people is left out.
 */
export default class TeamTrend extends LightningElement {
  /** The manager whose people it is about; empty for everybody the reader sees. */
  @api teamId = '';
  @api domains: readonly string[] = [];

  readonly labels = labels;

  domain = OVERALL;
  points?: readonly TrendPoint[];
  errorMessage?: string;

  private readonly since = today(new Date(Date.now() - WEEKS * WEEK_MS));
  private refreshTrend?: () => Promise<void>;

  get query(): GraphqlQuery {
    return this.teamId ? TEAM_TREND_QUERY : TREND_QUERY;
  }

  get variables(): Record<string, unknown> {
    const variables = { userId: USER_ID, domain: this.domain, since: this.since };
    return this.teamId ? { ...variables, managerId: this.teamId } : variables;
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  wiredTrend({ data, errors, refresh }: GraphqlResult): void {
    this.refreshTrend = refresh ?? this.refreshTrend;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (data) this.points = toTrend(data);
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.points) return 'loading';
    return this.points.length > 1 ? 'ready' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.trendErrorTitle : labels.trendEmptyTitle;
  }

  get panelMessage(): string {
    return this.errorMessage ?? labels.trendEmptyMessage;
  }

  get domainOptions(): { label: string; value: string }[] {
    return [
      { label: labels.overall, value: OVERALL },
      ...this.domains.map((domain) => ({ label: domain, value: domain })),
    ];
  }

  get domainName(): string {
    return this.domain === OVERALL ? labels.overall : this.domain;
  }

  get chartLabel(): string {
    return format(labels.trendLabel, this.domainName, WEEKS);
  }

  get series(): ChartSeries[] {
    const points = this.points ?? [];
    return [{ name: this.domainName, points: points.map(({ day, score }) => ({ x: day, y: score })) }];
  }

  get target(): number | undefined {
    return this.points?.at(-1)?.target;
  }

  get peopleText(): string {
    const counts = (this.points ?? []).map(({ people }) => people);
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    return least === most ? format(labels.trendPeople, most) : format(labels.trendPeopleRange, least, most);
  }

  handleDomain(event: CustomEvent<{ value: string }>): void {
    this.domain = event.detail.value;
    this.points = undefined;
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.refreshTrend?.();
  }
}
