import { LightningElement, api, wire } from 'lwc';
import {
  anchorQueryKeys,
  buildRuleIndex,
  DEFAULT_BUDGET,
  DEFAULT_COOL_DOWN_DAYS,
  rankNuggets,
  type NuggetSummary,
  type RankedNugget,
  type Situation,
} from 'c/core';
import {
  candidateVariables,
  CANDIDATES_QUERY,
  CONTEXT_QUERY,
  contextVariables,
  dealFieldsOf,
  toCandidates,
  toDealContext,
  toSituation,
  type CandidateVariables,
  type DealContext,
} from 'c/dealMatching';
import { commonLabels, format, nuggetsLabels } from 'c/labels';
import { recordLearningEvent, undoLearningEvent } from 'c/learningEvents';
import NuggetViewer from 'c/nuggetViewer';
import { attempt } from 'c/saves';
import type { PanelState } from 'c/statePanel';
import { createWireSources } from 'c/wireSources';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord, type RecordRepresentation, type RecordResult } from 'lightning/uiRecordApi';
import { createFeedbackBook, type FeedbackType } from './feedbackBook';
import { toNuggetRow, type NuggetRow } from './nuggetRows';

const labels = { ...commonLabels, ...nuggetsLabels };

type Source = 'context' | 'record' | 'candidates';

/**
 * *Learn for this deal*: at most three published nuggets for this situation and this person, with the reasons.
 *
 * Lives on the Opportunity record page. Three requests: what is known about the person and the deal's children; the
 * deal's own fields, which come again whenever the page changes them; the candidates for the situation. The order
 * stays as it is until the situation changes, so that nothing moves under the pointer.
 */
export default class DealNuggets extends NavigationMixin(LightningElement) {
  @api recordId?: string;
  @api maximumNuggets = DEFAULT_BUDGET.nuggets;
  @api maximumMinutes = DEFAULT_BUDGET.minutes;

  readonly labels = labels;

  context?: DealContext;
  record?: RecordRepresentation;
  candidates?: readonly NuggetSummary[];
  candidateVariables?: CandidateVariables;
  ranked?: readonly RankedNugget[];
  matched = 0;
  errors: Partial<Record<Source, string>> = {};
  whyOpen = false;
  /** Counts changes of feedback, so that the rows are drawn again. */
  feedbackChanges = 0;

  private situation?: Situation;
  /** The variables of the candidates that `ranked` was made from. */
  private rankedFor?: CandidateVariables;
  private readonly sources = createWireSources<Source>(this);
  private readonly feedback = createFeedbackBook(
    {
      create: (nuggetId, type) => recordLearningEvent({ nuggetId, opportunityId: this.recordId, type }),
      undo: undoLearningEvent,
    },
    () => {
      this.feedbackChanges += 1;
    },
  );

  get contextVariables(): Record<string, unknown> {
    return contextVariables(this.recordId);
  }

  /** The record is asked for once it is known which of its fields matter. */
  get factsRecordId(): string | undefined {
    return this.context && !this.errors.record ? this.recordId : undefined;
  }

  get optionalFields(): string[] | undefined {
    return dealFieldsOf(this.context);
  }

  get candidatesQuery(): GraphqlQuery | undefined {
    return this.candidateVariables ? CANDIDATES_QUERY : undefined;
  }

  @wire(graphql, { query: CONTEXT_QUERY, variables: '$contextVariables' })
  wiredContext(result: GraphqlResult): void {
    this.sources.take('context', result, (data) => {
      this.context = toDealContext(data);
      this.feedback.load(this.context.history);
      this.situationMayHaveChanged();
    });
  }

  @wire(getRecord, { recordId: '$factsRecordId', optionalFields: '$optionalFields' })
  wiredRecord({ data, error }: RecordResult): void {
    if (!data && !error) return;
    this.sources.setError('record', error);
    if (!data) return;
    this.record = data;
    this.situationMayHaveChanged();
  }

  @wire(graphql, { query: '$candidatesQuery', variables: '$candidateVariables' })
  wiredCandidates(result: GraphqlResult): void {
    this.sources.take('candidates', result, (data) => {
      this.candidates = toCandidates(data);
      // The same question answered again (an event was saved, a cache refreshed) must not move what is being read.
      if (this.rankedFor !== this.candidateVariables) this.rank();
    });
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.ranked) return 'loading';
    return this.ranked.length > 0 ? 'ready' : 'empty';
  }

  get errorMessage(): string | undefined {
    return this.errors.context ?? this.errors.record ?? this.errors.candidates;
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.errorTitle : labels.emptyTitle;
  }

  get panelMessage(): string {
    return this.errorMessage ?? (this.matched > 0 ? labels.emptyMessage : labels.noneMessage);
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get rows(): NuggetRow[] {
    const { context, ranked, situation, feedbackChanges } = this;
    if (!context || !ranked || !situation || feedbackChanges < 0) return [];
    const completed = new Set(
      context.history.filter(({ type, undone }) => type === 'Completed' && !undone).map(({ nuggetId }) => nuggetId),
    );
    return ranked.map((entry) => {
      const { id } = entry.nugget;
      return toNuggetRow(entry, context.registry, situation.now, this.feedback.typeOf(id), completed.has(id));
    });
  }

  get totalMinutes(): string {
    return format(
      labels.minutes,
      (this.ranked ?? []).reduce((sum, { nugget }) => sum + nugget.minutes, 0),
    );
  }

  get whyLabel(): string {
    return this.whyOpen ? labels.hideWhy : labels.whyThese;
  }

  get whyExpanded(): string {
    return String(this.whyOpen);
  }

  get whyRule(): string {
    return format(labels.whyRule, this.maximumNuggets, this.maximumMinutes, DEFAULT_COOL_DOWN_DAYS);
  }

  get skippedSignals(): string | undefined {
    const names = this.context?.skippedSignals ?? [];
    return names.length > 0 ? format(labels.skippedSignals, names.join(', ')) : undefined;
  }

  async handleRetry(): Promise<void> {
    await this.sources.retry();
  }

  async handleOpen(event: Event): Promise<void> {
    const nuggetId = nuggetIdOf(event);
    const row = this.rows.find(({ id }) => id === nuggetId);
    if (!row) return;
    await NuggetViewer.open({
      size: 'medium',
      label: row.title,
      nuggetId,
      opportunityId: this.recordId,
    });
    await this.sources.refresh('context');
  }

  handleHelpful(event: Event): void {
    this.giveFeedback(nuggetIdOf(event), 'Helpful');
  }

  handleNotHelpful(event: Event): void {
    this.giveFeedback(nuggetIdOf(event), 'Not Helpful');
  }

  handleDismiss(event: Event): void {
    this.giveFeedback(nuggetIdOf(event), 'Dismissed');
  }

  async handleUndo(event: Event): Promise<void> {
    const nuggetId = nuggetIdOf(event);
    await attempt(this, labels.notUndone, () => this.feedback.undo(nuggetId));
  }

  handleWhy(): void {
    this.whyOpen = !this.whyOpen;
  }

  handleBrowse(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Nugget__c', actionName: 'list' },
      state: { filterName: 'All' },
    });
  }

  private async giveFeedback(nuggetId: string, type: FeedbackType): Promise<void> {
    await attempt(this, labels.notSaved, () => this.feedback.give(nuggetId, type));
  }

  /** Asks for other candidates when the situation has other anchors; ranks the same candidates again when not. */
  private situationMayHaveChanged(): void {
    const { context, record } = this;
    if (!context || !record) return;
    const situation = toSituation(record, context, new Date());
    const changed = JSON.stringify([...situation.facts]) !== JSON.stringify([...(this.situation?.facts ?? [])]);
    this.situation = situation;
    const variables = candidateVariables(anchorQueryKeys(situation, context.registry));
    if (JSON.stringify(variables) !== JSON.stringify(this.candidateVariables)) this.candidateVariables = variables;
    else if (changed) this.rank();
  }

  private rank(): void {
    const { context, candidates, situation } = this;
    if (!context || !candidates || !situation) return;
    const matches = buildRuleIndex(candidates, context.registry).match(situation);
    this.matched = matches.length;
    this.rankedFor = this.candidateVariables;
    this.ranked = rankNuggets(matches, {
      now: situation.now,
      skills: context.skills,
      history: context.history,
      budget: { nuggets: Number(this.maximumNuggets), minutes: Number(this.maximumMinutes) },
    });
  }
}

function nuggetIdOf(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset.nuggetId ?? '';
}
