import { api, wire } from 'lwc';
import { createDuplicateWatch, searchExpression } from 'c/knowledge';
import { messageOf } from 'c/errors';
import { requestExperts } from 'c/expertFinder';
import { findKnowledge, plainText, type FoundEntry } from 'c/knowledgeSearch';
import { commonLabels, expertLabels, format, knowledgeLabels } from 'c/labels';
import { tooLong } from 'c/textLimit';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { draftOf, keepDraft } from './drafts';
import { describeShared, factGroups, harmlessCodes, type FactGroup } from './factGroups';
import { saveQuestion, type ContextFact } from './newQuestion';
import {
  offeredTemplates,
  suggestTags,
  tagsIn,
  templateHtml,
  toKnownTags,
  unusableTagsIn,
  type KnownTag,
} from './tags';
import { TAGS_QUERY } from './tagsQuery';

export type { ContextFact } from './newQuestion';

const ANSWER_BEGINNING = 160;

const labels = { ...commonLabels, ...knowledgeLabels };

interface AlikeRow {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly answer?: string;
  readonly url: string;
}

/**
 * Dialog to ask a question. While it is typed it shows what is asked or answered already: at once among what the org
 * found so far, and anew when the org has found more. Tags bring the template of their topic. From a deal it offers
 * facts to share, each chosen by the asker; amounts and names are off until they are turned on. What was written and
 * not posted, however the dialog is left, is there again when it is opened for the same deal.
 *
 * Closes with the id of the new question.
 */
export default class AskQuestion extends LightningModal {
  @api initialTitle = '';
  @api opportunityId?: string;
  /** Facts of the deal that may be shared. */
  @api context: readonly ContextFact[] = [];

  readonly labels = labels;

  questionTitle = '';
  body = '';
  tagsText = '';
  alike: readonly AlikeRow[] = [];
  errorMessage?: string;
  posting = false;
  /** The org could not be asked for what is alike. */
  alikeUnknown = false;
  /** What is shown was written another time. */
  isKept = false;
  private tags: readonly KnownTag[] = [];
  private chosen?: ReadonlySet<string>;
  /** People who are asked to answer. */
  private expertIds: readonly string[] = [];
  /** What the org is being asked; the next question waits for the answer. */
  private asking?: string;
  /** What the org was asked last. */
  private asked?: string;
  private isPosted = false;
  private readonly watch = createDuplicateWatch();

  override connectedCallback(): void {
    const kept = draftOf(this.opportunityId);
    this.isKept = kept !== undefined;
    if (kept) Object.assign(this, kept);
    else this.questionTitle = this.initialTitle;
    if (this.questionTitle !== '') this.look();
  }

  override disconnectedCallback(): void {
    const { questionTitle, body, tagsText, chosen } = this;
    const isWritten = questionTitle !== this.initialTitle || body !== '' || tagsText !== '' || chosen !== undefined;
    const draft = isWritten && !this.isPosted ? { questionTitle, body, tagsText, chosen } : undefined;
    keepDraft(draft, this.opportunityId);
  }

  /** Without the tags that exist, none are suggested; writing works all the same. */
  @wire(graphql, { query: TAGS_QUERY })
  wiredTags({ data }: GraphqlResult): void {
    if (data) this.tags = toKnownTags(data);
  }

  get hasAlike(): boolean {
    return this.alike.length > 0;
  }

  get suggestedTags(): string[] {
    return suggestTags(this.tags, `${this.questionTitle} ${this.body}`, tagsIn(this.tagsText));
  }

  get hasSuggestedTags(): boolean {
    return this.suggestedTags.length > 0;
  }

  get hasTitle(): boolean {
    return this.questionTitle.trim() !== '';
  }

  get plainBody(): string {
    return plainText(this.body);
  }

  get hasContext(): boolean {
    return this.context.length > 0;
  }

  get factGroups(): FactGroup[] {
    return factGroups(this.context, this.sharedCodes);
  }

  get sharedPreview(): string {
    return describeShared(this.factGroups);
  }

  get templateRows(): { key: string; label: string }[] {
    return offeredTemplates(this.tags, tagsIn(this.tagsText), this.body).map(({ key, name }) => {
      return { key, label: format(labels.useTemplate, name) };
    });
  }

  get hasTemplates(): boolean {
    return this.templateRows.length > 0;
  }

  get cannotPost(): boolean {
    return this.posting || this.questionTitle.trim() === '' || tooLong(this.body) !== undefined;
  }

  /** What keeps the question from being posted, beside the button that posts it. */
  get problem(): string | undefined {
    return tooLong(this.body) ?? this.errorMessage;
  }

  handleTitle(event: CustomEvent<{ value: string }>): void {
    this.questionTitle = event.detail.value;
    this.look();
  }

  handleBody(event: CustomEvent<{ value: string }>): void {
    this.body = event.detail.value;
    this.showAlike();
  }

  handleTags(event: CustomEvent<{ value: string }>): void {
    this.tagsText = event.detail.value;
  }

  handleSuggestedTag(event: Event): void {
    const tag = (event.currentTarget as HTMLElement).dataset.tag ?? '';
    this.tagsText = [...tagsIn(this.tagsText), tag].join(', ');
  }

  /** Nothing that was written is lost: the template comes after it. */
  handleTemplate(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    const template = this.tags.find((tag) => tag.key === key)?.template;
    if (template) this.body = `${this.body}${templateHtml(template)}`;
  }

  handleFact(event: CustomEvent<{ checked: boolean }>): void {
    const code = (event.currentTarget as HTMLElement).dataset.code ?? '';
    const chosen = new Set(this.sharedCodes);
    if (event.detail.checked) chosen.add(code);
    else chosen.delete(code);
    this.chosen = chosen;
  }

  handleExperts(event: CustomEvent<{ personIds: readonly string[] }>): void {
    this.expertIds = event.detail.personIds;
  }

  handleCancel(): void {
    this.close();
  }

  handleStartOver(): void {
    this.isKept = false;
    this.questionTitle = this.initialTitle;
    this.body = '';
    this.tagsText = '';
    this.chosen = undefined;
    this.look();
  }

  /** What was written stays where the org refuses it. */
  async handlePost(): Promise<void> {
    this.posting = true;
    this.errorMessage = undefined;
    const { body, opportunityId } = this;
    const context = this.context.filter(({ code }) => this.sharedCodes.has(code));
    const question = { title: this.questionTitle.trim(), body, opportunityId, context, tags: this.chosenTags };
    try {
      const { id, untagged } = await saveQuestion(question, new Map(this.tags.map((tag) => [tag.key, tag.id])));
      this.isPosted = true;
      const dropped = [...untagged, ...unusableTagsIn(this.tagsText)];
      if (dropped.length > 0) this.warn(format(labels.notTagged, dropped.join(', ')));
      const refused = await requestExperts(id, this.expertIds);
      if (refused.length > 0) this.warn(format(expertLabels.notAsked, refused.length));
      this.close(id);
    } catch (error) {
      this.errorMessage = messageOf(error);
      this.posting = false;
    }
  }

  get chosenTags(): string[] {
    return tagsIn(this.tagsText);
  }

  private warn(title: string): void {
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'warning' }));
  }

  private get sharedCodes(): ReadonlySet<string> {
    return this.chosen ?? harmlessCodes(this.context);
  }

  private showAlike(): void {
    const alike = this.watch.alike({ title: this.questionTitle, body: this.plainBody });
    this.alike = alike.map(({ entry, likely }) => toAlikeRow(entry as FoundEntry, likely));
  }

  /**
   * Shows what is alike among what is known, and asks the org for more: one search at a time, and none for the same
   * words. A question can be asked whether or not that succeeds.
   */
  private async look(): Promise<void> {
    this.showAlike();
    const title = this.questionTitle;
    const expression = searchExpression(title);
    if (this.asking !== undefined || expression === undefined || expression === this.asked) return;
    this.asking = title;
    this.asked = expression;
    const found = await findKnowledge(title).catch(() => undefined);
    this.asking = undefined;
    this.alikeUnknown = found === undefined;
    this.watch.learn((found?.entries ?? []).filter(({ kind }) => kind === 'question'));
    await this.look();
  }
}

function toAlikeRow(entry: FoundEntry, likely: boolean): AlikeRow {
  const answer = entry.acceptedAnswer ?? entry.answers?.[0];
  return {
    id: entry.id,
    title: entry.title ?? '',
    note: likely ? labels.probablySame : '',
    answer: answer && (answer.length > ANSWER_BEGINNING ? `${answer.slice(0, ANSWER_BEGINNING)}…` : answer),
    url: `/lightning/r/Question__c/${entry.id}/view`,
  };
}
