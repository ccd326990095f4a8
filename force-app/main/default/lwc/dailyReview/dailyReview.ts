import { LightningElement, api, wire } from 'lwc';
import { DEFAULT_REVIEW_LIMITS, planReview, type PlannedQuestion } from 'c/core';
import type { Grade } from 'c/checkQuestion';
import {
  currentQuestion,
  describeEffects,
  GRADE_FIELDS,
  isLastQuestion,
  nextQuestion,
  readGrade,
  readinessEffects,
  saveAnswer,
  startSession,
  tally,
  withAnswer,
  type CheckSession,
  type EffectRow,
  type Option,
  type SavedAnswer,
} from 'c/checks';
import { messageOf } from 'c/errors';
import { commonLabels, format, reviewLabels, viewerLabels } from 'c/labels';
import NuggetViewer from 'c/nuggetViewer';
import type { CheckResponse } from 'c/readinessRecords';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getRecord, type RecordResult } from 'lightning/uiRecordApi';
import { basisOf, lastEffect, nextReviews, nuggetsToRead } from './reviewOutcome';
import { REVIEW_QUESTIONS_QUERY, type QuestionVariables } from './reviewQuestionsQuery';
import { toReviewQuestions, toReviewState, variablesFor, type ReviewQuestion, type ReviewState } from './reviewState';
import { REVIEW_STATE_QUERY } from './reviewStateQuery';
import {
  describeLastEffect,
  describeLength,
  describeMissed,
  describeNext,
  describeNothing,
  describeSkills,
  type MissedRow,
} from './reviewWords';
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
  session?: CheckSession;
  choice?: Option;
  saving = false;
  /** The answer whose result is being read. */
  pending?: SavedAnswer;
  gradedId?: string;
  gradeError?: string;

  private hasBegun = false;
  private given: readonly CheckResponse[] = [];
  private now = new Date();
  private focusNext?: string;
  private readonly stopwatch = createStopwatch();
  private readonly refreshes: Partial<Record<Source, () => Promise<void>>> = {};

  get questionsQuery(): GraphqlQuery | undefined {
    return (this.questionVariables?.skillCodes.length ?? 0) > 0 ? REVIEW_QUESTIONS_QUERY : undefined;
  }

  @wire(graphql, { query: REVIEW_STATE_QUERY, variables: '$stateVariables' })
  wiredState({ data, errors, refresh }: GraphqlResult): void {
    this.refreshes.state = refresh ?? this.refreshes.state;
    // Once the person has begun, newer data must not move the ground under the answers.
    if (this.step !== 'intro' || (!data && !errors)) return;
    this.setError('state', errors);
    if (!data) return;
    this.now = new Date();
    this.state = toReviewState(data, USER_ID, this.now);
    const variables = variablesFor(this.state, this.now);
    if (JSON.stringify(variables) === JSON.stringify(this.questionVariables)) return;
    this.available = undefined;
    this.questionVariables = variables;
  }

  @wire(graphql, { query: '$questionsQuery', variables: '$questionVariables' })
  wiredQuestions({ data, errors, refresh }: GraphqlResult): void {
    this.refreshes.questions = refresh ?? this.refreshes.questions;
    if (this.step !== 'intro' || (!data && !errors)) return;
    this.setError('questions', errors);
    if (!data) return;
    this.available = toReviewQuestions(data);
    if (this.autoStart && !this.hasBegun && this.plan.length > 0) this.handleStart();
  }

  @wire(getRecord, { recordId: '$gradedId', fields: '$gradedFields' })
  wiredGrade({ data, error }: RecordResult): void {
    if (!this.pending || !this.session) return;
    if (error) this.gradeError = messageOf(error);
    if (data?.id !== this.pending.id) return;
    const answer = readGrade(this.pending, data);
    this.session = withAnswer(this.session, answer);
    this.given = [...this.given, answer.response];
    this.pending = undefined;
    this.gradeError = undefined;
    this.focusNext = '.next';
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
    return this.isIntro && this.plan.length === 0 ? 'empty' : 'ready';
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

  /** The questions of this review; for as long again where today's time is used up. */
  get plan(): PlannedQuestion[] {
    if (!this.state || !this.available) return [];
    const { skills, responses } = this.state;
    const limits = { ...DEFAULT_REVIEW_LIMITS, seconds: this.budget };
    return planReview({ skills, questions: this.available, answers: responses, now: this.now, limits });
  }

  get lengthText(): string {
    return describeLength(this.plan.length);
  }

  get skillRows(): { key: string; text: string }[] {
    return this.state && !this.compact ? describeSkills(this.plan, this.state, this.now) : [];
  }

  get todayText(): string | undefined {
    const { answered, right } = this.state?.today ?? { answered: 0, right: 0 };
    if (answered === 0) return undefined;
    return this.isTimeUsed ? labels.timeUp : format(labels.answeredToday, right, answered);
  }

  get startLabel(): string {
    if (this.isTimeUsed) return labels.anotherFive;
    return (this.state?.today.answered ?? 0) > 0 ? labels.goOn : labels.start;
  }

  /** What is done for today invites no more. */
  get startVariant(): string {
    return this.isTimeUsed ? 'neutral' : 'brand';
  }

  get question(): ReviewQuestion | undefined {
    return this.session && (currentQuestion(this.session) as ReviewQuestion | undefined);
  }

  get progress(): string {
    return format(labels.questionOf, (this.session?.position ?? 0) + 1, this.session?.questions.length ?? 0);
  }

  get grade(): Grade | undefined {
    const answer = this.question && !this.pending && this.session?.answers.get(this.question.id);
    return answer ? { right: answer.response.correct, explanation: answer.explanation } : undefined;
  }

  get isGrading(): boolean {
    return this.saving || (this.pending !== undefined && !this.gradeError);
  }

  get cannotAnswer(): boolean {
    return this.choice === undefined || this.isGrading || this.pending !== undefined;
  }

  get effectText(): string | undefined {
    if (!this.grade || !this.state) return undefined;
    const effect = lastEffect(USER_ID, basisOf(this.state, this.asked), this.given, new Date());
    return effect && describeLastEffect(effect);
  }

  get nextLabel(): string {
    return this.isOver ? labels.finish : labels.next;
  }

  get resultHeading(): string {
    const { right, answered } = this.session ? tally(this.session) : { right: 0, answered: 0 };
    if (answered === 0) return labels.resultNone;
    return right === answered ? format(labels.youAnsweredAll, answered) : format(labels.youAnswered, right, answered);
  }

  get effects(): EffectRow[] {
    if (!this.state) return [];
    return describeEffects(readinessEffects(USER_ID, basisOf(this.state, this.asked), this.given, new Date()));
  }

  get nextRows(): { key: string; text: string }[] {
    if (!this.state) return [];
    const now = new Date();
    return describeNext(nextReviews(USER_ID, basisOf(this.state, this.asked), this.given, now), now);
  }

  get missedRows(): MissedRow[] {
    return this.session ? describeMissed(nuggetsToRead(this.asked, this.session)) : [];
  }

  get hasAnswers(): boolean {
    return this.given.length > 0;
  }

  handleRetry(): void {
    const failed = (['state', 'questions'] as const).filter((source) => this.errors[source]);
    this.errors = {};
    for (const source of failed) this.refresh(source);
  }

  handleStart(): void {
    const byId = new Map((this.available ?? []).map((question) => [question.id, question]));
    this.session = startSession(this.plan.flatMap(({ questionId }) => byId.get(questionId) ?? []));
    this.given = [];
    this.hasBegun = true;
    this.step = 'check';
    this.stopwatch.start(this.budget);
    this.showQuestion();
  }

  handleChoose(event: CustomEvent<Option>): void {
    this.choice = event.detail;
  }

  async handleAnswer(): Promise<void> {
    const { question, choice } = this;
    if (!question || !choice || this.cannotAnswer || this.grade) return;
    this.saving = true;
    try {
      const response = await saveAnswer({ question, option: choice, seconds: this.stopwatch.sinceLap() });
      this.pending = response;
      this.gradedId = response.id;
    } catch (error) {
      const [title, message] = [labels.answerNotSaved, messageOf(error)];
      this.dispatchEvent(new ShowToastEvent({ title, message, variant: 'error' }));
      // The options lost the focus while they were locked.
      this.focusNext = '.question';
    } finally {
      this.saving = false;
    }
  }

  handleReadResult(): void {
    const id = this.gradedId;
    this.gradeError = undefined;
    this.gradedId = undefined;
    // The wire asks again when its record id changes.
    Promise.resolve().then(() => {
      this.gradedId = id;
    });
  }

  handleNext(): void {
    if (!this.session) return;
    this.stopwatch.lap();
    if (this.isOver) {
      this.handleStop();
      return;
    }
    this.session = nextQuestion(this.session);
    this.showQuestion();
  }

  /** What was answered stays answered. */
  handleStop(): void {
    this.step = 'result';
    this.focusNext = '.result-heading';
    this.dispatchEvent(new CustomEvent('reviewed'));
  }

  handleDone(): void {
    this.step = 'intro';
    this.session = undefined;
    this.pending = undefined;
    this.refresh('state');
  }

  handleRead(event: Event): void {
    const { nuggetId } = (event.currentTarget as HTMLElement).dataset;
    const label = this.asked.find((question) => question.nuggetId === nuggetId)?.nuggetTitle ?? '';
    NuggetViewer.open({ size: 'medium', label, nuggetId });
  }

  private get nothing(): { heading: string; message: string } | undefined {
    return this.state && describeNothing(this.state, this.now);
  }

  private get isTimeUsed(): boolean {
    return (this.state?.today.secondsLeft ?? 0) < DEFAULT_REVIEW_LIMITS.secondsPerQuestion;
  }

  private get budget(): number {
    return this.isTimeUsed ? DEFAULT_REVIEW_LIMITS.seconds : (this.state?.today.secondsLeft ?? 0);
  }

  private get asked(): readonly ReviewQuestion[] {
    return (this.session?.questions ?? []) as readonly ReviewQuestion[];
  }

  private get isOver(): boolean {
    return this.session === undefined || isLastQuestion(this.session) || this.stopwatch.isUp();
  }

  private showQuestion(): void {
    this.choice = undefined;
    this.focusNext = '.question';
  }

  private async refresh(source: Source): Promise<void> {
    try {
      await this.refreshes[source]?.();
    } catch (error) {
      this.setError(source, error);
    }
  }

  private setError(source: Source, error: unknown): void {
    this.errors = { ...this.errors, [source]: error === undefined ? undefined : messageOf(error) };
  }
}
