import type { OrgClient, OrgInput } from '../connection/index.ts';
import { requiredTextOf, textOf } from '../sync/field-values.ts';
import type { WaitingExchange } from './waiting-exchange.ts';

const LONGEST_DRAFT = 32_768;
const PARTING = '\n\n—\n\n';

/** What a participant is shown of an exchange: the redacted draft, and nothing of the e-mails. */
export function shownCopy({ title, body, answers }: WaitingExchange): OrgInput {
  const draft = [body, ...answers.map((answer) => answer.body)].join(PARTING);
  return { Question_Title__c: title || '–', Draft__c: draft.slice(0, LONGEST_DRAFT) };
}

/** Brings the copies of those who have not decided to what the exchanges say by now: a thread goes on meanwhile. */
export async function refreshCopies(client: OrgClient, exchanges: readonly WaitingExchange[]): Promise<void> {
  const rows = await client.query(
    "SELECT Id, Captured_Exchange__c, Draft__c FROM Capture_Consent__c WHERE Decision__c = 'Pending' AND Captured_Exchange__c != null AND Question_Title__c != null",
  );
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const stale = rows.flatMap((row): OrgInput[] => {
    const exchange = byId.get(requiredTextOf(row, 'Captured_Exchange__c'));
    if (exchange === undefined) return [];
    const copy = shownCopy(exchange);
    return sameText(textOf(row, 'Draft__c'), copy['Draft__c']) ? [] : [{ Id: requiredTextOf(row, 'Id'), ...copy }];
  });
  if (stale.length > 0) await client.update('Capture_Consent__c', stale);
}

/** The org may keep line ends, and blanks at the end, in its own way. */
function sameText(a: unknown, b: unknown): boolean {
  const plain = (text: unknown): string => (typeof text === 'string' ? text.replace(/\r\n?/g, '\n').trim() : '');
  return plain(a) === plain(b);
}
