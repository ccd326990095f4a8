import { LightningElement, wire } from 'lwc';
import AssessSkill from 'c/assessSkill';
import AssignTraining, { type AssignedTraining } from 'c/assignTraining';
import { withdraw } from 'c/assignments';
import { DAY_MS, today } from 'c/dates';
import { messageOf } from 'c/errors';
import { assessLabels, coachLabels, commonLabels, format } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { toCoaching, type Coaching, type NamedSuggestion } from './coaching';
import { COACH_QUERY } from './coachQuery';
import { reasonWords } from './coachWords';

const labels = { ...commonLabels, ...coachLabels };

/** Observations older than this are as good as none. */
const YEAR_MS = 365 * DAY_MS;

interface SuggestionRow {
  readonly key: string;
  readonly who: string;
  readonly reasons: readonly { readonly key: string; readonly text: string }[];
  readonly observeVariant: 'brand' | 'neutral';
  readonly assignVariant: 'brand' | 'neutral';
  readonly observeLabel: string;
  readonly assignLabel: string;
  readonly openLabel: string;
}

/** Whom to coach next on what, and why: at most five people whom the reader may observe, each with what to do. */
export default class CoachNext extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly variables: Record<string, unknown>;

  coaching?: Coaching;
  wireError?: string;
  actionError?: string;
  refreshing = false;
  /** What was just done, and the assignments by which it can be undone. */
  done?: { readonly text: string; readonly assignmentIds?: readonly string[] };

  private readonly now = new Date();
  private refreshCoaching?: () => Promise<void>;

  constructor() {
    super();
    const since = new Date(this.now.getTime() - YEAR_MS).toISOString();
    this.variables = { userId: USER_ID, since, today: today(this.now) };
  }

  @wire(graphql, { query: COACH_QUERY, variables: '$variables' })
  wiredCoaching({ data, errors, refresh }: GraphqlResult): void {
    this.refreshCoaching = refresh ?? this.refreshCoaching;
    if (!data && !errors) return;
    this.wireError = errors && messageOf(errors);
    if (data) this.coaching = toCoaching(data, this.now);
  }

  get panelState(): PanelState {
    if (this.wireError) return 'error';
    if (!this.coaching) return 'loading';
    return this.coaching.suggestions.length > 0 ? 'ready' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get panelHeading(): string {
    return this.wireError ? labels.errorTitle : labels.emptyTitle;
  }

  get panelMessage(): string {
    return this.wireError ?? labels.emptyMessage;
  }

  get computedAt(): string | undefined {
    return this.coaching?.computedAt;
  }

  get canUndo(): boolean {
    return this.done?.assignmentIds !== undefined;
  }

  get rows(): SuggestionRow[] {
    return (this.coaching?.suggestions ?? []).map(({ personId, personName, skillName, action, reasons }, index) => {
      // One primary action: that of the first.
      const isPrimary = (of: typeof action): boolean => index === 0 && action === of;
      const variantOf = (of: typeof action): SuggestionRow['observeVariant'] => (isPrimary(of) ? 'brand' : 'neutral');
      return {
        key: personId,
        who: format(labels.item, personName, skillName),
        reasons: reasons.map((reason) => ({ key: reason.kind, text: reasonWords(reason, this.now) })),
        observeVariant: variantOf('observe'),
        assignVariant: variantOf('assign'),
        observeLabel: format(labels.observeFor, personName, skillName),
        assignLabel: format(labels.assignFor, personName, skillName),
        openLabel: format(labels.openFor, personName),
      };
    });
  }

  async handleRefresh(): Promise<void> {
    this.refreshing = true;
    try {
      await this.refreshCoaching?.();
    } catch (error) {
      this.wireError = messageOf(error);
    } finally {
      this.refreshing = false;
    }
  }

  async handleObserve(event: Event): Promise<void> {
    const suggestion = this.suggestionOf(event);
    if (!suggestion) return;
    const { personId, personName, skillId, skillName } = suggestion;
    const label = format(assessLabels.titleFor, personName);
    const given = await AssessSkill.open({ label, size: 'small', personId, personName, skillId });
    if (!given) return;
    this.done = { text: format(labels.observed, personName, skillName) };
    await this.handleRefresh();
  }

  async handleAssign(event: Event): Promise<void> {
    const suggestion = this.suggestionOf(event);
    if (!suggestion) return;
    const { personId, personName, skillId, skillName } = suggestion;
    const given: AssignedTraining | undefined = await AssignTraining.open({
      label: format(labels.assignFor, personName, skillName),
      size: 'small',
      people: [{ id: personId, name: personName }],
      skillId,
      skillName,
      reason: 'Gap',
    });
    if (!given) return;
    this.actionError = undefined;
    this.done = { text: format(labels.assigned, personName, skillName), assignmentIds: given.assignmentIds };
  }

  async handleUndo(): Promise<void> {
    try {
      await withdraw(this.done?.assignmentIds ?? []);
      this.done = undefined;
      this.actionError = undefined;
    } catch (error) {
      this.actionError = messageOf(error);
    }
  }

  handleOpen(event: Event): void {
    const recordId = this.suggestionOf(event)?.personId ?? '';
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'User', actionName: 'view' },
    });
  }

  private suggestionOf(event: Event): NamedSuggestion | undefined {
    const { personId } = (event.currentTarget as HTMLElement).dataset;
    return this.coaching?.suggestions.find((suggestion) => suggestion.personId === personId);
  }
}
