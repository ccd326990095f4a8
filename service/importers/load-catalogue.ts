import { soqlText } from '../connection/soql.ts';
import { FluencyError } from '../error.ts';
import type { ImportAccount, ImportProduct } from './import-model.ts';
import type { Mapping } from './mapping.ts';
import { type LoadContext, reconcile } from './reconcile.ts';

export interface Catalogue {
  readonly pricebookId: string;
  /** Price book entry by product key. */
  readonly entries: ReadonlyMap<string, string>;
}

/** Creates products and their standard prices. */
export async function loadProducts(
  context: LoadContext,
  products: readonly ImportProduct[],
  mapping: Mapping,
): Promise<Catalogue> {
  const [[pricebook] = [], existing = [], entries = []] = await context.client.queryMany([
    'SELECT Id FROM Pricebook2 WHERE IsStandard = true',
    `SELECT Id, Import_Key__c, Name, Family, IsActive FROM Product2 WHERE Import_Key__c LIKE ${soqlText(`${mapping.keyPrefix}:%`)}`,
    `SELECT Id, Product2Id, Product2.Import_Key__c, UnitPrice, IsActive FROM PricebookEntry WHERE Pricebook2.IsStandard = true AND Product2.Import_Key__c LIKE ${soqlText(`${mapping.keyPrefix}:%`)}`,
  ]);
  if (pricebook?.Id === undefined) {
    throw new FluencyError('PRICE_BOOK_UNREADABLE', 'The standard price book cannot be read.', {
      nextStep: 'Make the standard price book active, and give the user read access to products and price books.',
    });
  }
  const pricebookId = String(pricebook.Id);
  const ids = await reconcile(context, {
    object: 'Product2',
    keyField: 'Import_Key__c',
    upsert: true,
    existing,
    wanted: products.map((product) => ({
      key: product.key,
      record: { Name: product.name, Family: product.family ?? null, IsActive: true },
      source: product,
    })),
  });
  const entryIds = await reconcile(context, {
    object: 'PricebookEntry',
    keyField: 'Product2Id',
    upsert: false,
    existing: entries,
    wanted: products.flatMap((product) => {
      const id = ids.get(product.key.toLowerCase());
      if (id === undefined) return [];
      return [
        {
          key: id,
          record: { UnitPrice: product.price, IsActive: true },
          createOnly: { Pricebook2Id: pricebookId },
          source: product,
        },
      ];
    }),
  });
  const byProduct = products.flatMap((product): [string, string][] => {
    const entry = entryIds.get((ids.get(product.key.toLowerCase()) ?? '').toLowerCase());
    return entry === undefined ? [] : [[product.key, entry]];
  });
  return { pricebookId, entries: new Map(byProduct) };
}

/** Creates accounts, then the links to their parents. @returns account id by import key */
export async function loadAccounts(
  context: LoadContext,
  accounts: readonly ImportAccount[],
  users: ReadonlyMap<string, string>,
  mapping: Mapping,
): Promise<Map<string, string>> {
  const existing = await context.client.query(
    'SELECT Id, Import_Key__c, Name, Industry, SicDesc, Description, AnnualRevenue, NumberOfEmployees, BillingCountry, OwnerId, ParentId ' +
      `FROM Account WHERE Import_Key__c LIKE ${soqlText(`${mapping.keyPrefix}:%`)}`,
  );
  const load = (some: readonly ImportAccount[], parents: ReadonlyMap<string, string>): Promise<Map<string, string>> =>
    reconcile(context, {
      object: 'Account',
      keyField: 'Import_Key__c',
      upsert: true,
      existing,
      wanted: some.map((account) => {
        const owner = account.owner === undefined ? undefined : users.get(account.owner.toLowerCase());
        const parent = account.parentKey === undefined ? undefined : parents.get(account.parentKey.toLowerCase());
        return {
          key: account.key,
          record: {
            Name: account.name,
            Industry: account.industry ?? null,
            SicDesc: account.sector ?? null,
            // YearStarted exists only where Data.com is licensed.
            Description: account.yearStarted === undefined ? null : `Established ${account.yearStarted}`,
            AnnualRevenue: account.annualRevenue ?? null,
            NumberOfEmployees: account.employees ?? null,
            BillingCountry: account.country ?? null,
            ...(owner === undefined ? {} : { OwnerId: owner }),
            ...(parent === undefined ? {} : { ParentId: parent }),
          },
          source: account,
        };
      }),
    });
  // Level by level, so that a parent exists before it is named; what is in a circle comes last, without a parent.
  const ids = new Map<string, string>();
  let waiting = [...accounts];
  while (waiting.length > 0) {
    const isReady = (account: ImportAccount): boolean =>
      account.parentKey === undefined || !waiting.some((other) => other.key === account.parentKey);
    const ready = waiting.filter(isReady);
    const level = ready.length > 0 ? ready : waiting;
    for (const [key, id] of await load(level, ids)) ids.set(key, id);
    waiting = ready.length > 0 ? waiting.filter((account) => !isReady(account)) : [];
  }
  return ids;
}
