import { LightningElement, api, wire } from 'lwc';
import { DAY_MS } from 'c/dates';
import { messageOf } from 'c/errors';
import { format, readinessLabels as labels } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { nameOf, OVERALL, toTrend, type Trend } from './trend';
import { TREND_QUERY } from './trendQuery';

const WEEKS = 26;
const WEEK_MS = 7 * DAY_MS;

/** How one person's readiness moved: overall, and any domains that are chosen. */
export default class ReadinessTrend extends LightningElement {
  @api personId?: string;
  /** The domains that may be chosen. */
  @api domains: readonly string[] = [];

  readonly labels = labels;
  readonly label = format(labels.trendLabel, WEEKS);
  readonly since = new Date(Date.now() - WEEKS * WEEK_MS).toISOString().slice(0, 10);

  scopes: readonly string[] = [OVERALL];
  trend?: Trend;
  errorMessage?: string;

  private refreshTrend?: () => Promise<void>;

  get variables(): Record<string, unknown> {
    return { personId: this.personId, scopes: this.scopes, since: this.since };
  }

  @wire(graphql, { query: TREND_QUERY, variables: '$variables' })
  wiredTrend({ data, errors, refresh }: GraphqlResult): void {
    this.refreshTrend = refresh ?? this.refreshTrend;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (data) this.trend = toTrend(data, this.scopes);
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.trend) return 'loading';
    return this.trend.series.length > 0 ? 'ready' : 'empty';
  }

  get panelHeading(): string | undefined {
    return this.errorMessage && labels.trendError;
  }

  get panelMessage(): string {
    return this.errorMessage ?? labels.trendEmpty;
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get hasChoice(): boolean {
    return this.domains.length > 0 && this.trend !== undefined;
  }

  get options(): { label: string; value: string }[] {
    return [OVERALL, ...this.domains].map((scope) => ({ label: nameOf(scope), value: scope }));
  }

  get value(): string[] {
    return [...this.scopes];
  }

  handleScopes(event: CustomEvent<{ value: string[] }>): void {
    const { value } = event.detail;
    // Something must be drawn.
    this.scopes =
      value.length > 0 ? this.options.map((each) => each.value).filter((v) => value.includes(v)) : [OVERALL];
  }

  async handleRetry(): Promise<void> {
    try {
      this.errorMessage = undefined;
      await this.refreshTrend?.();
    } catch (error) {
      this.errorMessage = messageOf(error);
    }
  }
}
