import { readApproved } from '../../core/capture/index.ts';
import { type OrgClient, type OrgInput, type OrgRecord, type RefusedRecord, reasonOf } from '../connection/index.ts';
import { numberOf, requiredTextOf, textOf } from '../sync/field-values.ts';
import { decisionOf } from './said-decisions.ts';
import { type WaitingExchange, isWaiting } from './waiting-exchange.ts';

/** As long as the field: an approved draft is shorter. */
const LONGEST_DRAFT = 131_072;
const FIELDS =
  'Id, Key__c, OwnerId, Captured_Exchange__c, Decision__c, Question_Title__c, Draft__c, Shown_Version__c, Agreed_Version__c';
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

export interface Renewal {
  /** Exchanges of which somebody is still shown what would not be published. */
  readonly outdated: ReadonlySet<string>;
  readonly refused: readonly RefusedRecord[];
}

/**
 * Brings the copies of participants to what would be published by now: a thread goes on, and a reviewer edits. An
 * agreement stays where all that would be published was shown: an answer that is left out costs none. Who agreed to
 * something else is asked anew, unless they said yes to every exchange.
 *
 * @returns what the org refused: these exchanges must not be published
 */
export async function renewCopies(client: OrgClient, exchanges: readonly WaitingExchange[]): Promise<Renewal> {
  const [rows = [], always = []] = await client.queryMany([
    `SELECT ${FIELDS} FROM Capture_Consent__c WHERE Decision__c IN ('Pending', 'Agreed') AND ${isWaiting('Captured_Exchange__r.')}`,
    "SELECT Key__c FROM Capture_Consent__c WHERE Captured_Exchange__c = null AND Decision__c = 'Agreed'",
  ]);
  const covered = new Set(always.map((row) => requiredTextOf(row, 'Key__c')));
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const renewed = rows.flatMap((row): { readonly row: OrgRecord; readonly input: OrgInput }[] => {
    const exchange = byId.get(requiredTextOf(row, 'Captured_Exchange__c'));
    const input = exchange && renewedCopy(row, shownCopy(exchange), covered);
    return input === undefined ? [] : [{ row, input }];
  });
  if (renewed.length === 0) return { outdated: new Set(), refused: [] };
  const outcomes = await client.update(
    'Capture_Consent__c',
    renewed.map(({ input }) => input),
  );
  const kept = renewed.flatMap(({ row }, i) => (outcomes[i]?.ok === true ? [] : [{ row, outcome: outcomes[i] }]));
  return {
    outdated: new Set(kept.map(({ row }) => requiredTextOf(row, 'Captured_Exchange__c'))),
    refused: kept.map(({ row, outcome }) => ({
      object: 'Capture_Consent__c',
      key: requiredTextOf(row, 'Key__c'),
      reason: reasonOf(outcome),
    })),
  };
}

/** @returns undefined where what the person was shown, or agreed to, still holds */
function renewedCopy(row: OrgRecord, copy: OrgInput, covered: ReadonlySet<string>): OrgInput | undefined {
  if (textOf(row, 'Decision__c') === 'Agreed') {
    const holds = decisionOf(row) === 'Agreed' && isWithin(copy, row);
    return holds || covered.has(requiredTextOf(row, 'OwnerId')) ? undefined : askAnew(row, copy);
  }
  // Without a version nobody can say to which they agree.
  return isSame(copy, row) && numberOf(row, 'Shown_Version__c') !== null ? undefined : nextVersion(row, copy);
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
