import { LightningElement, wire } from 'lwc';
import { messageOf } from 'c/errors';
import { recordsIn } from 'c/graphqlRecords';
import { homeLabels as labels } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { OTHERS_QUERY } from './othersQuery';

/**
 * The Home page for everybody: whoever sees the readiness of others gets the team and below it the own daily review,
 * for managers learn too; everybody else the daily review and the own next actions. What is visible is decided by the server's sharing, not by a role name.
 */
export default class HomeReadiness extends LightningElement {
  readonly labels = labels;
  readonly variables = { userId: USER_ID };

  seesOthers?: boolean;
  errorMessage?: string;

  private refreshOthers?: () => Promise<void>;

  @wire(graphql, { query: OTHERS_QUERY, variables: '$variables' })
  wiredOthers({ data, errors, refresh }: GraphqlResult): void {
    this.refreshOthers = refresh ?? this.refreshOthers;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (data) this.seesOthers = recordsIn(data, 'Readiness__c').length > 0;
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

  handleRetry(): void {
    this.errorMessage = undefined;
    this.refreshOthers?.();
  }
}
