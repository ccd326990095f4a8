import { readApproved } from '../../core/capture/index.ts';
import type { OrgClient, OrgInput, OrgRecord } from '../connection/index.ts';
import { numberOf, requiredTextOf, textOf } from '../sync/field-values.ts';
import { type WaitingExchange, isWaiting } from './waiting-exchange.ts';

/** As long as the field: an approved draft is shorter. */
const LONGEST_DRAFT = 131_072;
const FIELDS =
  'Id, OwnerId, Captured_Exchange__c, Decision__c, Question_Title__c, Draft__c, Shown_Version__c, Agreed_Version__c';
const PARTING = '\n\n—\n\n';

/** What a participant is shown: the texts as they would be published now, and nothing of the e-mails. */
export function shownCopy(exchange: WaitingExchange): {
  readonly Question_Title__c: string;
  readonly Draft__c: string;
} {
  const approved = exchange.status === 'Approved' ? readApproved(exchange.approved) : undefined;
  const { title, body, answers } = approved ?? exchange;
  const parts = [body, ...answers.map((answer) => answer.body)].filter((part) => part.trim() !== '');
  return { Question_Title__c: title || '–', Draft__c: parts.join(PARTING).slice(0, LONGEST_DRAFT) };
}

/**
 * Brings the copies of participants to what would be published by now: a thread goes on, and a reviewer edits. An
 * agreement stays where all that would be published was shown: an answer that is left out costs none. Who agreed to
 * something else is asked anew, unless they said yes to every exchange.
 */
export async function renewCopies(client: OrgClient, exchanges: readonly WaitingExchange[]): Promise<void> {
  const [shown = [], always = []] = await client.queryMany([
    `SELECT ${FIELDS} FROM Capture_Consent__c WHERE Decision__c IN ('Pending', 'Agreed') AND ${isWaiting('Captured_Exchange__r.')}`,
    "SELECT Key__c FROM Capture_Consent__c WHERE Captured_Exchange__c = null AND Decision__c = 'Agreed'",
  ]);
  const covered = new Set(always.map((row) => requiredTextOf(row, 'Key__c')));
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const renewed = shown.flatMap((row): OrgInput[] => {
    const exchange = byId.get(requiredTextOf(row, 'Captured_Exchange__c'));
    if (exchange === undefined) return [];
    const copy = shownCopy(exchange);
    if (textOf(row, 'Decision__c') === 'Agreed')
      return covered.has(requiredTextOf(row, 'OwnerId')) || isWithin(copy, row) ? [] : [askAnew(row, copy)];
    return isSame(copy, row) ? [] : [nextVersion(row, copy)];
  });
  if (renewed.length > 0) await client.update('Capture_Consent__c', renewed);
}

function nextVersion(row: OrgRecord, copy: OrgInput): OrgInput {
  return { Id: requiredTextOf(row, 'Id'), ...copy, Shown_Version__c: (numberOf(row, 'Shown_Version__c') ?? 0) + 1 };
}

/** The version that was agreed to stays: it tells the page, and the next run, that something was. */
function askAnew(row: OrgRecord, copy: OrgInput): OrgInput {
  const agreed = numberOf(row, 'Agreed_Version__c') ?? numberOf(row, 'Shown_Version__c') ?? 0;
  return { ...nextVersion(row, copy), Decision__c: 'Pending', Agreed_Version__c: agreed };
}

function isSame(copy: OrgInput, row: OrgRecord): boolean {
  return String(partsOf(copy)) === String(partsOf(row));
}

function isWithin(copy: OrgInput, row: OrgRecord): boolean {
  const shown = new Set(partsOf(row));
  return partsOf(copy).every((part) => shown.has(part));
}

/** Title, question and answers of a copy. The org may keep line ends, and blanks at either end, in its own way. */
function partsOf(copy: OrgInput | OrgRecord): string[] {
  const plain = (text: unknown): string => (typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '');
  const draft = copy['Draft__c'];
  const parts = typeof draft === 'string' ? draft.replace(/\r\n?/g, '\n').split(PARTING) : [];
  return [copy['Question_Title__c'], ...parts].map(plain);
}
