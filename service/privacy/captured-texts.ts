import { EXCHANGE_TEXTS, namesOneOf } from '../../core/capture/index.ts';
import { type OrgClient, type RefusedRecord, isGone, notGone } from '../connection/index.ts';
import { MAY_HAVE_TEXT, eraseCopies, withoutTexts } from '../exchanges/index.ts';
import { requiredTextOf, textOf } from '../sync/field-values.ts';
import type { FoundPerson } from './find-person.ts';

/**
 * Captured exchanges in whose texts the person's name or address stands. A query cannot search long texts, so that all
 * that still have a text are read.
 */
export async function exchangesNaming(client: OrgClient, { name, email }: FoundPerson): Promise<string[]> {
  const fields = new Set(((await client.describe('Captured_Exchange__c')) ?? []).map((field) => field.name));
  const texts = EXCHANGE_TEXTS.filter((field) => fields.has(field));
  if (texts.length === 0) return [];
  const rows = await client.query(`SELECT Id, ${texts.join(', ')} FROM Captured_Exchange__c WHERE ${MAY_HAVE_TEXT}`);
  return rows
    .filter((row) => namesOneOf(texts.map((field) => textOf(row, field) ?? '').join('\n'), [name, email ?? '']))
    .map((row) => requiredTextOf(row, 'Id'));
}

/**
 * Blanks every text of the exchanges and of the copies that participants were shown; they are not captured again. Copies
 * that an earlier run could not blank are tried again.
 *
 * @returns how many exchanges were blanked, and what the org kept
 */
export async function eraseExchanges(
  client: OrgClient,
  ids: readonly string[],
): Promise<{ readonly captured: number; readonly refused: readonly RefusedRecord[] }> {
  const outcomes =
    ids.length === 0
      ? []
      : await client.update(
          'Captured_Exchange__c',
          ids.map((Id) => ({ Id, ...withoutTexts(), Status__c: 'Rejected' })),
        );
  const copies = (await client.describe('Capture_Consent__c')) === undefined ? [] : await eraseCopies(client);
  return {
    captured: outcomes.filter(isGone).length,
    refused: [...notGone('Captured_Exchange__c', ids, outcomes), ...copies],
  };
}
