import { LightningElement, wire } from 'lwc';
import { LEAST_COHORT, timeToProficiency, type Proficiency } from 'c/core';
import { DAY_MS, today } from 'c/dates';
import { messageOf } from 'c/errors';
import { format, proficiencyLabels as labels } from 'c/labels';
import type { ChartSeries } from 'c/lineChart';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { countsText, curveSeries, medianText, quarterText } from './proficiencyWords';
import { PROFICIENCY_QUERY } from './proficiencyQuery';
import { longestUnderway, toCohorts, toStarters, type Starters } from './starters';

const MONTH_CHOICES = [6, 12, 24] as const;
const DEFAULT_MONTHS = 12;
/** How many of those not there yet are named. */
const MOST_NAMED = 5;

/**
 * How long people other than the reader who started within the last months take to reach the target of their role:
 * the share there by days since the start, the median, by quarter, and who has been underway longest. Whoever left
 * before is counted for as long as they were there.
 */
export default class TimeToProficiency extends NavigationMixin(LightningElement) {
  readonly labels = labels;

  months: number = DEFAULT_MONTHS;
  starters?: Starters;
  errorMessage?: string;
  refreshing = false;

  private refreshStarters?: () => Promise<void>;

  @wire(graphql, { query: PROFICIENCY_QUERY, variables: '$variables' })
  wiredStarters({ data, errors, refresh }: GraphqlResult): void {
    this.refreshStarters = refresh ?? this.refreshStarters;
    if (!data && !errors) {
      this.starters = undefined;
      this.errorMessage = undefined;
      return;
    }
    this.errorMessage = errors && messageOf(errors);
    if (data) this.starters = toStarters(data, today(new Date()));
  }

  get variables(): Record<string, string> {
    const since = new Date(Date.parse(today(new Date())) - this.months * 30.4 * DAY_MS);
    return { userId: USER_ID, since: since.toISOString().slice(0, 10) };
  }

  get state(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.starters) return 'loading';
    return this.starters.all.length < LEAST_COHORT ? 'empty' : 'ready';
  }

  get heading(): string {
    return this.errorMessage ? labels.errorTitle : labels.emptyTitle;
  }

  get message(): string {
    return this.errorMessage ?? format(labels.emptyMessage, LEAST_COHORT, this.starters?.all.length ?? 0);
  }

  get computedAt(): string | undefined {
    return this.starters?.computedAt;
  }

  get monthOptions(): { label: string; value: string }[] {
    return MONTH_CHOICES.map((months) => ({ label: format(labels.lastMonths, months), value: String(months) }));
  }

  get monthsValue(): string {
    return String(this.months);
  }

  get estimate(): Proficiency {
    return timeToProficiency((this.starters?.all ?? []).map(({ outcome }) => outcome));
  }

  get median(): string {
    return medianText(this.estimate.median);
  }

  get counts(): string {
    return countsText(this.estimate);
  }

  get series(): ChartSeries[] {
    const last = Math.max(0, ...(this.starters?.all ?? []).map(({ outcome }) => outcome.days));
    return curveSeries(this.estimate.curve, last);
  }

  get cohorts(): { key: string; quarter: string; people: string; reached: string; left: string; median: string }[] {
    return toCohorts(this.starters?.all ?? []).map(({ quarter, people, estimate }) => ({
      key: quarter,
      quarter: quarterText(quarter),
      people: String(people),
      reached: estimate ? String(estimate.reached) : labels.none,
      left: estimate ? String(estimate.left) : labels.none,
      median: estimate ? medianText(estimate.median) : format(labels.tooFew, LEAST_COHORT),
    }));
  }

  get longest(): { key: string; name: string; text: string }[] {
    return longestUnderway(this.starters?.all ?? [], MOST_NAMED).map(({ id, name, outcome, score, target }) => {
      const place =
        score === undefined || target === undefined
          ? labels.thin
          : format(labels.scoreOf, Math.round(score), Math.round(target));
      return { key: id, name, text: format(labels.underway, outcome.days, place) };
    });
  }

  get hasLongest(): boolean {
    return this.longest.length > 0;
  }

  get truncatedNote(): string | undefined {
    return this.starters?.isTruncated ? labels.truncated : undefined;
  }

  handleMonths(event: CustomEvent<{ value: string }>): void {
    this.months = Number(event.detail.value);
  }

  handleOpen(event: Event): void {
    const recordId = (event.currentTarget as HTMLElement).dataset.personId ?? '';
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'User', actionName: 'view' },
    });
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.refresh();
  }

  async handleRefresh(): Promise<void> {
    this.refreshing = true;
    await this.refresh();
    this.refreshing = false;
  }

  private async refresh(): Promise<void> {
    try {
      await this.refreshStarters?.();
    } catch (error) {
      this.errorMessage = messageOf(error);
    }
  }
}
