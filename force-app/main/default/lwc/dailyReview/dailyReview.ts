import { LightningElement, api, wire } from 'lwc';
import type { Grade } from 'c/checkQuestion';
import {
  canAnswer,
  currentQuestion,
  describeProgress,
  GRADE_FIELDS,
  gradeOf,
  isGrading,
  isLastQuestion,
  saveAnswer,
  startSession,
  startSitting,
  toNextQuestion,
  withResult,
  type Option,
  type Sitting,
} from 'c/checks';
import { commonLabels, reviewLabels, viewerLabels } from 'c/labels';
import { Memo } from 'c/memo';
import NuggetViewer from 'c/nuggetViewer';
import { toastError } from 'c/saves';
import type { PanelState } from 'c/statePanel';
import { createWireSources } from 'c/wireSources';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { getRecord, type RecordResult } from 'lightning/uiRecordApi';
import { basisOf, lastEffect } from './reviewOutcome';
import { REVIEW_QUESTIONS_QUERY, type QuestionVariables } from './reviewQuestionsQuery';
import { describeResult, type ReviewResult } from './reviewResult';
import { describeStart, type ReviewStart } from './reviewStart';
import { toReviewQuestions, toReviewState, variablesFor, type ReviewQuestion, type ReviewState } from './reviewState';
import { REVIEW_STATE_QUERY } from './reviewStateQuery';
import { describeLastEffect, describeNothing, type Words } from './reviewWords';
import { createStopwatch } from './stopwatch';

type Step = 'intro' | 'check' | 'result';
type Source = 'state' | 'questions';

const labels = { ...commonLabels, ...viewerLabels, ...reviewLabels };

/**
 * A review of about five minutes: first what is due, then gaps, one check question after the other, skills taking
 * turns. The org grades each answer; what it did to readiness is shown at once. For Home and app pages.
 *
 * Every answer is saved when it is given. A review that was broken off goes on with what is left of today's time; a
 * question that was answered is not asked again within a day.
 *
 * @fires reviewed when a review has ended
 */
export default class DailyReview extends LightningElement {
  /** Without the list of skills: for a place among other things. */
  @api compact = false;
  /** Begins as soon as it is known what to ask: for where the person has pressed a button already. */
  @api autoStart = false;

  readonly labels = labels;
  readonly stateVariables = { userId: USER_ID };
  readonly gradedFields = GRADE_FIELDS;

  state?: ReviewState;
  /** Undefined while they are loading. */
  available?: readonly ReviewQuestion[];
  questionVariables?: QuestionVariables;
  errors: Partial<Record<Source, string>> = {};

  step: Step = 'intro';
  sitting?: Sitting;
  gradedId?: string;
  result?: ReviewResult;

  private hasBegun = false;
  private now = new Date();
  private focusNext?: string;
  private readonly stopwatch = createStopwatch();
  private readonly started = new Memo<ReviewStart>();
  private readonly sources = createWireSources<Source>(this);

  get questionsQuery(): GraphqlQuery | undefined {
    return (this.questionVariables?.skillCodes.length ?? 0) > 0 ? REVIEW_QUESTIONS_QUERY : undefined;
  }

  @wire(graphql, { query: REVIEW_STATE_QUERY, variables: '$stateVariables' })
  wiredState(result: GraphqlResult): void {
    this.sources.take('state', this.whileIntro(result), (data) => {
      this.now = new Date();
      this.state = toReviewState(data, USER_ID, this.now);
      const variables = variablesFor(this.state, this.now);
      if (JSON.stringify(variables) === JSON.stringify(this.questionVariables)) return;
      this.available = undefined;
      this.questionVariables = variables;
    });
  }

  @wire(graphql, { query: '$questionsQuery', variables: '$questionVariables' })
  wiredQuestions(result: GraphqlResult): void {
    this.sources.take('questions', this.whileIntro(result), (data) => {
      this.available = toReviewQuestions(data);
      if (this.autoStart && !this.hasBegun && this.start.plan.length > 0) this.handleStart();
    });
  }

  @wire(getRecord, { recordId: '$gradedId', fields: '$gradedFields' })
  wiredGrade(answer: RecordResult): void {
    if (!this.sitting?.pending) return;
    this.sitting = withResult(this.sitting, answer);
    if (this.sitting.pending) return;
    if (this.isResult) this.showResult();
    else this.focusNext = '.next';
  }

  override renderedCallback(): void {
    const element = this.focusNext && this.template?.querySelector<HTMLElement>(this.focusNext);
    if (!element) return;
    this.focusNext = undefined;
    element.focus();
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.state || (this.questionsQuery && !this.available)) return 'loading';
    return this.isIntro && this.start.plan.length === 0 ? 'empty' : 'ready';
  }

  get errorMessage(): string | undefined {
    return this.errors.state ?? this.errors.questions;
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.errorTitle : (this.nothing?.heading ?? '');
  }

  get panelMessage(): string {
    return this.errorMessage ?? this.nothing?.message ?? '';
  }

  get isIntro(): boolean {
    return this.step === 'intro';
  }

  get isChecking(): boolean {
    return this.step === 'check';
  }

  get isResult(): boolean {
    return this.step === 'result';
  }

  get start(): ReviewStart {
    const { state, available, now } = this;
    return this.started.of([state, available, now], () => describeStart(state, available, now));
  }

  get skillRows(): readonly Words[] {
    return this.compact ? [] : this.start.skills;
  }

  get question(): ReviewQuestion | undefined {
    return this.sitting && (currentQuestion(this.sitting.session) as ReviewQuestion | undefined);
  }

  get progress(): string {
    return this.sitting ? describeProgress(this.sitting.session) : '';
  }

  get grade(): Grade | undefined {
    return this.sitting && gradeOf(this.sitting);
  }

  get isGrading(): boolean {
    return this.sitting !== undefined && isGrading(this.sitting);
  }

  get cannotAnswer(): boolean {
    return this.sitting === undefined || !canAnswer(this.sitting);
  }

  get effectText(): string | undefined {
    const { grade, state, sitting } = this;
    if (!grade || !state || !sitting) return undefined;
    const effect = lastEffect(USER_ID, basisOf(state, sitting), sitting.given, new Date());
    return effect && describeLastEffect(effect);
  }

  get nextLabel(): string {
    return this.isOver ? labels.finish : labels.next;
  }

  handleRetry(): void {
    this.sources.retry();
  }

  handleStart(): void {
    const { plan, budget } = this.start;
    const byId = new Map((this.available ?? []).map((question) => [question.id, question]));
    this.sitting = startSitting(startSession(plan.flatMap(({ questionId }) => byId.get(questionId) ?? [])));
    this.hasBegun = true;
    this.step = 'check';
    this.stopwatch.start(budget);
    this.focusNext = '.question';
  }

  handleChoose(event: CustomEvent<Option>): void {
    if (this.sitting) this.sitting = { ...this.sitting, choice: event.detail };
  }

  async handleAnswer(): Promise<void> {
    const { question, sitting } = this;
    if (!question || !sitting?.choice || !canAnswer(sitting)) return;
    this.sitting = { ...sitting, saving: true };
    try {
      const pending = await saveAnswer({ question, option: sitting.choice, seconds: this.stopwatch.sinceLap() });
      this.settle({ pending });
      this.gradedId = pending.id;
    } catch (error) {
      toastError(this, labels.answerNotSaved, error);
      this.settle({});
      // The options lost the focus while they were locked.
      this.focusNext = '.question';
    }
  }

  handleReadResult(): void {
    const id = this.gradedId;
    this.settle({ gradeError: undefined });
    this.gradedId = undefined;
    // The wire asks again when its record id changes.
    Promise.resolve().then(() => {
      this.gradedId = id;
    });
  }

  handleNext(): void {
    if (!this.sitting) return;
    this.stopwatch.lap();
    if (this.isOver) {
      this.handleStop();
      return;
    }
    this.sitting = toNextQuestion(this.sitting);
    this.focusNext = '.question';
  }

  /** What was answered stays answered. */
  handleStop(): void {
    this.step = 'result';
    this.showResult();
    this.focusNext = '.result-heading';
    this.dispatchEvent(new CustomEvent('reviewed'));
  }

  handleDone(): void {
    this.step = 'intro';
    this.sitting = undefined;
    this.sources.refresh('state');
  }

  handleRead(event: Event): void {
    const { nuggetId } = (event.currentTarget as HTMLElement).dataset;
    const label = this.result?.missed.find((row) => row.nuggetId === nuggetId)?.nuggetTitle ?? '';
    NuggetViewer.open({ size: 'medium', label, nuggetId });
  }

  private get nothing(): { heading: string; message: string } | undefined {
    return this.state && describeNothing(this.state, this.now);
  }

  private get isOver(): boolean {
    return this.sitting === undefined || isLastQuestion(this.sitting.session) || this.stopwatch.isUp();
  }

  /** The review may have been left while an answer was on its way. */
  private settle(change: Partial<Sitting>): void {
    if (this.sitting) this.sitting = { ...this.sitting, saving: false, ...change };
  }

  private showResult(): void {
    if (this.state && this.sitting) this.result = describeResult(USER_ID, this.state, this.sitting, new Date());
  }

  /** Once the person has begun, newer data must not move the ground under the answers. */
  private whileIntro(result: GraphqlResult): GraphqlResult {
    return this.isIntro ? result : { refresh: result.refresh };
  }
}
