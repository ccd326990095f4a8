import { LightningElement, api } from 'lwc';
import { exactDate, shortDate } from 'c/dates';
import type { VoteValue } from 'c/knowledgeWrites';
import { commonLabels, format, knowledgeLabels, whole } from 'c/labels';
import type { Answer } from 'c/questionThread';
import { historyLabel, lastAuthor, revisionRows, type RevisionRow } from 'c/revisions';
import { tooLong } from 'c/textLimit';

const labels = { ...commonLabels, ...knowledgeLabels };

/**
 * One answer: what it says, by whom, how it was judged, and what the reader may do with it.
 *
 * Saves nothing: it tells its thread, which shows the change at once and takes it back where the org refuses it.
 *
 * @fires vote with `detail.value`, `accept` with `detail.accepted`, `edit` with `detail.body`,
 *   `verify` with `detail.kind`, `comment` with `detail.body`; to `edit` and `comment` belongs `detail.refused`, to
 *   call where the org refuses it
 */
export default class QuestionAnswer extends LightningElement {
  @api answer!: Answer;
  /** The reader asked the question, or moderates. */
  @api canAccept = false;
  /** The reader may verify answers and say which are outdated. */
  @api canModerate = false;
  /** The reader may verify answers. */
  @api canVerify = false;

  readonly labels = labels;

  editing = false;
  draft = '';
  historyOpen = false;
  /** How the answer read when its editor was opened. */
  private base = '';

  get articleClass(): string {
    return this.answer.accepted ? 'answer answer_accepted' : 'answer';
  }

  get articleLabel(): string {
    return format(labels.answerBy, this.answer.author);
  }

  get score(): string {
    return whole(this.answer.score);
  }

  get scoreTitle(): string {
    return format(labels.score, this.score);
  }

  get voteTitle(): string {
    return this.answer.isOwn ? labels.ownAnswer : labels.voteTitle;
  }

  get upVariant(): string {
    return this.answer.ownVote?.value === 1 ? 'brand' : 'border';
  }

  get downVariant(): string {
    return this.answer.ownVote?.value === -1 ? 'brand' : 'border';
  }

  /** Nobody verifies their own answer; what is outdated is a moderator's to take back. */
  get mayVerify(): boolean {
    return this.canModerate || (this.canVerify && !this.answer.isOwn && !this.answer.outdated);
  }

  get verifiedText(): string | undefined {
    const { verification, outdated } = this.answer;
    return verification?.kind === 'Verified' && !outdated ? format(labels.verifiedBy, verification.author) : undefined;
  }

  get verifiedDate(): string {
    return exactDate(this.answer.verification?.at);
  }

  get byline(): string {
    return format(this.answer.byMail ? labels.byMail : labels.by, this.answer.author);
  }

  get date(): string {
    return shortDate(this.answer.at, new Date());
  }

  get exactDate(): string {
    return exactDate(this.answer.at);
  }

  get acceptLabel(): string | undefined {
    if (!this.canAccept) return undefined;
    return this.answer.accepted ? labels.unaccept : labels.accept;
  }

  get historyLabel(): string | undefined {
    return historyLabel(this.answer.revisions.length, this.historyOpen);
  }

  get revisionRows(): RevisionRow[] {
    return revisionRows(this.answer.revisions);
  }

  /** Who changed the text while it was edited here; undefined where nobody did. */
  get changedBy(): string | undefined {
    return this.base === this.answer.body ? undefined : lastAuthor(this.answer.revisions);
  }

  get mayEdit(): boolean {
    return this.answer.isOwn || this.canModerate;
  }

  /** What keeps the text from being saved. */
  get problem(): string | undefined {
    return tooLong(this.draft);
  }

  get cannotSave(): boolean {
    return this.draft === '' || this.problem !== undefined;
  }

  handleVote(event: Event): void {
    const wanted = Number((event.currentTarget as HTMLElement).dataset.value) as VoteValue;
    const value: VoteValue = this.answer.ownVote?.value === wanted ? 0 : wanted;
    this.dispatchEvent(new CustomEvent('vote', { detail: { value } }));
  }

  handleAccept(): void {
    this.dispatchEvent(new CustomEvent('accept', { detail: { accepted: !this.answer.accepted } }));
  }

  handleEdit(): void {
    this.editing = !this.editing;
    this.draft = this.answer.body;
    this.base = this.draft;
  }

  handleDraft(event: CustomEvent<{ value: string }>): void {
    this.draft = event.detail.value;
  }

  handleSaveEdit(): void {
    if (this.draft === '') return;
    this.editing = false;
    const body = this.draft;
    if (body === this.answer.body) return;
    const refused = (): void => {
      this.editing = true;
      this.draft = body;
    };
    this.dispatchEvent(new CustomEvent('edit', { detail: { body, refused } }));
  }

  handleHistory(): void {
    this.historyOpen = !this.historyOpen;
  }

  handleVerify(event: Event): void {
    const { kind } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('verify', { detail: { kind } }));
  }

  handleComment(event: CustomEvent<{ body: string }>): void {
    this.dispatchEvent(new CustomEvent('comment', { detail: event.detail }));
  }
}
