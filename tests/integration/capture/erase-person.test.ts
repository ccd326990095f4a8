import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CapturedMail, EXCHANGE_TEXTS } from '../../../core/capture/index.ts';
import { Ledger, parseMail } from '../../../service/capture/index.ts';
import type { OrgClient } from '../../../service/connection/index.ts';
import { settleExchanges } from '../../../service/exchanges/index.ts';
import { exchangesNaming } from '../../../service/privacy/captured-texts.ts';
import { erasePerson, findPerson, planErasure } from '../../../service/privacy/index.ts';
import { openReplica } from '../../../service/replica/index.ts';
import { type TestOrg, startDeployedOrg } from '../support/deployed-org.ts';
import { exchange, sourceOf } from '../support/mails.ts';
import { refuseWhere } from '../support/refusing-rule.ts';
import { SmallWorld } from '../support/small-world.ts';

jest.setTimeout(120_000);

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;

beforeAll(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  client = await org.connect();
});

afterAll(() => org.close());

const captured = (
  key: string,
  original: string,
  participants: readonly object[] = [],
  fields: Readonly<Record<string, string | null>> = {},
): void => {
  world.insert('Captured_Exchange__c', [
    {
      Key__c: key,
      Status__c: 'Draft',
      Consent__c: 'Notice',
      Source__c: 'Mbox',
      Question_Title__c: `Title ${key}`,
      Original__c: original,
      Participants__c: JSON.stringify(participants),
      ...fields,
    },
  ]);
};
const textsOf = (key: string): unknown[] => {
  const [row] = world.rows(`SELECT ${EXCHANGE_TEXTS.join(', ')} FROM Captured_Exchange__c WHERE Key__c = '${key}'`);
  return EXCHANGE_TEXTS.map((field) => row?.[field]).filter((text) => text !== null);
};

it('erases the texts of captured exchanges that name the person, with every copy, and no others', async () => {
  captured('by-address', 'Ask ANA@acme.example', [{ address: 'ben@acme.example', role: 'asked' }]);
  captured('by-name', 'Thanks, Ana!');
  captured('other', 'Bananas for ben@acme.example, diana@acme.example', [
    { address: 'ben@acme.example', role: 'asked' },
  ]);
  await settleExchanges(client);
  const replica = await openReplica(':memory:');
  const plan = await planErasure(client, await findPerson(client, 'ana@acme.example'));
  expect(plan.captured).toHaveLength(2);
  expect(await erasePerson(client, replica, plan, { now: new Date() })).toMatchObject({ captured: 2, refused: [] });
  await replica.close();
  expect([textsOf('by-address'), textsOf('by-name')]).toEqual([[], []]);
  expect(textsOf('other')).not.toEqual([]);
  expect(
    world
      .rows('SELECT Question_Title__c FROM Capture_Consent__c ORDER BY Question_Title__c NULLS LAST')
      .map((row) => row['Question_Title__c']),
  ).toEqual(['Title other', null]);
  expect((await planErasure(client, await findPerson(client, 'ana@acme.example'))).captured).toEqual([]);
});

it('says which copies the org kept, and tries them again with the next run', async () => {
  captured('copied', 'Ask ana@acme.example', [{ address: 'ben@acme.example', role: 'asked' }]);
  await settleExchanges(client);
  const erase = async () => {
    const replica = await openReplica(':memory:');
    const plan = await planErasure(client, await findPerson(client, 'ana@acme.example'));
    const { refused } = await erasePerson(client, replica, plan, { now: new Date() });
    await replica.close();
    return refused;
  };
  const key = `copied:${world.users.ben}`;
  const title = () =>
    world.rows(`SELECT Question_Title__c FROM Capture_Consent__c WHERE Key__c = '${key}'`)[0]?.['Question_Title__c'];
  const lift = await refuseWhere(client, 'Capture_Consent__c', `AND(ISCHANGED(Question_Title__c), Key__c = "${key}")`);
  const kept = [{ object: 'Capture_Consent__c', key, reason: expect.stringContaining('Kept as it is.') }];
  expect(await erase()).toEqual(kept);
  expect(await erase()).toEqual(kept);
  expect((await settleExchanges(client)).refused).toEqual(kept);
  expect(title()).toBe('Title copied');
  await lift();
  expect(await erase()).toEqual([]);
  expect(title()).toBeNull();
});

it('reads decided exchanges only where a text was left in them', async () => {
  captured('left', 'Thanks, Ben!', [], { Status__c: 'Rejected' });
  captured('left-without-title', 'Thanks, Ben!', [], {
    Status__c: 'Rejected',
    Question_Title__c: null,
    Subject__c: 'Discount',
  });
  captured('blank', '', [], { Status__c: 'Rejected', Question_Title__c: null, Original__c: null });
  const query = jest.spyOn(client, 'query');
  const named = await exchangesNaming(client, await findPerson(client, 'ben@acme.example'));
  const read = (
    await Promise.all(query.mock.results.map(({ value }) => value as ReturnType<OrgClient['query']>))
  ).flat();
  query.mockRestore();
  const idOf = (key: string): unknown =>
    world.rows(`SELECT Id FROM Captured_Exchange__c WHERE Key__c = '${key}'`)[0]?.['Id'];
  expect(named).toEqual(expect.arrayContaining([idOf('left'), idOf('left-without-title'), idOf('other')]));
  expect(read.map(({ Id }) => Id)).not.toContain(idOf('blank'));
});

it('erases the threads that name the person from the ledger, and from its file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fluency-erase-'));
  const file = join(folder, 'ledger.db');
  const ledger = Ledger.open(file);
  const mails = await Promise.all(
    [...exchange(1).map((mail) => ({ ...mail, from: 'Zoe Quist <zoe.quist@corp.example>' })), ...exchange(2)].map(
      async (mail) => (await parseMail(Buffer.from(sourceOf(mail)))).mail,
    ),
  );
  expect(ledger.store('test', mails, undefined)).toMatchObject({ added: 4 });
  expect(ledger.eraseNaming(['ZOE.quist@corp.example'])).toBe(1);
  expect(ledger.dirtyThreads(10)).toHaveLength(1);
  expect(ledger.eraseNaming(['zoe.quist@corp.example'])).toBe(0);
  // A name in another script, in capitals, at the beginning of a line; and one that is a part of a word.
  const [mail] = mails.slice(-1);
  const named = {
    ...mail,
    id: 'named@x',
    references: [],
    inReplyTo: [],
    subject: 'Список',
    text: 'Hello\nАНДРЕЙ wrote',
  };
  ledger.store('test', [named as CapturedMail], undefined);
  expect(ledger.eraseNaming(['Андре'])).toBe(0);
  expect(ledger.eraseNaming(['Андрей'])).toBe(1);
  // It is not captured again.
  expect(ledger.store('test', mails, undefined)).toMatchObject({ added: 0, known: 2, erased: 2 });
  ledger.close();
  expect(readFileSync(file).includes('zoe.quist')).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});
