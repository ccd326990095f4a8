import { LightningElement, wire } from 'lwc';
import { messageOf } from 'c/errors';
import { recordsIn } from 'c/graphqlRecords';
import { format, homeLabels as labels } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { OTHERS_QUERY } from './othersQuery';

/**
 * The Home page for everybody: whoever sees the readiness of others gets the team and below it the own daily review,
 * for managers learn too; everybody else the daily review and the own next actions. Whoever is asked by colleagues is
 * told so first. What is visible is decided by the server's sharing, not by a role name.
 */
export default class HomeReadiness extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly variables = { userId: USER_ID };

  seesOthers?: boolean;
  /** Open questions that wait for the reader. */
  asked = 0;
  errorMessage?: string;

  private refreshOthers?: () => Promise<void>;

  @wire(graphql, { query: OTHERS_QUERY, variables: '$variables' })
  wiredOthers({ data, errors, refresh }: GraphqlResult): void {
    this.refreshOthers = refresh ?? this.refreshOthers;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (!data) return;
    this.seesOthers = recordsIn(data, 'Readiness__c').length > 0;
    this.asked = recordsIn(data, 'Expert_Request__c').length;
  }

  get showsTeam(): boolean {
    return this.seesOthers === true;
  }

  get showsActions(): boolean {
    return this.seesOthers === false;
  }

  get showsPanel(): boolean {
    return this.seesOthers === undefined;
  }

  get panelState(): PanelState {
    return this.errorMessage ? 'error' : 'loading';
  }

  get isAsked(): boolean {
    return this.asked > 0;
  }

  get askedText(): string {
    return this.asked === 1 ? labels.askedOne : format(labels.askedMany, this.asked);
  }

  handleAsked(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__navItemPage',
      attributes: { apiName: 'Knowledge_Bank' },
      state: { c__list: 'asked' },
    });
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.refreshOthers?.();
  }
}
