import type { OrgClient } from '../connection/index.ts';
import { soqlText } from '../connection/soql.ts';
import { EXIT, FluencyError } from '../error.ts';
import type { ImportPlan } from './import-model.ts';
import { ImportReport } from './import-report.ts';
import { loadAccounts, loadProducts } from './load-catalogue.ts';
import { loadOpportunities } from './load-opportunities.ts';
import { loadPeople } from './load-people.ts';
import type { Mapping } from './mapping.ts';
import { prepareImport } from './prepare-import.ts';
import type { LoadContext, LoadCount } from './reconcile.ts';

export interface ImportOptions {
  readonly dryRun?: boolean;
  /** Username of who owns deals whose owner could not be created. */
  readonly defaultOwner?: string;
  readonly onProgress?: (done: number, total: number, object: string) => void;
}

export interface ImportOutcome {
  readonly dryRun: boolean;
  readonly rows: number;
  readonly counts: Readonly<Record<string, LoadCount>>;
  readonly report: ImportReport;
}

/**
 * Loads an export into an org: users and roles, products and prices, accounts, deals and line items. Everything is
 * found again by key, so that a second run writes only what is new or differs, and an interrupted one is completed.
 */
export async function importOpportunities(
  client: OrgClient,
  directory: string,
  mapping: Mapping,
  options: ImportOptions = {},
): Promise<ImportOutcome> {
  const report = new ImportReport();
  const plan: ImportPlan = prepareImport(directory, mapping, report);
  const context: LoadContext = {
    client,
    report,
    dryRun: options.dryRun === true,
    counts: {},
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  };
  const defaultOwnerId = options.defaultOwner === undefined ? undefined : await userIdOf(client, options.defaultOwner);
  const users = await loadPeople(context, plan.people, mapping);
  const catalogue = await loadProducts(context, plan.products, mapping);
  const accounts = await loadAccounts(context, plan.accounts, users, mapping);
  const links = { users, accounts, catalogue, ...(defaultOwnerId === undefined ? {} : { defaultOwnerId }) };
  await loadOpportunities(context, plan.opportunities, links, mapping);
  return { dryRun: context.dryRun, rows: plan.opportunityRows, counts: context.counts, report };
}

async function userIdOf(client: OrgClient, username: string): Promise<string> {
  const [user] = await client.query(`SELECT Id FROM User WHERE Username = ${soqlText(username)} AND IsActive = true`);
  if (user?.Id !== undefined) return String(user.Id);
  throw new FluencyError('OWNER_UNKNOWN', 'The default owner is not an active user of this org.', {
    value: username,
    nextStep: 'Pass the username of an active user with --default-owner.',
    exitCode: EXIT.usage,
  });
}
