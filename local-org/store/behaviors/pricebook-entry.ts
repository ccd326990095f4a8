import { refuse } from '../save-error.ts';
import type { Behavior } from './behavior.ts';

/** A price is named after its product, exists once in a price book, and elsewhere only beside a standard price. */
export const pricebookEntryBehavior: Behavior = {
  before({ row, prior }, { database }) {
    if (!prior) {
      const product = database.row('SELECT "Name", "ProductCode" FROM "Product2" WHERE "Id" = ?', [
        row['Product2Id'] ?? null,
      ]);
      row['Name'] = product?.[0] ?? null;
      row['ProductCode'] = product?.[1] ?? null;
      const twin = database.value(
        'SELECT "Id" FROM "PricebookEntry" WHERE "Pricebook2Id" = ? AND "Product2Id" = ? AND "IsDeleted" = 0',
        [row['Pricebook2Id'] ?? null, row['Product2Id'] ?? null],
      );
      if (twin !== undefined) {
        throw refuse('DUPLICATE_VALUE', 'This price definition already exists in this price book', [
          'Pricebook2Id',
          'Product2Id',
        ]);
      }
    }
    const [isStandard, standardPrice] =
      database.row(
        `SELECT b."IsStandard", (SELECT e."UnitPrice" FROM "PricebookEntry" e JOIN "Pricebook2" s ON s."Id" = e."Pricebook2Id"
           WHERE s."IsStandard" = 1 AND e."IsDeleted" = 0 AND e."Product2Id" = ?)
         FROM "Pricebook2" b WHERE b."Id" = ?`,
        [row['Product2Id'] ?? null, row['Pricebook2Id'] ?? null],
      ) ?? [];
    if (isStandard !== 0) return;
    if (standardPrice === null || standardPrice === undefined) {
      throw refuse('STANDARD_PRICE_NOT_DEFINED', 'No standard price defined for this product');
    }
    if (row['UseStandardPrice'] === 1) row['UnitPrice'] = standardPrice;
  },
};
