import { QueryFixture } from './query-fixture.ts';

/** Two accounts with opportunities, owned by two people; one opportunity has no account and no amount. */
export function salesOrg() {
  const org = new QueryFixture();
  const ann = org.add('User', {
    Name: 'Ann Ash',
    FirstName: 'Ann',
    LastName: 'Ash',
    Username: 'ann@x.y',
    City: 'Rome',
  });
  const ben = org.add('User', {
    Name: 'Ben Bay',
    FirstName: 'Ben',
    LastName: 'Bay',
    Username: 'ben@x.y',
    City: 'Oslo',
  });
  const acme = org.add('Account', { Name: 'Acme', Industry: 'Banking', OwnerId: ann });
  const globex = org.add('Account', { Name: 'globex', Industry: 'Energy', OwnerId: ben });
  const deal = (name: string, values: Record<string, string | number | boolean | null>) =>
    org.add('Opportunity', { Name: name, StageName: 'Prospecting', CloseDate: '2026-03-31', OwnerId: ann, ...values });
  const first = deal('First', { AccountId: acme, Amount: 100, CloseDate: '2026-03-10' });
  const second = deal('second', { AccountId: acme, Amount: 300.5, OwnerId: ben, StageName: 'Closed Won', IsWon: true });
  const third = deal('Third', { AccountId: globex, Amount: 200, CloseDate: '2026-04-01', StageName: 'Qualification' });
  const orphan = deal('Orphan', { CloseDate: '2025-12-31' });
  return { org, ann, ben, acme, globex, first, second, third, orphan };
}
