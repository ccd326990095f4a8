import { LightningElement, wire } from 'lwc';
import { chooseNugget } from 'c/core';
import { today } from 'c/dates';
import { messageOf } from 'c/errors';
import { recordsIn, text } from 'c/graphqlRecords';
import { actionsLabels, commonLabels, format } from 'c/labels';
import {
  describeChoice,
  SKILL_NUGGETS_QUERY,
  toLearningEvents,
  toSkillNuggets,
  type NuggetsAnswer,
  type OwnEvent,
  type SkillNugget,
} from 'c/nuggetChoice';
import NuggetViewer from 'c/nuggetViewer';
import { roleWeights, toReadinessRow, type ReadinessRow } from 'c/readinessRecords';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { ACTIONS_QUERY } from './actionsQuery';
import { nextActions, wordAction, wordDetail, type SkillAction } from './nextActions';

const labels = { ...commonLabels, ...actionsLabels };

interface ActionRow {
  readonly key: string;
  readonly iconName: string;
  readonly text: string;
  readonly detail: string;
  readonly nugget: string;
  readonly nuggetId?: string;
  /** One primary action: the first. */
  readonly variant: 'brand' | 'neutral';
  readonly startLabel: string;
}

const ICONS = { review: 'utility:refresh', learn: 'utility:trending', measure: 'utility:question' } as const;

/** What the current user does best next, each with the nugget to do it with. For the Home page and app pages. */
export default class MyNextActions extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly variables = { userId: USER_ID };

  rows?: readonly ReadinessRow[];
  /** What the role's targets weigh, by skill. */
  weights: ReadonlyMap<string, number> = new Map();
  history: readonly OwnEvent[] = [];
  nuggets: readonly SkillNugget[] = [];
  nuggetsAnswer: NuggetsAnswer = 'loading';
  wireError?: string;
  /** Of asking again: the wire stays silent then, and where the next time nothing changed. */
  refreshError?: string;
  refreshing = false;

  private now = new Date();
  private refreshActions?: () => Promise<void>;

  @wire(graphql, { query: ACTIONS_QUERY, variables: '$variables' })
  wiredActions({ data, errors, refresh }: GraphqlResult): void {
    this.refreshActions = refresh ?? this.refreshActions;
    if (!data && !errors) return;
    this.wireError = errors && messageOf(errors);
    if (!data) return;
    this.now = new Date();
    this.rows = recordsIn(data, 'Readiness__c').map(toReadinessRow);
    const [user] = recordsIn(data, 'User');
    this.weights = roleWeights(data, user && text(user, 'Sales_Role__c'));
    this.history = toLearningEvents(data);
  }

  get nuggetsQuery(): GraphqlQuery | undefined {
    return this.actions.length > 0 ? SKILL_NUGGETS_QUERY : undefined;
  }

  get nuggetsVariables(): Record<string, unknown> {
    return { skillCodes: this.actions.map(({ skillCode }) => skillCode) };
  }

  @wire(graphql, { query: '$nuggetsQuery', variables: '$nuggetsVariables' })
  wiredNuggets({ data, errors }: GraphqlResult): void {
    if (errors) this.nuggetsAnswer = 'failed';
    if (!data) return;
    this.nuggets = toSkillNuggets(data);
    this.nuggetsAnswer = 'loaded';
  }

  get errorMessage(): string | undefined {
    return this.wireError ?? this.refreshError;
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.rows) return 'loading';
    return this.actions.length > 0 ? 'ready' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get panelHeading(): string {
    if (this.errorMessage) return labels.errorTitle;
    return this.rows?.length ? labels.emptyTitle : labels.newTitle;
  }

  get panelMessage(): string {
    return this.errorMessage ?? (this.rows?.length ? labels.emptyMessage : labels.newMessage);
  }

  get hasRows(): boolean {
    return !this.errorMessage && (this.rows?.length ?? 0) > 0;
  }

  get computedAt(): string | undefined {
    return (
      (this.rows ?? [])
        .map(({ computedAt = '' }) => computedAt)
        .sort()
        .at(-1) || undefined
    );
  }

  get overall(): ReadinessRow | undefined {
    return this.rows?.find(({ scope }) => scope === 'Overall');
  }

  get actionRows(): ActionRow[] {
    const day = today(this.now);
    return this.actions.map((action, index) => {
      const nugget = chooseNugget(this.nuggets, action.skillCode, this.history, this.now, action.row.score);
      return {
        key: action.skillCode,
        iconName: ICONS[action.kind],
        text: wordAction(action),
        detail: wordDetail(action, day, this.now),
        nugget: describeChoice(nugget, this.nuggetsAnswer),
        nuggetId: nugget?.id,
        variant: index === 0 ? 'brand' : 'neutral',
        startLabel: format(labels.startFor, nugget?.title ?? ''),
      };
    });
  }

  async handleRefresh(): Promise<void> {
    this.refreshing = true;
    this.refreshError = undefined;
    try {
      await this.refreshActions?.();
    } catch (error) {
      this.refreshError = messageOf(error);
    } finally {
      this.refreshing = false;
    }
  }

  async handleStart(event: Event): Promise<void> {
    const { nuggetId } = (event.currentTarget as HTMLElement).dataset;
    const nugget = this.nuggets.find(({ id }) => id === nuggetId);
    if (!nugget) return;
    await NuggetViewer.open({ size: 'medium', label: nugget.title, nuggetId });
    await this.handleRefresh();
  }

  handleSeeAll(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: USER_ID, objectApiName: 'User', actionName: 'view' },
    });
  }

  private get actions(): SkillAction[] {
    return nextActions(this.rows ?? [], this.weights, this.now);
  }
}
