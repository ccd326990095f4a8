import { soqlText } from '../connection/soql.ts';
import type { ImportOpportunity } from './import-model.ts';
import type { Catalogue } from './load-catalogue.ts';
import type { Mapping } from './mapping.ts';
import { type LoadContext, type WantedRecord, countOf, note, reconcile, refuse } from './reconcile.ts';

export interface OpportunityLinks {
  /** User id by person's name, in lower case. */
  readonly users: ReadonlyMap<string, string>;
  /** Account id by import key. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly catalogue: Catalogue;
  /** Who owns deals whose owner could not be created. */
  readonly defaultOwnerId?: string;
}

/** Creates deals and their one line item. */
export async function loadOpportunities(
  context: LoadContext,
  opportunities: readonly ImportOpportunity[],
  links: OpportunityLinks,
  mapping: Mapping,
): Promise<void> {
  const like = soqlText(`${mapping.keyPrefix}:%`);
  const existing = await context.client.query(
    'SELECT Id, Import_Key__c, Name, StageName, CloseDate, OwnerId, AccountId, Pricebook2Id ' +
      `FROM Opportunity WHERE Import_Key__c LIKE ${like}`,
  );
  const backdated = await canBackdate(context);
  const wanted = opportunities.flatMap((deal) => wantedOpportunity(context, deal, links, backdated) ?? []);
  const ids = await reconcile(context, {
    object: 'Opportunity',
    keyField: 'Import_Key__c',
    upsert: true,
    existing,
    wanted,
  });
  await loadLineItems(context, opportunities, ids, links, like);
}

function wantedOpportunity(
  context: LoadContext,
  deal: ImportOpportunity,
  links: OpportunityLinks,
  backdated: boolean,
): WantedRecord | undefined {
  const owner = links.users.get(deal.owner.toLowerCase()) ?? links.defaultOwnerId;
  const account = deal.accountKey === undefined ? null : links.accounts.get(deal.accountKey.toLowerCase());
  const want = { key: deal.key, source: deal };
  if (owner === undefined) {
    countOf(context, 'Opportunity').refused += 1;
    refuse(
      context,
      'Opportunity',
      want,
      'owner-missing',
      `the user of ${deal.owner} could not be created (see above); use --default-owner`,
    );
    return undefined;
  }
  if (account === undefined) {
    countOf(context, 'Opportunity').refused += 1;
    refuse(context, 'Opportunity', want, 'account-missing', 'its account was refused (see above)');
    return undefined;
  }
  return {
    ...want,
    record: {
      Name: deal.name,
      StageName: deal.stage,
      CloseDate: deal.closeDate,
      OwnerId: owner,
      AccountId: account,
      Pricebook2Id: links.catalogue.pricebookId,
    },
    // Afterwards the org computes the amount from the line items.
    createOnly: {
      Amount: deal.value,
      ...(backdated && deal.openedOn !== undefined ? { CreatedDate: `${deal.openedOn}T09:00:00.000Z` } : {}),
    },
  };
}

/** True where the user may set the date of creation ("Set Audit Fields upon Record Creation"). */
async function canBackdate(context: LoadContext): Promise<boolean> {
  const fields = await context.client.describe('Opportunity');
  return fields?.some((field) => field.name === 'CreatedDate' && field.createable) === true;
}

/**
 * A line item has no key of its own: what is there is read first. Inserted by collections, because a bulk job that
 * outlives a killed import would insert behind the next one's back.
 */
async function loadLineItems(
  context: LoadContext,
  opportunities: readonly ImportOpportunity[],
  ids: ReadonlyMap<string, string>,
  { catalogue }: OpportunityLinks,
  like: string,
): Promise<void> {
  const object = 'OpportunityLineItem';
  const rows = await context.client.query(
    `SELECT Id, OpportunityId, PricebookEntryId, UnitPrice FROM OpportunityLineItem WHERE Opportunity.Import_Key__c LIKE ${like}`,
  );
  const known = new Map(rows.map((row) => [`${String(row['OpportunityId'])} ${String(row['PricebookEntryId'])}`, row]));
  const count = countOf(context, object);
  const created: (WantedRecord & { record: { OpportunityId: string } })[] = [];
  const changed: WantedRecord[] = [];
  for (const deal of opportunities) {
    const opportunityId = ids.get(deal.key.toLowerCase());
    const entry = catalogue.entries.get(deal.productKey);
    if (opportunityId === undefined) continue;
    if (entry === undefined) {
      count.refused += 1;
      refuse(
        context,
        object,
        { key: deal.key, source: deal },
        'product-missing',
        'its product or price was refused (see above)',
      );
      continue;
    }
    const row = known.get(`${opportunityId} ${entry}`);
    if (row === undefined) {
      const record = { OpportunityId: opportunityId, PricebookEntryId: entry, Quantity: 1, UnitPrice: deal.value };
      created.push({ key: deal.key, record, source: deal });
    } else if (Number(row['UnitPrice']) !== deal.value) {
      changed.push({ key: deal.key, record: { Id: String(row.Id), UnitPrice: deal.value }, source: deal });
    } else {
      count.unchanged += 1;
    }
  }
  if (context.dryRun) {
    count.created += created.length;
    count.updated += changed.length;
    return;
  }
  const inserted = await context.client.insert(
    object,
    created.map((want) => want.record),
    {
      bulk: false,
      onChunk: (start, done) => context.onProgress?.(start + done.length, created.length, object),
    },
  );
  inserted.forEach((outcome, index) => created[index] && note(context, object, created[index], outcome, 'created'));
  const updated = await context.client.update(
    object,
    changed.map((want) => want.record),
  );
  updated.forEach((outcome, index) => changed[index] && note(context, object, changed[index], outcome, 'updated'));
}
