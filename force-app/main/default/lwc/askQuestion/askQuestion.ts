import { api, wire } from 'lwc';
import { createKnowledgeIndex, findDuplicates, tagKey } from 'c/knowledge';
import { messageOf } from 'c/errors';
import { requestExperts } from 'c/expertFinder';
import { recordsIn, text } from 'c/graphqlRecords';
import { findKnowledge, plainText, type FoundEntry } from 'c/knowledgeSearch';
import { commonLabels, expertLabels, format, knowledgeLabels } from 'c/labels';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { saveQuestion, type ContextFact } from './newQuestion';
import { TAGS_QUERY } from './tagsQuery';

export type { ContextFact } from './newQuestion';

const MOST_SUGGESTED = 5;
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
 * Dialog to ask a question. While the title is typed it shows what is asked or answered already. From a deal it offers
 * facts to share, each chosen by the asker; amounts and names are off until they are turned on.
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
  private tags: readonly { readonly id: string; readonly name: string; readonly key: string }[] = [];
  private chosen?: ReadonlySet<string>;
  /** People who are asked to answer. */
  private expertIds: readonly string[] = [];
  /** What the org is being asked; the next question waits for the answer. */
  private asking?: string;

  override connectedCallback(): void {
    this.questionTitle = this.initialTitle;
    if (this.questionTitle !== '') this.look();
  }

  /** Without the tags that exist, none are suggested; writing works all the same. */
  @wire(graphql, { query: TAGS_QUERY })
  wiredTags({ data }: GraphqlResult): void {
    if (!data) return;
    this.tags = recordsIn(data, 'Tag__c').map((record) => ({
      id: text(record, 'Id') ?? '',
      name: text(record, 'Name') ?? '',
      key: text(record, 'Key__c') ?? '',
    }));
  }

  get hasAlike(): boolean {
    return this.alike.length > 0;
  }

  /** Tags whose words stand in the title or the text, and that are not put on yet. */
  get suggestedTags(): string[] {
    const words = ` ${tagKey(`${this.questionTitle} ${this.body.replace(/<[^>]*>/g, ' ')}`)} `.replace(/-/g, ' ');
    const put = new Set(this.chosenTags.map(tagKey));
    return this.tags
      .filter(({ key }) => !put.has(key) && words.includes(` ${key.replace(/-/g, ' ')} `))
      .map(({ name }) => name)
      .slice(0, MOST_SUGGESTED);
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

  get contextRows(): { code: string; text: string; shared: boolean }[] {
    return this.context.map(({ code, label, value }) => {
      return { code, text: format(labels.fact, label, value), shared: this.sharedCodes.has(code) };
    });
  }

  get cannotPost(): boolean {
    return this.posting || this.questionTitle.trim() === '';
  }

  handleTitle(event: CustomEvent<{ value: string }>): void {
    this.questionTitle = event.detail.value;
    this.look();
  }

  handleBody(event: CustomEvent<{ value: string }>): void {
    this.body = event.detail.value;
  }

  handleTags(event: CustomEvent<{ value: string }>): void {
    this.tagsText = event.detail.value;
  }

  handleSuggestedTag(event: Event): void {
    const tag = (event.currentTarget as HTMLElement).dataset.tag ?? '';
    this.tagsText = [...this.chosenTags, tag].join(', ');
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

  /** What was written stays where the org refuses it. */
  async handlePost(): Promise<void> {
    this.posting = true;
    this.errorMessage = undefined;
    const { body, opportunityId } = this;
    const context = this.context.filter(({ code }) => this.sharedCodes.has(code));
    const question = { title: this.questionTitle.trim(), body, opportunityId, context, tags: this.chosenTags };
    try {
      const { id } = await saveQuestion(question, new Map(this.tags.map((tag) => [tag.key, tag.id])));
      const refused = await requestExperts(id, this.expertIds);
      if (refused.length > 0) {
        const title = format(expertLabels.notAsked, refused.length);
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'warning' }));
      }
      this.close(id);
    } catch (error) {
      this.errorMessage = messageOf(error);
      this.posting = false;
    }
  }

  get chosenTags(): string[] {
    const names = this.tagsText.split(',').map((name) => name.trim());
    const byKey = new Map(names.filter((name) => tagKey(name) !== '').map((name) => [tagKey(name), name]));
    return [...byKey.values()];
  }

  private get sharedCodes(): ReadonlySet<string> {
    return this.chosen ?? new Set(this.context.filter(({ sensitive }) => !sensitive).map(({ code }) => code));
  }

  /** Asks the org for what is alike, one title at a time; a question can be asked whether or not that succeeds. */
  private async look(): Promise<void> {
    if (this.asking !== undefined) return;
    const title = this.questionTitle;
    this.asking = title;
    const found = await findKnowledge(title).catch(() => undefined);
    this.asking = undefined;
    const questions = (found?.entries ?? []).filter(({ kind }) => kind === 'question');
    const alike = findDuplicates({ title, body: this.body }, createKnowledgeIndex(questions));
    this.alike = alike.map(({ entry, likely }) => toAlikeRow(entry as FoundEntry, likely));
    if (this.questionTitle !== title) await this.look();
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
