import { LightningElement, wire } from 'lwc';
import { decideExchange, type ConsentDecision } from 'c/captureWrites';
import { messageOf } from 'c/errors';
import { number, recordsIn, text, type PlainRecord } from 'c/graphqlRecords';
import { captureLabels, commonLabels, format } from 'c/labels';
import { attempt, createSaveQueue } from 'c/saves';
import type { PanelState } from 'c/statePanel';
import USER_ID from '@salesforce/user/Id';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { CONSENTS_QUERY } from './consentsQuery';

const labels = { ...commonLabels, ...captureLabels };

interface Asked {
  readonly id: string;
  readonly title: string;
  readonly draft: string;
  /** Which version of the draft this is. */
  readonly version?: number;
  /** The reader agreed to an earlier one. */
  readonly isChanged: boolean;
}

interface AskedRow extends Asked {
  /** What was said, in words; undefined while nothing was. */
  readonly said?: string;
}

function toAsked(record: PlainRecord): Asked {
  const version = number(record, 'Shown_Version__c');
  const agreed = number(record, 'Agreed_Version__c');
  return {
    id: text(record, 'Id') ?? '',
    title: text(record, 'Question_Title__c') ?? '',
    draft: text(record, 'Draft__c') ?? '',
    version,
    isChanged: agreed !== undefined && agreed < (version ?? 0),
  };
}

/**
 * Captured exchanges that the reader took part in, as they would be published: agree, or refuse. What was said is shown
 * at once and can be undone.
 */
export default class CaptureConsents extends LightningElement {
  readonly labels = labels;

  asked: readonly Asked[] = [];
  isAnswered = false;
  errorMessage?: string;

  private decisions: ReadonlyMap<string, ConsentDecision> = new Map();
  private readonly save = createSaveQueue(this, labels.notSaved);
  private refreshAsked?: () => Promise<void>;

  get variables(): Record<string, unknown> {
    return { userId: USER_ID };
  }

  @wire(graphql, { query: CONSENTS_QUERY, variables: '$variables' })
  wiredAsked({ data, errors, refresh }: GraphqlResult): void {
    this.refreshAsked = refresh ?? this.refreshAsked;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (!data) return;
    const waiting = recordsIn(data, 'Capture_Consent__c').map(toAsked);
    // What was said to an earlier version of a draft says nothing to this one.
    const versions = new Map(this.asked.map(({ id, version }) => [id, version]));
    for (const { id, version } of waiting) if (versions.get(id) !== version) this.show(id, 'Pending');
    // What was just decided stays, so that it can be undone.
    const kept = this.asked.filter(({ id }) => this.decisions.has(id) && !waiting.some((each) => each.id === id));
    this.asked = [...kept, ...waiting];
    this.isAnswered = true;
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.isAnswered) return 'loading';
    return this.asked.length > 0 ? 'ready' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.consentsErrorTitle : labels.consentsEmptyTitle;
  }

  get panelMessage(): string {
    return this.errorMessage ?? labels.consentsEmptyMessage;
  }

  get rows(): AskedRow[] {
    return this.asked.map((asked) => {
      const decision = this.decisions.get(asked.id);
      if (decision === undefined) return asked;
      return { ...asked, said: format(decision === 'Agreed' ? labels.agreed : labels.refused, asked.title) };
    });
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.isAnswered = false;
    this.refreshAsked?.();
  }

  handleDecide(event: Event): void {
    const { id = '', decision } = (event.currentTarget as HTMLElement).dataset;
    this.say(id, decision as ConsentDecision);
  }

  handleUndo(event: Event): void {
    this.say((event.currentTarget as HTMLElement).dataset.id ?? '', 'Pending');
  }

  /** Shows what is said, saves it after what was said before, and takes it back where the org refuses it. */
  private say(id: string, decision: ConsentDecision): void {
    const before = this.decisions.get(id);
    this.show(id, decision);
    const version = this.asked.find((asked) => asked.id === id)?.version;
    this.save(
      () => decideExchange(id, decision, version),
      async () => {
        this.show(id, before ?? 'Pending');
        // It may have been refused because the draft is another one by now.
        await attempt(this, labels.consentsErrorTitle, async () => this.refreshAsked?.());
      },
    );
  }

  private show(id: string, decision: ConsentDecision): void {
    const decisions = new Map(this.decisions);
    if (decision === 'Pending') decisions.delete(id);
    else decisions.set(id, decision);
    this.decisions = decisions;
  }
}
