import { LightningElement, api, wire } from 'lwc';
import { rerank } from 'c/knowledge';
import { exactDate, shortDate } from 'c/dates';
import { messageOf } from 'c/errors';
import { createTypedSearch } from 'c/knowledgeSearch';
import { captureLabels as labels, format, inOneLine } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import {
  canApprove,
  toApproved,
  toDraft,
  type Draft,
  type DraftAnswer,
  type Edition,
  type KnownQuestion,
} from './draft';
import { DRAFT_QUERY } from './draftQuery';

export type { Edition } from './draft';

const MOST_FOUND = 5;

interface AnswerRow extends DraftAnswer {
  readonly label: string;
  readonly byline: string;
  readonly exact: string;
}

/**
 * One captured exchange under review: the e-mails as they came beside what would be published, and what was taken out
 * and why. Saves nothing.
 *
 * @fires edit with `detail.edition` for every change, so that nothing is lost when another exchange is opened
 * @fires approve with `detail.draft` (what is to be published), `detail.edition`
 * @fires reject with `detail.texts` (what is to be erased), `detail.edition`
 */
export default class CaptureDraft extends LightningElement {
  @api exchangeId?: string;
  /** What was edited before, and not decided. */
  @api edition?: Edition;

  readonly labels = labels;

  draft?: Draft;
  isAnswered = false;
  errorMessage?: string;
  query = '';
  found?: readonly KnownQuestion[];
  searchError?: string;

  private readonly search = createTypedSearch({
    text: () => this.query,
    found: ({ entries }, query) => {
      const questions = entries.filter(({ kind }) => kind === 'question');
      const hits = rerank(query, questions, { typing: true, limit: MOST_FOUND });
      this.found = hits.map(({ entry }) => ({ id: entry.id, title: entry.title ?? '' }));
      this.searchError = undefined;
    },
    failed: (error) => {
      this.searchError = messageOf(error);
    },
  });
  private refreshDraft?: () => Promise<void>;

  get variables(): Record<string, unknown> {
    return { exchangeId: this.exchangeId };
  }

  @wire(graphql, { query: DRAFT_QUERY, variables: '$variables' })
  wiredDraft({ data, errors, refresh }: GraphqlResult): void {
    this.refreshDraft = refresh ?? this.refreshDraft;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (!data) return;
    const draft = toDraft(data);
    if (draft?.id !== this.draft?.id) {
      this.query = '';
      this.found = undefined;
    }
    this.draft = draft;
    this.isAnswered = true;
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.isAnswered || this.isOfAnother) return 'loading';
    return this.draft ? 'ready' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  /** What is shown must be what is decided on: the draft before is gone while the next one comes. */
  private get isOfAnother(): boolean {
    return this.draft !== undefined && this.draft.id !== this.exchangeId;
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.draftErrorTitle : labels.draftGoneTitle;
  }

  get panelMessage(): string {
    return this.errorMessage ?? labels.draftGoneMessage;
  }

  /** What is on screen: the edits, or the draft as it came. */
  get current(): Edition {
    return this.edition ?? this.draft ?? { title: '', body: '', tags: '', answers: [] };
  }

  get answerRows(): AnswerRow[] {
    const now = new Date();
    return this.current.answers.map((answer, index) => {
      const date = shortDate(answer.at, now);
      const byline = inOneLine([format(labels.answerBy, answer.author), date, answer.reasons]);
      return {
        ...answer,
        label: format(labels.answerLabel, index + 1, answer.author),
        byline,
        exact: exactDate(answer.at),
      };
    });
  }

  get participantsText(): string {
    return format(labels.participants, this.draft?.participants ?? '');
  }

  get hasRedactions(): boolean {
    return (this.draft?.redactions.length ?? 0) > 0;
  }

  get consentHelp(): string | undefined {
    return this.draft?.consent === 'Pending' ? labels.consentPendingHelp : undefined;
  }

  get mergeText(): string | undefined {
    const chosen = this.current.mergeInto;
    return chosen && format(labels.mergeChosen, chosen.title);
  }

  get proposalRow(): { id: string; label: string } | undefined {
    const { proposal } = this.draft ?? {};
    return proposal && { id: proposal.id, label: format(labels.mergeInto, proposal.title) };
  }

  get foundRows(): { id: string; label: string }[] {
    return (this.found ?? []).map(({ id, title }) => ({ id, label: format(labels.mergeInto, title) }));
  }

  get searchText(): string {
    if (this.searchError) return format(labels.mergeErrorText, this.searchError);
    return this.found?.length === 0 && this.query.trim() !== '' ? labels.mergeNothing : '';
  }

  get cannotApprove(): boolean {
    return !canApprove(this.current);
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.isAnswered = false;
    this.refreshDraft?.();
  }

  handleTitle(event: CustomEvent<{ value: string }>): void {
    this.change({ title: event.detail.value });
  }

  handleBody(event: CustomEvent<{ value: string }>): void {
    this.change({ body: event.detail.value });
  }

  handleTags(event: CustomEvent<{ value: string }>): void {
    this.change({ tags: event.detail.value });
  }

  handleAnswer(event: CustomEvent<{ value: string }>): void {
    this.changeAnswer(event, { body: event.detail.value });
  }

  handleUse(event: CustomEvent<{ checked: boolean }>): void {
    this.changeAnswer(event, { used: event.detail.checked });
  }

  handleQuery(event: CustomEvent<{ value: string }>): void {
    this.query = event.detail.value;
    this.search();
  }

  handleMerge(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const known = [...(this.draft?.proposal ? [this.draft.proposal] : []), ...(this.found ?? [])];
    this.change({ mergeInto: known.find((question) => question.id === id) });
  }

  handleNoMerge(): void {
    this.change({ mergeInto: undefined });
  }

  handleApprove(): void {
    const { current: edition } = this;
    this.dispatchEvent(new CustomEvent('approve', { detail: { draft: toApproved(edition), edition } }));
  }

  handleReject(): void {
    const { current: edition } = this;
    this.dispatchEvent(new CustomEvent('reject', { detail: { texts: this.draft?.texts ?? {}, edition } }));
  }

  private change(part: Partial<Edition>): void {
    const { title, body, tags, answers, mergeInto } = this.current;
    const edition: Edition = { title, body, tags, answers, mergeInto, ...part };
    this.dispatchEvent(new CustomEvent('edit', { detail: { edition } }));
  }

  private changeAnswer(event: Event, part: Partial<DraftAnswer>): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    const answers = this.current.answers.map((answer) => (answer.messageKey === key ? { ...answer, ...part } : answer));
    this.change({ answers });
  }
}
