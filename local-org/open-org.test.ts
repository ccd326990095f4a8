import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedOrg } from './embedded-org.ts';
import { metadataFile, packageOf } from './metadata/package-fixture.ts';
import { openOrg } from './open-org.ts';
import type { Actor } from './security/types.ts';

let directory: string;
let org: EmbeddedOrg;
let admin: Actor;

function open(): void {
  org = openOrg({ directory, organization: { timeZone: 'UTC' } });
  const actor = org.actorByUsername('admin@fluency.local');
  if (!actor) throw new Error('There is no administrator');
  admin = actor;
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'local-org-'));
  open();
});
afterEach(() => {
  org.close();
  rmSync(directory, { recursive: true, force: true });
});

const rank = (attributes: string): string =>
  `<fields><fullName>Rank__c</fullName><label>Rank</label><description>d</description>${attributes}</fields>`;
const NUMBER = rank('<type>Number</type><precision>3</precision><scale>0</scale>');

const idea = (...parts: readonly string[]): string =>
  metadataFile(
    'CustomObject',
    `<deploymentStatus>Deployed</deploymentStatus><description>d</description><label>Idea</label><pluralLabel>Ideas</pluralLabel>
     <nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>${parts.join('')}`,
  );
const deploy = (object: string, checkOnly = false) =>
  org.deploy(admin, packageOf({ 'objects/Idea__c.object': object }, ['CustomObject:Idea__c']), { checkOnly });

it('has what every org has', () => {
  const names = (object: string, field = 'Name') =>
    org.soql(admin, `SELECT ${field} FROM ${object} ORDER BY Id`).records.map((row) => row[field]);
  expect(names('Organization')).toEqual(['Fluency']);
  expect(names('Profile')).toEqual(['System Administrator', 'Standard User', 'Minimum Access - Salesforce']);
  expect(names('OpportunityStage', 'ApiName')).toHaveLength(10);
  expect(names('Pricebook2')).toEqual(['Standard Price Book']);
  expect(names('User', 'Username')).toEqual(['admin@fluency.local']);
  expect(org.organizationId).toMatch(/^00D/);
});

it('takes a new object into use at once, and keeps it with its records over a restart', () => {
  expect(deploy(idea(NUMBER))).toMatchObject({ success: true });
  const { store } = org;
  const [result] = store.insert(admin, 'Idea__c', [{ Name: 'First', Rank__c: 7 }]);
  org.close();
  open();
  expect(org.record(admin, 'Idea__c', result?.id ?? '')).toMatchObject({ Name: 'First', Rank__c: 7 });
});

it('changes a deployed object without losing its records', () => {
  deploy(idea(NUMBER));
  const { store } = org;
  const [result] = store.insert(admin, 'Idea__c', [{ Name: 'First', Rank__c: 7 }]);
  expect(deploy(idea(rank('<type>Text</type><length>10</length>')))).toMatchObject({ success: true });
  expect(org.record(admin, 'Idea__c', result?.id ?? '')).toMatchObject({ Rank__c: '7' });
  expect(store.insert(admin, 'Idea__c', [{ Name: 'Second', Rank__c: 'high' }])).toMatchObject([{ success: true }]);
});

it('changes nothing when a deploy is refused, only checked, or breaks in the middle', () => {
  deploy(idea(NUMBER));
  org.store.insert(admin, 'Idea__c', [
    { Name: 'a', Rank__c: 1 },
    { Name: 'b', Rank__c: 1 },
  ]);
  const { schema } = org;
  expect(deploy(idea(rank('<type>Nonsense</type>')))).toMatchObject({ success: false });
  expect(deploy(idea(), true)).toMatchObject({ success: true });
  const unique = NUMBER.replace('</fields>', '<unique>true</unique><externalId>true</externalId></fields>');
  expect(deploy(idea(unique))).toMatchObject({
    success: false,
    componentFailures: [{ componentType: 'CustomField', fullName: 'Idea__c.Rank__c' }],
  });
  expect(org.schema).toBe(schema);
  expect(org.soql(admin, 'SELECT Rank__c FROM Idea__c').records).toMatchObject([{ Rank__c: 1 }, { Rank__c: 1 }]);
  expect(org.store.insert(admin, 'Idea__c', [{ Name: 'c', Rank__c: 1 }])).toMatchObject([{ success: true }]);
});

it('is deployed to only by whoever may', () => {
  const [made] = org.store.insert(admin, 'User', [
    {
      Username: 'rep@example.com',
      LastName: 'Rep',
      Email: 'rep@example.com',
      Alias: 'rep',
      ProfileId: org.permissions.profileId('Standard User') ?? null,
      TimeZoneSidKey: 'Asia/Tokyo',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    },
  ]);
  const rep = org.actorById(made?.id ?? '');
  if (!rep) throw new Error(JSON.stringify(made));
  expect(() => org.deploy(rep, packageOf({}, []))).toThrow('Modify Metadata');
});

it('reckons a day in the time zone of whoever asks', () => {
  const evening = new Date('2026-03-10T20:00:00Z');
  const [made] = org.store.insert(admin, 'User', [
    {
      Username: 'tokyo@example.com',
      LastName: 'Tokyo',
      Email: 'tokyo@example.com',
      Alias: 'tokyo',
      ProfileId: org.permissions.profileId('Standard User') ?? null,
      TimeZoneSidKey: 'Asia/Tokyo',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    },
  ]);
  const tokyo = org.actorById(made?.id ?? '');
  if (!tokyo) throw new Error(JSON.stringify(made));
  org.at(evening, () => {
    org.store.insert(tokyo, 'Opportunity', [{ Name: 'D', StageName: 'Prospecting', CloseDate: '2026-03-11' }]);
    const closingToday = 'SELECT Id FROM Opportunity WHERE CloseDate = TODAY';
    expect([org.soql(tokyo, closingToday).totalSize, org.soql(admin, closingToday).totalSize]).toEqual([1, 0]);
  });
});
