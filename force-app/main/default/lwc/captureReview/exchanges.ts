import { exactDate, shortDate } from 'c/dates';
import { recordsIn, text } from 'c/graphqlRecords';
import { captureLabels as labels, format, inOneLine } from 'c/labels';

/** A captured exchange in the list. */
export interface Exchange {
  readonly id: string;
  readonly title: string;
  readonly status: 'Draft' | 'Approved';
  /** What the sync found, or `Refused` where somebody refused since. */
  readonly consent: string;
  readonly at?: string;
}

export interface ExchangeRow {
  readonly id: string;
  readonly title: string;
  readonly facts: string;
  readonly exact: string;
  /** `true` or `false`, as `aria-current` wants it. */
  readonly current: string;
  readonly itemClass: string;
}

/** The exchanges that `REVIEW_QUERY` answered. A refusal counts at once, though only the sync erases. */
export function toExchanges(data: unknown): Exchange[] {
  const refused = new Set(recordsIn(data, 'Capture_Consent__c').map((record) => text(record, 'Captured_Exchange__c')));
  return recordsIn(data, 'Captured_Exchange__c').map((record) => ({
    id: text(record, 'Id') ?? '',
    title: text(record, 'Question_Title__c') ?? labels.untitled,
    status: text(record, 'Status__c') === 'Approved' ? 'Approved' : 'Draft',
    consent: refused.has(text(record, 'Id')) ? 'Refused' : (text(record, 'Consent__c') ?? ''),
    at: text(record, 'Captured_At__c'),
  }));
}

export function toRow({ id, title, consent, at }: Exchange, selectedId: string | undefined, now: Date): ExchangeRow {
  const words: Readonly<Record<string, string | undefined>> = {
    Pending: labels.consentPending,
    Agreed: labels.consentAgreed,
    Notice: labels.consentNotice,
    Refused: labels.consentRefused,
  };
  const date = shortDate(at, now);
  const isCurrent = id === selectedId;
  return {
    id,
    title,
    facts: inOneLine([date && format(labels.captured, date), words[consent]]),
    exact: exactDate(at),
    current: String(isCurrent),
    itemClass: isCurrent ? 'item item_current' : 'item',
  };
}
