import { LightningElement, api, wire } from 'lwc';
import { today } from 'c/dates';
import { messageOf } from 'c/errors';
import { launchLabels as labels } from 'c/labels';
import { headline, type Launch } from 'c/launchRecords';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { toLaunchCounts, type LaunchCounts } from './overview';
import { OVERVIEW_QUERY } from './overviewQuery';

interface LaunchChoice {
  readonly id: string;
  readonly text: string;
  readonly pressed: 'true' | 'false';
  readonly className: string;
  readonly barStyle?: string;
}

/**
 * Launches at a glance: how many of those whose readiness the reader sees are ready, and for the chosen launch who is
 * not and why, and how the reader stands. On home and app pages all launches, on a launch's record page that one.
 */
export default class LaunchReadiness extends LightningElement {
  /** The launch, on its record page. */
  @api recordId?: string;

  readonly labels = labels;
  readonly variables = { userId: USER_ID };

  counts?: readonly LaunchCounts[];
  errorMessage?: string;
  chosenId?: string;
  refreshing = false;
  /** Counts how often newer data was asked for: the parts below follow. */
  asked = 0;

  private refreshOverview?: () => Promise<void>;

  @wire(graphql, { query: OVERVIEW_QUERY, variables: '$variables' })
  wiredOverview({ data, errors, refresh }: GraphqlResult): void {
    this.refreshOverview = refresh ?? this.refreshOverview;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (data) this.counts = toLaunchCounts(data, this.today);
  }

  get today(): string {
    return today(new Date());
  }

  get state(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.counts) return 'loading';
    return this.chosen ? 'ready' : 'empty';
  }

  get heading(): string {
    if (this.errorMessage) return labels.errorTitle;
    return this.recordId ? labels.notShownTitle : labels.emptyTitle;
  }

  get message(): string {
    return (
      this.errorMessage ?? (this.recordId ? `${labels.notShownMessage} ${labels.nobodyMessage}` : labels.emptyMessage)
    );
  }

  get chosen(): LaunchCounts | undefined {
    const id = this.recordId ?? this.chosenId;
    return id ? this.counts?.find(({ launch }) => launch.id === id) : this.counts?.[0];
  }

  get launch(): Launch | undefined {
    return this.chosen?.launch;
  }

  get summary(): string | undefined {
    return this.launch?.summary;
  }

  get hasTeam(): boolean {
    return (this.chosen?.total ?? 0) > 0;
  }

  get hasOwn(): boolean {
    return this.chosen?.asksReader === true;
  }

  get computedAt(): string | undefined {
    return this.chosen?.computedAt;
  }

  /** Whoever sees no team reads their own sentence instead. */
  get choices(): LaunchChoice[] {
    const shown = this.recordId ? (this.counts ?? []).filter(({ launch }) => launch.id === this.recordId) : this.counts;
    return (shown ?? []).map(({ launch, total, ready }) => {
      const isChosen = launch.id === this.launch?.id;
      return {
        id: launch.id,
        text: total > 0 ? headline(launch, ready, total, this.today) : launch.name,
        pressed: isChosen ? 'true' : 'false',
        className: isChosen ? 'launch launch_chosen' : 'launch',
        ...(total > 0 ? { barStyle: `inline-size: ${(100 * ready) / total}%` } : {}),
      };
    });
  }

  get hasChoices(): boolean {
    return this.choices.length > 1;
  }

  get only(): LaunchChoice | undefined {
    const [only] = this.choices;
    return this.hasChoices || !this.hasTeam ? undefined : only;
  }

  handleChoose(event: Event): void {
    this.chosenId = (event.currentTarget as HTMLElement).dataset.launchId;
  }

  async handleRefresh(): Promise<void> {
    this.refreshing = true;
    this.asked += 1;
    await this.refresh();
    this.refreshing = false;
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.refresh();
  }

  private async refresh(): Promise<void> {
    try {
      await this.refreshOverview?.();
    } catch (error) {
      this.errorMessage = messageOf(error);
    }
  }
}
