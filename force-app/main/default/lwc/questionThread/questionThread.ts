import { LightningElement, api, wire } from 'lwc';
import { exactDate, shortDate } from 'c/dates';
import { messageOf } from 'c/errors';
import {
  acceptAnswer,
  castVote,
  createAnswer,
  createComment,
  setFollowing,
  type OwnVote,
  type VoteValue,
} from 'c/knowledgeWrites';
import { commonLabels, knowledgeLabels } from 'c/labels';
import { attempt } from 'c/saves';
import type { PanelState } from 'c/statePanel';
import { tooLong } from 'c/textLimit';
import CAN_MODERATE from '@salesforce/customPermission/Fluency_Moderate';
import CAN_VERIFY from '@salesforce/customPermission/Fluency_Verify';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { createChangeQueue, type Done } from './changeQueue';
import { accepted, followed, takesAnswers, unchanged, voted } from './changes';
import { editAnswer, editQuestion, editSummary, type Edit } from './edits';
import type { Moderation } from './moderation';
import { decline, withdraw } from './requests';
import { deservesSummary, toThread, type Answer, type Thread } from './thread';
import { THREAD_QUERY } from './threadQuery';
import { answerCountOf, bylineOf } from './threadWords';
import { moderate, verify } from './undoable';

export type { ModerationAction } from './moderation';
export type { ExpertRequest } from './requests';
export type { Answer, Comment, Revision, Thread, Verification } from './thread';

const labels = { ...commonLabels, ...knowledgeLabels };

/**
 * A question with its answers, on its record page: read, answer, decline to, vote, accept, comment, edit with history,
 * verify, sum up, close, mark as duplicate or outdated, follow. A change is shown at once and taken back, in words, where the
 * org refuses it; what was written stays in its editor. What cannot be undone by the same button again offers *Undo*.
 * What one may do is decided by the org: sharing, validation rules and the permission to moderate.
 */
export default class QuestionThread extends NavigationMixin(LightningElement) {
  @api recordId?: string;

  readonly labels = labels;
  readonly canModerate = CAN_MODERATE === true;
  readonly canVerify = CAN_VERIFY === true;

  thread?: Thread;
  isAnswered = false;
  errorMessage?: string;
  draftAnswer = '';
  posting = false;
  done?: Done;

  /** The thread as the org has it. */
  saved?: Thread;
  readonly change = createChangeQueue(this);
  private refreshThread?: () => Promise<void>;

  get variables(): Record<string, unknown> {
    return { questionId: this.recordId, userId: USER_ID };
  }

  @wire(graphql, { query: THREAD_QUERY, variables: '$variables' })
  wiredThread({ data, errors, refresh }: GraphqlResult): void {
    this.refreshThread = refresh ?? this.refreshThread;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (!data) return;
    this.saved = toThread(data, USER_ID);
    this.thread = this.saved;
    this.isAnswered = true;
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.isAnswered) return 'loading';
    return this.thread ? 'ready' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.threadErrorTitle : labels.threadHiddenTitle;
  }

  get panelMessage(): string {
    return this.errorMessage ?? labels.threadHiddenMessage;
  }

  get cardTitle(): string {
    return this.thread?.title ?? labels.questionTitle;
  }

  get isOpen(): boolean {
    return this.thread?.status === 'Open';
  }

  get isClosed(): boolean {
    return this.thread?.status === 'Closed';
  }

  get hasContext(): boolean {
    return (this.thread?.context.length ?? 0) > 0;
  }

  get hasTags(): boolean {
    return (this.thread?.tags.length ?? 0) > 0;
  }

  get byline(): string {
    return bylineOf(this.thread);
  }

  get date(): string {
    return shortDate(this.thread?.at, new Date());
  }

  get exactDate(): string {
    return exactDate(this.thread?.at);
  }

  get answersTitle(): string {
    return answerCountOf(this.thread);
  }

  get hasNoAnswers(): boolean {
    return this.thread?.answers.length === 0;
  }

  get canAnswer(): boolean {
    return this.thread !== undefined && takesAnswers(this.thread);
  }

  /** Edit, accept, close: the asker's and the moderators'. */
  get canModerateQuestion(): boolean {
    return this.canModerate || this.thread?.isOwn === true;
  }

  get hasSummary(): boolean {
    return this.thread !== undefined && deservesSummary(this.thread);
  }

  get hasDuplicates(): boolean {
    return (this.thread?.duplicates.length ?? 0) > 0;
  }

  get cannotPost(): boolean {
    return this.posting || this.draftAnswer === '' || this.problem !== undefined;
  }

  /** What keeps the answer from being posted. */
  get problem(): string | undefined {
    return tooLong(this.draftAnswer);
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.isAnswered = false;
    this.refreshThread?.();
  }

  /** Opens another question, or what else the button names. */
  handleOpen(event: Event): void {
    const { id: recordId = '', object: objectApiName = 'Question__c' } = (event.currentTarget as HTMLElement).dataset;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName, actionName: 'view' },
    });
  }

  handleDraftAnswer(event: CustomEvent<{ value: string }>): void {
    this.draftAnswer = event.detail.value;
  }

  /** The text stays in the editor until the org has it. */
  async handlePost(): Promise<void> {
    this.posting = true;
    const { questionId } = this;
    if (await attempt(this, labels.notSaved, () => createAnswer(questionId, this.draftAnswer))) {
      this.draftAnswer = '';
      await this.reload();
    }
    this.posting = false;
  }

  handleVote(event: CustomEvent<{ value: VoteValue }>): void {
    const answer = this.answerOf(event);
    const { value } = event.detail;
    if (!answer) return;
    this.change(voted(answer.id, value), () => castVote(answer.id, value, this.savedVote(answer.id)));
  }

  handleAccept(event: CustomEvent<{ accepted: boolean }>): void {
    const { thread, questionId } = this;
    const answer = this.answerOf(event);
    if (!thread || !answer) return;
    const change = accepted(answer.id, event.detail.accepted);
    const { status } = change(thread);
    const acceptedId = event.detail.accepted ? answer.id : undefined;
    this.change(change, () => acceptAnswer(questionId, acceptedId, status));
  }

  handleAnswerEdit(event: CustomEvent<Edit>): void {
    const answer = this.answerOf(event);
    if (answer) editAnswer(this, answer, event.detail);
  }

  handleVerify(event: CustomEvent<{ kind: 'Verified' | 'Outdated' }>): void {
    const answer = this.answerOf(event);
    if (answer) verify(this.change, answer, event.detail.kind);
  }

  handleComment(event: CustomEvent<{ body: string; refused: () => void }>): void {
    const answerId = this.answerOf(event)?.id;
    const { body, refused } = event.detail;
    this.change(unchanged, () => createComment(this.questionId, answerId, body), { refused });
  }

  handleSummary(event: CustomEvent<Edit>): void {
    editSummary(this, event.detail);
  }

  handleModerate(event: CustomEvent<Moderation>): void {
    if (this.thread) moderate(this.change, this.thread, event.detail);
  }

  handleDecline(event: CustomEvent<{ id: string; declined: boolean }>): void {
    decline(this.change, event.detail.id, event.detail.declined);
  }

  handleWithdraw(event: CustomEvent<{ id: string }>): void {
    const request = this.thread?.requests.find(({ id }) => id === event.detail.id);
    if (request) withdraw(this.change, request);
  }

  handleUndo(): void {
    const undo = this.done?.undo;
    this.done = undefined;
    undo?.();
  }

  handleFollow(): void {
    const following = !this.thread?.following;
    this.change(followed(following), () => setFollowing(this.questionId, following, this.thread?.followId));
  }

  handleRewrite(event: CustomEvent<Edit>): void {
    editQuestion(this, event.detail);
  }

  private get questionId(): string {
    return this.recordId ?? '';
  }

  private savedVote(answerId: string): OwnVote | undefined {
    return this.saved?.answers.find(({ id }) => id === answerId)?.ownVote;
  }

  private answerOf(event: Event): Answer | undefined {
    const id = (event.currentTarget as HTMLElement).dataset.answerId;
    return this.thread?.answers.find((answer) => answer.id === id);
  }

  /** What is shown stays: it holds what is being saved. */
  async look(): Promise<void> {
    const { thread } = this;
    await this.refreshThread?.();
    this.thread = thread;
  }

  /** A thread that cannot be read anew stays as it is, which is said: the changes that wait go on. */
  async reload(): Promise<void> {
    await attempt(this, labels.threadErrorTitle, async () => this.refreshThread?.());
  }
}
