import { LightningElement, api, wire } from 'lwc';
import { saveChoice, type ConsentDecision } from 'c/captureWrites';
import { messageOf } from 'c/errors';
import { isSameId, recordsIn, text } from 'c/graphqlRecords';
import { captureLabels, commonLabels } from 'c/labels';
import { createSaveQueue } from 'c/saves';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { CHOICE_QUERY } from './choiceQuery';

const labels = { ...commonLabels, ...captureLabels };

/**
 * Whether one's own e-mail exchanges may be captured: ask each time, yes, never. On somebody else's page it shows
 * nothing. A choice is saved at once; where the org refuses it, the one before is back.
 */
export default class CaptureChoice extends LightningElement {
  /** The person, on a User record page. */
  @api recordId?: string;

  readonly labels = labels;

  choice: ConsentDecision = 'Pending';
  isAnswered = false;
  errorMessage?: string;
  savedText = '';

  private choiceId?: string;
  private readonly save = createSaveQueue(this, labels.notSaved);
  private refreshChoice?: () => Promise<void>;

  get variables(): Record<string, unknown> | undefined {
    return this.isOwn ? { userId: USER_ID, key: USER_ID } : undefined;
  }

  @wire(graphql, { query: CHOICE_QUERY, variables: '$variables' })
  wiredChoice({ data, errors, refresh }: GraphqlResult): void {
    this.refreshChoice = refresh ?? this.refreshChoice;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (!data) return;
    const [record] = recordsIn(data, 'Capture_Consent__c');
    this.choiceId = record && text(record, 'Id');
    this.choice = ((record && text(record, 'Decision__c')) ?? 'Pending') as ConsentDecision;
    this.isAnswered = true;
  }

  get isOwn(): boolean {
    return this.recordId === undefined || isSameId(this.recordId, USER_ID);
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    return this.isAnswered ? 'ready' : 'loading';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get options(): { value: ConsentDecision; label: string }[] {
    return [
      { value: 'Pending', label: labels.choiceAsk },
      { value: 'Agreed', label: labels.choiceYes },
      { value: 'Refused', label: labels.choiceNo },
    ];
  }

  get note(): string {
    return this.choice === 'Refused' ? labels.choiceNoNote : labels.choiceNote;
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.isAnswered = false;
    this.refreshChoice?.();
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    const before = this.choice;
    const chosen = event.detail.value as ConsentDecision;
    this.choice = chosen;
    this.savedText = '';
    const save = async (): Promise<void> => {
      this.choiceId = await saveChoice(chosen, this.choiceId);
      this.savedText = labels.choiceSaved;
    };
    this.save(save, () => {
      this.choice = before;
    });
  }
}
