import { api, wire } from 'lwc';
import LightningModal from 'lightning/modal';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { getRecord, type RecordResult } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import USER_ID from '@salesforce/user/Id';
import {
  currentQuestion,
  describeEffects,
  GRADE_FIELDS,
  isComplete,
  isLastQuestion,
  nextQuestion,
  readGrade,
  readinessEffects,
  resumeSession,
  saveAnswer,
  startSession,
  tally,
  withAnswer,
  type CheckSession,
  type EffectRow,
  type Option,
  type Question,
  type SavedAnswer,
} from 'c/checks';
import { messageOf } from 'c/errors';
import { commonLabels, format, viewerLabels } from 'c/labels';
import { recordLearningEvent } from 'c/learningEvents';
import type { CheckResponse } from 'c/readinessRecords';
import type { Grade } from 'c/checkQuestion';
import type { PanelState } from 'c/statePanel';
import { footerButtons, type FooterAction, type FooterButton, type FooterSituation } from './footer';
import { NUGGET_QUERY } from './nuggetQuery';
import { toNuggetToRead, type NuggetToRead } from './nuggetToRead';
import { describeCount, describeResume } from './viewerWords';

type Step = 'read' | 'check' | 'result';

const labels = { ...commonLabels, ...viewerLabels };

/** Seconds since a moment, whole. */
const secondsSince = (moment: number): number => Math.max(0, Math.round((Date.now() - moment) / 1000));

/**
 * Reads one nugget, asks its checks one at a time, and says what the answers did to readiness. The org grades: the
 * dialog writes the chosen option and reads the result back.
 *
 * Opened with `NuggetViewer.open({ label, nuggetId, opportunityId })`; resolves with `{ completed }`, or undefined when
 * the person closed it early.
 */
export default class NuggetViewer extends LightningModal {
  @api nuggetId?: string;
  /** The deal it was opened from, if any. */
  @api opportunityId?: string;

  readonly labels = labels;
  readonly gradedFields = GRADE_FIELDS;

  step: Step = 'read';
  nugget?: NuggetToRead;
  loaded = false;
  errorMessage?: string;
  session?: CheckSession;
  choice?: Option;
  saving = false;
  /** The answer whose result is being read. */
  pending?: SavedAnswer;
  gradedId?: string;
  gradeError?: string;
  effects: EffectRow[] = [];

  private readonly actions: Readonly<Record<FooterAction, () => void>> = {
    start: () => this.nugget && this.begin(startSession(this.nugget.questions)),
    'go-on': () => this.broken && this.begin(this.broken),
    back: () => this.backToText(),
    answer: () => this.answer(),
    next: () => this.next(),
    done: () => this.finish(),
    close: () => this.close(undefined),
  };

  private given: CheckResponse[] = [];
  private refreshQuery?: () => Promise<void>;
  private openedAt = Date.now();
  private askedAt = 0;
  private viewedSaved = false;
  private focusNext?: string;

  get variables(): Record<string, unknown> {
    return { nuggetId: this.nuggetId, userId: USER_ID };
  }

  @wire(graphql, { query: NUGGET_QUERY, variables: '$variables' })
  wiredNugget({ data, errors, refresh }: GraphqlResult): void {
    this.refreshQuery = refresh ?? this.refreshQuery;
    // Once the person has begun, newer data must not move the ground under the answers.
    if (this.step !== 'read') return;
    if (errors) {
      this.errorMessage = messageOf(errors);
    } else if (data) {
      this.errorMessage = undefined;
      this.nugget = toNuggetToRead(data);
      this.loaded = true;
    }
  }

  @wire(getRecord, { recordId: '$gradedId', fields: '$gradedFields' })
  wiredResult({ data, error }: RecordResult): void {
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
    if (!this.focusNext) return;
    const element = this.template?.querySelector<HTMLElement>(this.focusNext);
    if (!element) return;
    this.focusNext = undefined;
    element.focus();
  }

  override disconnectedCallback(): void {
    this.saveViewed();
    // Opened again, the dialog must know what was answered now.
    if (this.given.length > 0) this.refreshQuery?.();
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.loaded) return 'loading';
    return this.nugget ? 'ready' : 'empty';
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.loadFailed : labels.notFound;
  }

  get panelMessage(): string {
    return this.errorMessage ?? labels.notFoundMessage;
  }

  get heading(): string {
    return this.nugget?.title ?? this.label;
  }

  get isReading(): boolean {
    return this.panelState === 'ready' && this.step === 'read';
  }

  get isChecking(): boolean {
    return this.step === 'check';
  }

  get isResult(): boolean {
    return this.step === 'result';
  }

  get checkCount(): string {
    return describeCount(this.nugget?.questions.length ?? 0);
  }

  /** A pass of the last 24 hours that can be gone on with. */
  get broken(): CheckSession | undefined {
    if (!this.nugget || !this.isReading) return undefined;
    return resumeSession(this.nugget.questions, this.nugget.responses, new Date());
  }

  get resumeText(): string | undefined {
    return this.broken && describeResume(this.broken, new Date());
  }

  get question(): Question | undefined {
    return this.session && currentQuestion(this.session);
  }

  get progress(): string {
    return format(labels.questionOf, (this.session?.position ?? 0) + 1, this.session?.questions.length ?? 0);
  }

  get grade(): Grade | undefined {
    const answer = this.question && !this.pending && this.session?.answers.get(this.question.id);
    return answer ? { right: answer.response.correct, explanation: answer.explanation } : undefined;
  }

  get locked(): boolean {
    return this.saving || this.pending !== undefined || this.grade !== undefined;
  }

  get isGrading(): boolean {
    return this.saving || (this.pending !== undefined && !this.gradeError);
  }

  get canAnswer(): boolean {
    return this.question !== undefined && this.choice !== undefined && !this.locked;
  }

  get buttons(): FooterButton[] {
    const { broken, session, nugget } = this;
    return footerButtons({
      at: this.footerPlace,
      hasQuestions: (nugget?.questions.length ?? 0) > 0,
      answered: broken ? (isComplete(broken) ? 'all' : 'some') : 'nothing',
      canAnswer: this.canAnswer,
      isLast: session !== undefined && isLastQuestion(session),
    });
  }

  get resultHeading(): string {
    const { right, answered } = this.session ? tally(this.session) : { right: 0, answered: 0 };
    return right === answered ? format(labels.youAnsweredAll, answered) : format(labels.youAnswered, right, answered);
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.loaded = false;
    this.refreshQuery?.();
  }

  handleAction(event: Event): void {
    this.actions[(event.currentTarget as HTMLElement).dataset.action as FooterAction]();
  }

  handleChoose(event: CustomEvent<Option>): void {
    this.choice = event.detail;
  }

  handleAnswer(): void {
    this.answer();
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

  private get footerPlace(): FooterSituation['at'] {
    if (this.isReading) return 'reading';
    if (this.isResult) return 'result';
    if (!this.isChecking) return 'none';
    if (this.grade) return 'graded';
    return this.pending ? 'grading' : 'asked';
  }

  private begin(session: CheckSession): void {
    this.saveViewed();
    this.session = session;
    this.step = 'check';
    this.choice = undefined;
    this.askedAt = Date.now();
    this.focusNext = '.question';
  }

  private async answer(): Promise<void> {
    const { question, choice } = this;
    if (!question || !choice || this.locked) return;
    this.saving = true;
    try {
      const seconds = secondsSince(this.askedAt);
      const response = await saveAnswer({ question, option: choice, opportunityId: this.opportunityId, seconds });
      this.pending = response;
      this.gradedId = response.id;
    } catch (error) {
      this.toastError(labels.answerNotSaved, error);
      // The options lost the focus while they were locked.
      this.focusNext = '.question';
    } finally {
      this.saving = false;
    }
  }

  private backToText(): void {
    this.step = 'read';
    this.choice = undefined;
    // What was answered so far is in the answers of the last 24 hours when the wire has refreshed.
    this.refreshQuery?.();
  }

  private next(): void {
    if (!this.session || !this.nugget) return;
    this.session = nextQuestion(this.session);
    this.choice = undefined;
    this.askedAt = Date.now();
    this.focusNext = '.question';
    if (!currentQuestion(this.session)) this.showResult(this.nugget);
  }

  private finish(): void {
    if (this.isReading) this.saveEvent('Completed');
    this.viewedSaved = true;
    this.close({ completed: true });
  }

  private showResult(nugget: NuggetToRead): void {
    this.step = 'result';
    this.focusNext = '.result-heading';
    this.effects = describeEffects(readinessEffects(USER_ID, nugget, this.given, new Date()));
    this.saveEvent('Completed');
  }

  /** That the nugget was read is saved once, with the seconds until the checks or until the dialog closed. */
  private saveViewed(): void {
    if (this.viewedSaved || !this.nugget) return;
    this.viewedSaved = true;
    this.saveEvent('Viewed');
  }

  private async saveEvent(type: 'Viewed' | 'Completed'): Promise<void> {
    const { nuggetId = '', opportunityId } = this;
    try {
      await recordLearningEvent({ nuggetId, opportunityId, type, seconds: secondsSince(this.openedAt) });
    } catch (error) {
      this.toastError(labels.eventNotSaved, error);
    }
  }

  private toastError(title: string, error: unknown): void {
    this.dispatchEvent(new ShowToastEvent({ title, message: messageOf(error), variant: 'error' }));
  }
}
