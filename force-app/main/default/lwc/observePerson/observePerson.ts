import { LightningElement, api, wire } from 'lwc';
import AssessSkill from 'c/assessSkill';
import { DAY_MS, today } from 'c/dates';
import { messageOf } from 'c/errors';
import { assessLabels, format } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { toObservations, type Observations } from './observations';
import { OBSERVATIONS_QUERY } from './observationsQuery';

const labels = assessLabels;

/** Observations older than this say little about today. */
const DAYS = 90;

/**
 * For the managers above a person, on the person's page: *Observe a skill*, and the latest observations. Everybody
 * else sees nothing; that an observation is refused to them is decided by the org.
 */
export default class ObservePerson extends LightningElement {
  /** The person, on a User record page. */
  @api recordId?: string;

  readonly labels = labels;

  observations?: Observations;
  errorMessage?: string;

  private readonly now = new Date();
  private refreshObservations?: () => Promise<void>;

  get variables(): Record<string, unknown> {
    return { personId: this.recordId, since: today(new Date(this.now.getTime() - DAYS * DAY_MS)) };
  }

  @wire(graphql, { query: OBSERVATIONS_QUERY, variables: '$variables' })
  wiredObservations({ data, errors, refresh }: GraphqlResult): void {
    this.refreshObservations = refresh ?? this.refreshObservations;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (data) this.observations = toObservations(data, USER_ID, this.now);
  }

  /** Until it is known that the reader may observe, nothing is shown: for most readers nothing will be. */
  get isShown(): boolean {
    return this.errorMessage !== undefined || this.observations?.mayObserve === true;
  }

  get panelState(): PanelState {
    return this.errorMessage ? 'error' : 'ready';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get intro(): string {
    return format(labels.cardIntro, this.observations?.name ?? '');
  }

  get hasRows(): boolean {
    return (this.observations?.rows.length ?? 0) > 0;
  }

  get noneText(): string {
    return format(labels.none, DAYS);
  }

  async handleObserve(): Promise<void> {
    const personName = this.observations?.name ?? '';
    const label = format(labels.titleFor, personName);
    await AssessSkill.open({ label, size: 'small', personId: this.recordId, personName });
    await this.handleRefresh();
  }

  async handleRefresh(): Promise<void> {
    try {
      await this.refreshObservations?.();
    } catch (error) {
      this.errorMessage = messageOf(error);
    }
  }
}
