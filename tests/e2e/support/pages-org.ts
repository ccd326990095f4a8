import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerPages, type RegisteredPages } from '../../../local-org/pages/index.ts';
import type { Row } from '../../../local-org/org.ts';
import type { Actor } from '../../../local-org/security/types.ts';
import { startLocalOrg } from '../../../local-org/start.ts';
import type { RecordInput } from '../../../local-org/store/types.ts';
import { pageMetadata } from './page-metadata.ts';

export interface PagesOrg {
  readonly url: string;
  readonly dealId: string;
  readonly repId: string;
  close(): Promise<void>;
}

/** An org with two people, three deals and the fixture pages, served with the person switcher on. */
export async function startPagesOrg(fixtures: string): Promise<PagesOrg> {
  const directory = mkdtempSync(join(tmpdir(), 'pages-'));
  let pages: RegisteredPages | undefined;
  const { url, org, close } = await startLocalOrg({
    directory,
    personSwitcher: true,
    pages: async (app, served, services) => {
      // Compiled modules outlive the test's directory: the second run is quick.
      pages = await registerPages(app, served, { ...services, cacheFolder: join(process.cwd(), '.cache/pages') });
    },
  });
  for (const component of pageMetadata(fixtures)) org.metadata.put(component);
  const admin = org.actorByUsername('admin@fluency.local');
  if (admin === undefined) throw new Error('A new org has an administrator.');
  const add = (actor: Actor, object: string, record: RecordInput): string => {
    const [result] = org.store.insert(actor, object, [record]);
    if (result?.id === undefined) throw new Error(`${object}: ${result?.errors[0]?.message ?? 'not saved'}`);
    return result.id;
  };
  const [profile] = org.soql(admin, "SELECT Id FROM Profile WHERE Name = 'Standard User'").records as readonly Row[];
  const person = (first: string, last: string, title: string): Actor => {
    const username = `${first}.${last}@example.com`.toLowerCase();
    const userId = add(admin, 'User', {
      FirstName: first,
      LastName: last,
      Username: username,
      Email: username,
      Alias: first.slice(0, 8),
      Title: title,
      ProfileId: String(profile?.['Id']),
      TimeZoneSidKey: 'America/New_York',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
    return { userId, username };
  };
  const rep = person('Rosa', 'Rep', 'Account Executive');
  person('Max', 'Manager', 'Sales Manager');
  const accountId = add(rep, 'Account', { Name: 'Globex' });
  const deal = (name: string, stage: string, amount: number, close: string): string =>
    add(rep, 'Opportunity', { Name: name, StageName: stage, Amount: amount, CloseDate: close, AccountId: accountId });
  const dealId = deal('Globex renewal', 'Proposal/Price Quote', 1000, '2027-01-31');
  deal('Initech pilot', 'Prospecting', 9000, '2027-02-28');
  deal("O'Neil 100%", 'Closed Won', 500, '2026-10-01');
  await pages?.build();
  return {
    url,
    dealId,
    repId: rep.userId,
    close: async () => {
      await close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
