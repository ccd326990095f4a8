import { LightningElement, api, wire } from 'lwc';
import { messageOf } from 'c/errors';
import { EXPERTS_QUERY, onlyPerson, toExpertise, wordEvidence, wordRange, type Expertise } from 'c/expertRecords';
import { isSameId } from 'c/graphqlRecords';
import { commonLabels, expertLabels, format } from 'c/labels';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlQuery, type GraphqlResult } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { ANSWERS_QUERY } from './answersQuery';
import { toAnswerRows, type AnswerRow } from './answerRows';

const labels = { ...commonLabels, ...expertLabels };

interface TagRow {
  readonly id: string;
  readonly tag: string;
  readonly range: string;
  readonly rangeStyle: string;
  readonly evidence: string;
  readonly open: boolean;
  readonly expanded: 'true' | 'false';
  readonly iconName: string;
  readonly toggleTitle: string;
}

/**
 * What one person has shown to know, tag by tag, with the answers that show it. Everybody sees the same, the person
 * included, who alone decides here whether they are named as an expert at all.
 */
export default class ExpertCard extends LightningElement {
  /** The person, on a User record page; without it, oneself. */
  @api recordId?: string;

  readonly labels = labels;

  expertise?: Expertise;
  errorMessage?: string;
  saveError?: string;
  saving = false;
  openId?: string;
  answers?: readonly AnswerRow[];
  answersError?: string;

  private refreshExpertise?: () => Promise<void>;

  get personId(): string {
    return this.recordId ?? USER_ID;
  }

  get variables(): Record<string, unknown> {
    return onlyPerson(this.personId);
  }

  get answersQuery(): GraphqlQuery | undefined {
    return this.openId ? ANSWERS_QUERY : undefined;
  }

  get answersVariables(): Record<string, unknown> {
    return { ids: this.expertise?.rows.find(({ id }) => id === this.openId)?.answerIds ?? [] };
  }

  @wire(graphql, { query: EXPERTS_QUERY, variables: '$variables' })
  wiredExpertise({ data, errors, refresh }: GraphqlResult): void {
    this.refreshExpertise = refresh ?? this.refreshExpertise;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (data) this.expertise = toExpertise(data);
  }

  @wire(graphql, { query: '$answersQuery', variables: '$answersVariables' })
  wiredAnswers({ data, errors }: GraphqlResult): void {
    if (!data && !errors) return;
    this.answersError = errors && messageOf(errors);
    if (data) this.answers = toAnswerRows(data, new Date());
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.expertise) return 'loading';
    return this.expertise.rows.length > 0 ? 'ready' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.errorTitle : labels.emptyTitle;
  }

  get panelMessage(): string {
    if (this.errorMessage) return this.errorMessage;
    if (!this.isOwn) return labels.emptyMessage;
    return this.hides ? labels.hiddenMessage : labels.emptyOwnMessage;
  }

  get rows(): TagRow[] {
    return (this.expertise?.rows ?? []).map((row) => {
      const open = row.id === this.openId;
      return {
        id: row.id,
        tag: row.tag,
        range: wordRange(row),
        rangeStyle: `inset-inline-start: ${row.lower}%; inline-size: ${row.upper - row.lower}%`,
        evidence: wordEvidence(row),
        open,
        expanded: open ? 'true' : 'false',
        iconName: open ? 'utility:chevrondown' : 'utility:chevronright',
        toggleTitle: format(open ? labels.hideAnswers : labels.showAnswers, row.tag),
      };
    });
  }

  get hasAnswers(): boolean {
    return this.answers !== undefined;
  }

  get showsChoice(): boolean {
    return this.isOwn && this.expertise !== undefined;
  }

  get choiceNote(): string {
    return this.hides ? labels.hiddenNote : labels.shownNote;
  }

  get choiceLabel(): string {
    return this.hides ? labels.showMe : labels.hideMe;
  }

  handleToggle(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.answers = undefined;
    this.answersError = undefined;
    this.openId = this.openId === id ? undefined : id;
  }

  async handleChoice(): Promise<void> {
    this.saving = true;
    this.saveError = undefined;
    const Hide_Expertise__c = !this.hides;
    try {
      // What was decided about capture stands in the same record, and may have been decided just now.
      if (!this.preference) await this.refreshExpertise?.();
      const id = this.preference?.id;
      if (id) await updateRecord({ fields: { Id: id, Hide_Expertise__c } });
      else await createRecord({ apiName: 'Knowledge_Preference__c', fields: { Key__c: USER_ID, Hide_Expertise__c } });
      this.openId = undefined;
      await this.refreshExpertise?.();
    } catch (error) {
      this.saveError = messageOf(error);
    }
    this.saving = false;
  }

  async handleRetry(): Promise<void> {
    await this.refreshExpertise?.();
  }

  private get isOwn(): boolean {
    return isSameId(this.personId, USER_ID);
  }

  private get preference(): { readonly id: string; readonly hides: boolean } | undefined {
    return [...(this.expertise?.preferences.values() ?? [])][0];
  }

  private get hides(): boolean {
    return this.preference?.hides === true;
  }
}
