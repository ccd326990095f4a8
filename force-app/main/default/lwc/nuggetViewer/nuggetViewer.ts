import { api, wire } from 'lwc';
import LightningModal from 'lightning/modal';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { getRecord, type RecordResult } from 'lightning/uiRecordApi';
import USER_ID from '@salesforce/user/Id';
import {
  canAnswer,
  currentQuestion,
  describeProgress,
  describeTally,
  describeEffects,
  GRADE_FIELDS,
  isComplete,
  gradeOf,
  isGrading,
  isLastQuestion,
  readinessEffects,
  resumeSession,
  saveAnswer,
  startSession,
  startSitting,
  toNextQuestion,
  withResult,
  type CheckSession,
  type EffectRow,
  type Option,
  type Question,
  type Sitting,
} from 'c/checks';
import { messageOf } from 'c/errors';
import { commonLabels, viewerLabels } from 'c/labels';
import type { Grade } from 'c/checkQuestion';
import { toastError } from 'c/saves';
import type { PanelState } from 'c/statePanel';
import { footerButtons, type FooterAction, type FooterButton, type FooterSituation } from './footer';
import { NUGGET_QUERY } from './nuggetQuery';
import { toNuggetToRead, type NuggetToRead } from './nuggetToRead';
import { ReadingEvents, secondsSince } from './readingEvents';
import { describeCount, describeResume } from './viewerWords';

type Step = 'read' | 'check' | 'result';

const labels = { ...commonLabels, ...viewerLabels };

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
  sitting?: Sitting;
  gradedId?: string;
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

  private refreshQuery?: () => Promise<void>;
  private readonly events = new ReadingEvents((error) => toastError(this, labels.eventNotSaved, error));
  private askedAt = 0;
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
  wiredResult(result: RecordResult): void {
    if (!this.sitting?.pending) return;
    this.sitting = withResult(this.sitting, result);
    if (!this.sitting.pending) this.focusNext = '.next';
  }

  override renderedCallback(): void {
    if (!this.focusNext) return;
    const element = this.template?.querySelector<HTMLElement>(this.focusNext);
    if (!element) return;
    this.focusNext = undefined;
    element.focus();
  }

  override disconnectedCallback(): void {
    if (this.nugget) this.events.viewed(this);
    // Opened again, the dialog must know what was answered now.
    if (this.sitting && this.sitting.given.length > 0) this.refreshQuery?.();
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
    return this.sitting && currentQuestion(this.sitting.session);
  }

  get progress(): string {
    return this.sitting ? describeProgress(this.sitting.session) : '';
  }

  get grade(): Grade | undefined {
    return this.sitting && gradeOf(this.sitting);
  }

  get gradeError(): string | undefined {
    return this.sitting?.gradeError;
  }

  get isGrading(): boolean {
    return this.sitting !== undefined && isGrading(this.sitting);
  }

  get buttons(): FooterButton[] {
    const { broken, sitting, nugget } = this;
    return footerButtons({
      at: this.footerPlace,
      hasQuestions: (nugget?.questions.length ?? 0) > 0,
      answered: broken ? (isComplete(broken) ? 'all' : 'some') : 'nothing',
      canAnswer: sitting !== undefined && canAnswer(sitting),
      isLast: sitting !== undefined && isLastQuestion(sitting.session),
    });
  }

  get resultHeading(): string {
    return this.sitting ? describeTally(this.sitting.session) : '';
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
    if (this.sitting) this.sitting = { ...this.sitting, choice: event.detail };
  }

  handleAnswer(): void {
    this.answer();
  }

  handleReadResult(): void {
    const id = this.gradedId;
    if (this.sitting) this.sitting = { ...this.sitting, gradeError: undefined };
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
    return this.sitting?.pending ? 'grading' : 'asked';
  }

  private begin(session: CheckSession): void {
    if (this.nugget) this.events.viewed(this);
    this.sitting = startSitting(session, this.sitting?.given);
    this.step = 'check';
    this.askedAt = Date.now();
    this.focusNext = '.question';
  }

  private async answer(): Promise<void> {
    const { question, sitting } = this;
    if (!question || !sitting?.choice || !canAnswer(sitting)) return;
    this.sitting = { ...sitting, saving: true };
    try {
      const { opportunityId } = this;
      const seconds = secondsSince(this.askedAt);
      const pending = await saveAnswer({ question, option: sitting.choice, opportunityId, seconds });
      this.sitting = { ...this.sitting, pending, saving: false };
      this.gradedId = pending.id;
    } catch (error) {
      this.sitting = { ...this.sitting, saving: false };
      toastError(this, labels.answerNotSaved, error);
      // The options lost the focus while they were locked.
      this.focusNext = '.question';
    }
  }

  private backToText(): void {
    this.step = 'read';
    // What was answered so far is in the answers of the last 24 hours when the wire has refreshed.
    this.refreshQuery?.();
  }

  private next(): void {
    if (!this.sitting || !this.nugget) return;
    this.sitting = toNextQuestion(this.sitting);
    this.askedAt = Date.now();
    this.focusNext = '.question';
    if (!this.question) this.showResult(this.nugget, this.sitting);
  }

  private finish(): void {
    if (this.isReading) this.events.completed(this);
    this.events.end();
    this.close({ completed: true });
  }

  private showResult(nugget: NuggetToRead, { given }: Sitting): void {
    this.step = 'result';
    this.focusNext = '.result-heading';
    this.effects = describeEffects(readinessEffects(USER_ID, nugget, given, new Date()));
    this.events.completed(this);
  }
}
