import { asSystem } from '../../security/system-actor.ts';
import type { Actor } from '../../security/types.ts';
import { refuse } from '../save-error.ts';
import type { StoredRow } from '../sql-database.ts';
import { roundTo } from '../values.ts';
import type { WriteMoment } from '../write-moment.ts';
import { changed, numberOf, textOf } from './behavior.ts';
import type { Behavior, BehaviorOrg, Change } from './behavior.ts';

/** The prices of an opportunity's product, and the opportunity's amount as their sum. */
export const opportunityLineItemBehavior: Behavior = {
  before(change, org) {
    if (!change.prior) takeFromPricebook(change, org);
    computePrices(change);
  },
  after(change, org) {
    if (change.prior && !changed(change, 'TotalPrice', 'Quantity')) return;
    sumUp(textOf(change.row, 'OpportunityId'), org, change.actor, change.moment);
  },
  gone(row, org, actor, moment) {
    sumUp(textOf(row, 'OpportunityId'), org, actor, moment);
  },
};

function takeFromPricebook({ row, actor, moment }: Change, org: BehaviorOrg): void {
  const opportunity = org.database.row('SELECT "Name", "Pricebook2Id" FROM "Opportunity" WHERE "Id" = ?', [
    row['OpportunityId'] ?? null,
  ]);
  if (!opportunity) return;
  const [opportunityName, pricebook] = opportunity;
  const entry = org.database.row(
    `SELECT e."Id", e."Pricebook2Id", e."Product2Id", e."UnitPrice", e."IsActive", p."Name", p."ProductCode"
     FROM "PricebookEntry" e JOIN "Product2" p ON p."Id" = e."Product2Id"
     WHERE e."IsDeleted" = 0 AND CASE WHEN ?1 IS NULL THEN e."Product2Id" = ?2 AND e."Pricebook2Id" = ?3 ELSE e."Id" = ?1 END`,
    [row['PricebookEntryId'] ?? null, row['Product2Id'] ?? null, pricebook ?? null],
  );
  if (!entry) {
    throw refuse(
      'FIELD_INTEGRITY_EXCEPTION',
      'field integrity exception: PricebookEntryId (no price book entry of this product)',
      ['PricebookEntryId'],
    );
  }
  const [entryId, entryPricebook, product, listPrice, isActive, productName, productCode] = entry;
  if (isActive !== 1) {
    throw refuse(
      'FIELD_INTEGRITY_EXCEPTION',
      'field integrity exception: PricebookEntryId (pricebook entry has been inactivated)',
      ['PricebookEntryId'],
    );
  }
  if (typeof pricebook === 'string' && pricebook !== entryPricebook) {
    throw refuse(
      'FIELD_INTEGRITY_EXCEPTION',
      'field integrity exception: PricebookEntryId (pricebook entry is in a different pricebook than the one assigned to the opportunity)',
      ['PricebookEntryId'],
    );
  }
  if (typeof pricebook !== 'string') {
    const values = { Pricebook2Id: entryPricebook ?? null };
    org.save(asSystem(actor), 'Opportunity', String(row['OpportunityId']), values, moment);
  }
  row['PricebookEntryId'] = entryId ?? null;
  row['Product2Id'] = product ?? null;
  row['ListPrice'] = listPrice ?? null;
  row['ProductCode'] = productCode ?? null;
  row['Name'] = `${opportunityName} ${productName}`;
  if (row['UnitPrice'] === undefined && row['TotalPrice'] === undefined) row['UnitPrice'] = listPrice ?? null;
}

function computePrices({ row, given }: Change): void {
  const quantity = numberOf(row, 'Quantity') ?? 0;
  const factor = 1 - (numberOf(row, 'Discount') ?? 0) / 100;
  const total = numberOf(given, 'TotalPrice');
  if (total !== undefined && given['UnitPrice'] === undefined && quantity * factor !== 0) {
    row['UnitPrice'] = roundTo(total / (quantity * factor), 2);
    row['TotalPrice'] = total;
  } else {
    row['TotalPrice'] = roundTo((numberOf(row, 'UnitPrice') ?? 0) * quantity * factor, 2);
  }
  row['Subtotal'] = roundTo((numberOf(row, 'UnitPrice') ?? 0) * quantity, 2);
}

/** Without products left the amount stays what it was. */
function sumUp(opportunity: string | undefined, org: BehaviorOrg, actor: Actor, moment: WriteMoment): void {
  if (opportunity === undefined) return;
  const found = org.database.row(
    `SELECT o."IsDeleted", COUNT(l."Id"), SUM(l."TotalPrice"), SUM(l."Quantity") FROM "Opportunity" o
     LEFT JOIN "OpportunityLineItem" l ON l."OpportunityId" = o."Id" AND l."IsDeleted" = 0
     WHERE o."Id" = ? GROUP BY o."Id"`,
    [opportunity],
  );
  const [isDeleted, count, amount, quantity] = found ?? [1];
  if (isDeleted !== 0) return;
  const values: StoredRow =
    Number(count) > 0
      ? { HasOpportunityLineItem: 1, Amount: roundTo(Number(amount), 2), TotalOpportunityQuantity: quantity ?? null }
      : { HasOpportunityLineItem: 0 };
  org.save(asSystem(actor), 'Opportunity', opportunity, values, moment);
}
