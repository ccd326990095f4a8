import { LightningElement, api, wire } from 'lwc';
import { exactDate, shortDate } from 'c/dates';
import { messageOf } from 'c/errors';
import {
  acceptAnswer,
  castVote,
  changeQuestion,
  createAnswer,
  createComment,
  saveEdit,
  setFollowing,
  verifyAnswer,
  type OwnVote,
  type VoteValue,
} from 'c/knowledgeWrites';
import { commonLabels, format, knowledgeLabels } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import CAN_MODERATE from '@salesforce/customPermission/Fluency_Moderate';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { accepted, edited, followed, rewritten, voted, type ThreadChange } from './changes';
import { toThread, type Answer, type Thread } from './thread';
import { THREAD_QUERY } from './threadQuery';

export type { Answer, Comment, Revision, Thread, Verification } from './thread';

const labels = { ...commonLabels, ...knowledgeLabels };

/**
 * A question with its answers, on its record page: read, answer, vote, accept, comment, edit with history, verify,
 * close, follow. A change is shown at once and taken back, in words, where the org refuses it. What one may do is
 * decided by the org: sharing, validation rules and the permission to moderate.
 */
export default class QuestionThread extends NavigationMixin(LightningElement) {
  @api recordId?: string;

  readonly labels = labels;
  readonly canModerate = CAN_MODERATE === true;

  thread?: Thread;
  isAnswered = false;
  errorMessage?: string;
  draftAnswer = '';
  posting = false;
  editing = false;
  draftTitle = '';
  draftBody = '';

  /** The thread as the org has it. */
  private saved?: Thread;
  private saving: Promise<void> = Promise.resolve();
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

  get duplicateText(): string | undefined {
    return this.thread?.duplicateOf && labels.duplicateNotice;
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
    return format(this.thread?.byMail ? labels.askedByMail : labels.askedBy, this.thread?.author ?? '');
  }

  get date(): string {
    return shortDate(this.thread?.at, new Date());
  }

  get exactDate(): string {
    return exactDate(this.thread?.at);
  }

  get answersTitle(): string {
    const count = this.thread?.answers.length ?? 0;
    return count === 1 ? labels.oneAnswer : format(labels.answerCount, count);
  }

  get hasNoAnswers(): boolean {
    return this.thread?.answers.length === 0;
  }

  get canAnswer(): boolean {
    return this.thread?.status === 'Open' || this.thread?.status === 'Answered';
  }

  get closeLabel(): string | undefined {
    if (!this.thread?.isOwn && !this.canModerate) return undefined;
    return this.isClosed ? labels.reopen : labels.closeQuestion;
  }

  get cannotPost(): boolean {
    return this.posting || this.draftAnswer === '';
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.isAnswered = false;
    this.refreshThread?.();
  }

  handleOpenOriginal(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: {
        recordId: this.thread?.duplicateOf?.id ?? '',
        objectApiName: 'Question__c',
        actionName: 'view',
      },
    });
  }

  handleDraftAnswer(event: CustomEvent<{ value: string }>): void {
    this.draftAnswer = event.detail.value;
  }

  /** The text stays in the editor until the org has it. */
  async handlePost(): Promise<void> {
    this.posting = true;
    const { questionId } = this;
    if (await this.attempt(() => createAnswer(questionId, this.draftAnswer))) {
      this.draftAnswer = '';
      await this.refreshThread?.();
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
    const answer = this.answerOf(event);
    const isAccepted = event.detail.accepted;
    if (!answer) return;
    this.change(accepted(answer.id, isAccepted), () =>
      acceptAnswer(this.questionId, isAccepted ? answer.id : undefined),
    );
  }

  handleAnswerEdit(event: CustomEvent<{ body: string }>): void {
    const answer = this.answerOf(event);
    const { body } = event.detail;
    if (!answer) return;
    const before = { questionId: this.questionId, answerId: answer.id, body: answer.body };
    this.change(edited(answer.id, body), () => saveEdit(before, body));
  }

  handleVerify(event: CustomEvent<{ kind: 'Verified' | 'Outdated' }>): void {
    const answer = this.answerOf(event);
    if (answer)
      this.change(
        (thread) => thread,
        () => verifyAnswer(answer.id, event.detail.kind),
      );
  }

  handleComment(event: CustomEvent<{ body: string }>): void {
    const answerId = this.answerOf(event)?.id;
    this.change(
      (thread) => thread,
      () => createComment(this.questionId, answerId, event.detail.body),
    );
  }

  handleFollow(): void {
    const following = !this.thread?.following;
    this.change(followed(following), () => setFollowing(this.questionId, following, this.thread?.followId));
  }

  handleClose(): void {
    const status = this.isClosed ? 'Open' : 'Closed';
    this.change(
      (thread) => ({ ...thread, status }),
      () => changeQuestion(this.questionId, { Status__c: status }),
    );
  }

  handleEdit(): void {
    this.editing = !this.editing;
    this.draftTitle = this.thread?.title ?? '';
    this.draftBody = this.thread?.body ?? '';
  }

  handleDraftTitle(event: CustomEvent<{ value: string }>): void {
    this.draftTitle = event.detail.value;
  }

  handleDraftBody(event: CustomEvent<{ value: string }>): void {
    this.draftBody = event.detail.value;
  }

  handleSaveEdit(): void {
    const [title, body] = [this.draftTitle.trim(), this.draftBody];
    if (title === '' || !this.thread) return;
    const before = { questionId: this.questionId, title: this.thread.title, body: this.thread.body };
    this.editing = false;
    this.change(rewritten(title, body), () => saveEdit(before, body, title));
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

  /**
   * Shows the change, saves it after the changes before it, and asks for the thread anew. Where the org refuses, what
   * the org has is shown again.
   */
  private change(change: ThreadChange, save: () => Promise<unknown>): void {
    if (!this.thread) return;
    this.thread = change(this.thread);
    this.saving = this.saving.then(async () => {
      if (await this.attempt(save)) await this.refreshThread?.();
      else this.thread = this.saved;
    });
  }

  /** Runs a write; what the org refuses is said. */
  private async attempt(write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write();
      return true;
    } catch (error) {
      this.dispatchEvent(new ShowToastEvent({ title: labels.notSaved, message: messageOf(error), variant: 'error' }));
      return false;
    }
  }
}
