import {
  EXCHANGE_TEXTS,
  type Consent,
  type DraftAnswer,
  type Participant,
  readAnswers,
  readParticipants,
} from '../../core/capture/index.ts';
import type { OrgClient, OrgInput, OrgRecord } from '../connection/index.ts';
import { soqlText } from '../connection/soql.ts';
import { requiredTextOf, textOf } from '../sync/field-values.ts';

/** A captured exchange whose text is still in the org. */
export interface WaitingExchange {
  readonly id: string;
  readonly key: string;
  readonly status: 'Draft' | 'Approved';
  readonly consent: Consent;
  readonly title: string;
  readonly body: string;
  readonly answers: readonly DraftAnswer[];
  readonly participants: readonly Participant[];
  /** JSON of what was approved. */
  readonly approved: string | null;
}

const FIELDS =
  'Id, Key__c, Status__c, Consent__c, Question_Title__c, Question_Body__c, Answers__c, Participants__c, Approved_Draft__c';
const IS_PUBLISHABLE = "Status__c = 'Approved' AND Question__c = null";
/** Every draft has a title or a subject; the other texts are too long for a condition. */
const HAS_TEXT = '(Question_Title__c != null OR Subject__c != null)';

/** The condition for exchanges that wait; `path` leads to them from the object that is asked, as `Exchange__r.` does. */
export function isWaiting(path = ''): string {
  return `(${path}Status__c = 'Draft' OR (${path}Status__c = 'Approved' AND ${path}Question__c = null))`;
}

/** Exchanges that were decided and still have a text. */
export const IS_LEFT_OVER = `${HAS_TEXT} AND (Status__c = 'Rejected' OR (Status__c = 'Approved' AND Question__c != null))`;

/** Exchanges that have a text: those that wait, and those in which one was left. */
export const MAY_HAVE_TEXT = `${isWaiting()} OR ${HAS_TEXT}`;

/** Exchanges that wait for a review, for consent or to be published; not their originals. */
export async function waitingExchanges(client: OrgClient): Promise<WaitingExchange[]> {
  const rows = await client.query(
    `SELECT ${FIELDS} FROM Captured_Exchange__c WHERE ${isWaiting()} ORDER BY Captured_At__c, Id`,
  );
  return rows.map(toWaiting);
}

/**
 * Whether an exchange is approved although its texts are gone: somebody else had rejected it. Nothing of it can be
 * published, and nobody can review it again.
 */
export function isEmptied({ status, title, answers }: WaitingExchange): boolean {
  return status === 'Approved' && title === '' && answers.length === 0;
}

/** The query for an exchange that is approved and not published. */
export function approvedExchange(id: string): string {
  return `SELECT ${FIELDS} FROM Captured_Exchange__c WHERE Id = ${soqlText(id)} AND ${IS_PUBLISHABLE}`;
}

export function toWaiting(row: OrgRecord): WaitingExchange {
  return {
    id: requiredTextOf(row, 'Id'),
    key: requiredTextOf(row, 'Key__c'),
    status: requiredTextOf(row, 'Status__c') === 'Approved' ? 'Approved' : 'Draft',
    consent: requiredTextOf(row, 'Consent__c') as Consent,
    title: requiredTextOf(row, 'Question_Title__c'),
    body: requiredTextOf(row, 'Question_Body__c'),
    answers: readAnswers(textOf(row, 'Answers__c')),
    participants: readParticipants(textOf(row, 'Participants__c')),
    approved: textOf(row, 'Approved_Draft__c'),
  };
}

/** Every text of an exchange, blanked. */
export function withoutTexts(): OrgInput {
  return Object.fromEntries(EXCHANGE_TEXTS.map((field) => [field, null]));
}
