import { LightningElement, api, wire } from 'lwc';
import AskQuestion from 'c/askQuestion';
import type { Situation } from 'c/core';
import {
  CONTEXT_QUERY,
  contextVariables,
  dealFieldsOf,
  toDealContext,
  toSituation,
  type DealContext,
} from 'c/dealMatching';
import { answersForSituation, situationQuery, type SituationAnswer, type SituationQuery } from 'c/knowledge';
import { findKnowledge } from 'c/knowledgeSearch';
import { commonLabels, dealAnswersLabels, knowledgeLabels } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import { createWireSources } from 'c/wireSources';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord, type RecordRepresentation, type RecordResult } from 'lightning/uiRecordApi';
import { toAnswerRow, type AnswerRow } from './answerRows';
import { ANSWERS_QUERY } from './answersQuery';
import { toDealEntries } from './dealEntries';
import { toContextFacts, toDealNames, type DealNames } from './sharedContext';

/** How many of what the search found are looked at closely. */
const CANDIDATES = 15;

const labels = { ...commonLabels, ...knowledgeLabels, ...dealAnswersLabels };

type Source = 'context' | 'record' | 'search' | 'answers';

/**
 * *Answers for this deal*: what colleagues answered in situations like this one, with what deal and question have in
 * common; and the way to ask, with the facts of the deal that the asker chooses to share.
 *
 * Lives on the Opportunity record page, where it shares two requests with *Learn for this deal*; its own are a search
 * by the words of the situation and one for what was found. The order stays until the situation changes.
 */
export default class DealAnswers extends NavigationMixin(LightningElement) {
  @api recordId?: string;

  readonly labels = labels;
  readonly placeholderLink = '#';

  context?: DealContext;
  situation?: Situation;
  query?: SituationQuery;
  /** Questions to look at closely; undefined until the search answered. */
  questionIds?: readonly string[];
  answers?: readonly SituationAnswer[];
  names: DealNames = { people: [] };
  errors: Partial<Record<Source, string>> = {};

  private record?: RecordRepresentation;
  private readonly sources = createWireSources<Source>(this);

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

  get answersQuery(): GraphqlQuery | undefined {
    return this.questionIds ? ANSWERS_QUERY : undefined;
  }

  get answersVariables(): Record<string, unknown> | undefined {
    const { recordId, questionIds } = this;
    // A filter by a list must not be empty; no question has the id of a deal.
    return questionIds && { recordId, questionIds: questionIds.length > 0 ? questionIds : [recordId] };
  }

  @wire(graphql, { query: CONTEXT_QUERY, variables: '$contextVariables' })
  wiredContext(result: GraphqlResult): void {
    this.sources.take('context', result, (data) => {
      this.context = toDealContext(data);
      this.situationMayHaveChanged();
    });
  }

  @wire(getRecord, { recordId: '$factsRecordId', optionalFields: '$optionalFields' })
  wiredRecord({ data, error }: RecordResult): void {
    if (error) this.sources.setError('record', error);
    if (!data) return;
    this.record = data;
    this.situationMayHaveChanged();
  }

  @wire(graphql, { query: '$answersQuery', variables: '$answersVariables' })
  wiredAnswers(result: GraphqlResult): void {
    this.sources.take('answers', result, (data) => {
      const { query } = this;
      if (!query) return;
      const entries = toDealEntries(data, this.recordId ?? '');
      const own = new Set(entries.flatMap((entry) => (entry.own ? [entry.id] : [])));
      this.names = toDealNames(data);
      this.answers = answersForSituation(query, entries, { now: new Date(), own });
    });
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.answers) return 'loading';
    return this.answers.length > 0 ? 'ready' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get errorMessage(): string | undefined {
    return Object.values(this.errors).find((message) => message !== undefined);
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.errorTitle : labels.emptyTitle;
  }

  get panelMessage(): string {
    return this.errorMessage ?? labels.emptyMessage;
  }

  get rows(): AnswerRow[] {
    const { context, answers = [] } = this;
    const now = new Date();
    return context ? answers.map((answer) => toAnswerRow(answer, context.registry, now)) : [];
  }

  /** Until the deal is known, nothing of it can be shared. */
  get cannotAsk(): boolean {
    return !this.situation;
  }

  handleOpen(event: Event): void {
    event.preventDefault();
    this.open((event.currentTarget as HTMLElement).dataset.id ?? '');
  }

  handleAll(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'Knowledge_Bank' } });
  }

  async handleAsk(): Promise<void> {
    const { context, situation, recordId } = this;
    if (!context || !situation) return;
    const questionId = await AskQuestion.open<Pick<AskQuestion, 'opportunityId' | 'context'>, string>({
      label: labels.askAboutDeal,
      size: 'medium',
      opportunityId: recordId,
      context: toContextFacts(situation, context.registry, this.names),
    });
    if (!questionId) return;
    await this.sources.refresh('answers');
    this.open(questionId);
  }

  async handleRetry(): Promise<void> {
    if (this.errors.search) this.search();
    await this.sources.retry();
  }

  private open(recordId: string): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'Question__c', actionName: 'view' },
    });
  }

  /** Searches again where the words of the situation are others. */
  private situationMayHaveChanged(): void {
    const { context, record } = this;
    if (!context || !record) return;
    this.situation = toSituation(record, context, new Date());
    const query = situationQuery(this.situation, context.registry);
    if (query.text === this.query?.text) return;
    this.query = query;
    this.search();
  }

  private async search(): Promise<void> {
    const { query } = this;
    if (!query) return;
    try {
      const { entries, summed } = await findKnowledge(query.text);
      if (query !== this.query) return;
      // A summary that was rewritten since is seen to be so when it is looked at closely.
      const questions = [...entries, ...summed].filter(({ kind, outdated }) => kind === 'question' && !outdated);
      const found = answersForSituation(query, questions, { limit: CANDIDATES, now: new Date() });
      this.questionIds = found.map(({ entry }) => entry.id);
    } catch (error) {
      this.sources.setError('search', error);
    }
  }
}
