import type { OrgClient } from '../../../service/connection/index.ts';
import { settleExchanges } from '../../../service/exchanges/index.ts';
import { EXCHANGE_TEXTS } from '../../../core/capture/index.ts';
import { startCaptureWorld } from '../support/capture-world.ts';
import { type CapturedExchanges, PARTICIPANTS, approval } from '../support/captured-exchanges.ts';
import type { TestOrg } from '../support/deployed-org.ts';
import type { SmallWorld } from '../support/small-world.ts';

jest.setTimeout(120_000);

const OBJECT = 'Captured_Exchange__c';

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let exchanges: CapturedExchanges;

beforeAll(async () => {
  ({ org, world, client, exchanges } = await startCaptureWorld());
});

afterAll(() => org.close());

const questions = (key: string) =>
  world.rows(
    `SELECT Id, Title__c, Body__c, OwnerId, Source__c, Status__c FROM Question__c WHERE Thread_Key__c = '${key}'`,
  );
const answersOf = (question: unknown) =>
  world.rows(
    `SELECT Body__c, OwnerId, Author_Name__c, Source__c FROM Answer__c WHERE Question__c = '${String(question)}' ORDER BY Id`,
  );

describe('what was approved', () => {
  it('is published as it was approved, owned by whoever wrote it, and its draft is erased', async () => {
    const id = exchanges.draft('one');
    await settleExchanges(client);
    expect(questions('one')).toHaveLength(0);
    // The thread goes on after the approval: what is published is what was approved.
    exchanges.approve(id, approval('one'));
    world.update(OBJECT, { Id: id, Question_Body__c: 'Not reviewed' });

    expect(await settleExchanges(client)).toMatchObject({ published: 1, answers: 2, refused: [] });
    const [question] = questions('one');
    expect(question).toMatchObject({ Title__c: 'Edited one', OwnerId: world.users.ana, Source__c: 'E-mail' });
    expect(question?.['Body__c']).toBe('<p>How much &lt;b&gt;may&lt;/b&gt; we give?</p>');
    expect(answersOf(question?.['Id'])).toMatchObject([
      { Body__c: '<p>Answer 1, edited.</p>', OwnerId: world.users.ben, Author_Name__c: null },
      { Body__c: '<p>Answer 2, edited.</p>', Author_Name__c: 'Guest', Source__c: 'E-mail' },
    ]);
    expect(
      world.rows(`SELECT Tag__r.Name FROM Tagging__c WHERE Question__c = '${String(question?.['Id'])}'`),
    ).toHaveLength(2);
    expect(exchanges.record(id)).toMatchObject({ Status__c: 'Approved', Question__c: question?.['Id'] });
    expect(exchanges.texts(id)).toEqual([]);
    expect(exchanges.consents(id).map((row) => row['Draft__c'])).toEqual([null, null]);

    expect(await settleExchanges(client)).toMatchObject({ published: 0, refused: [] });
  });

  it('is published once, wherever an earlier run was killed', async () => {
    const id = exchanges.draft('killed');
    exchanges.approve(id, approval('killed'));
    // The question and one answer are there, nothing else.
    const [question = ''] = world.insert('Question__c', [
      { Title__c: 'Edited killed', Status__c: 'Open', Source__c: 'E-mail', Thread_Key__c: 'killed' },
    ]);
    await settleExchanges(client);
    // As if the exchange had not been closed.
    world.update(OBJECT, {
      Id: id,
      Question__c: null,
      Approved_Draft__c: approval('killed'),
      Answers__c: JSON.stringify([1, 2].map((n) => ({ author: '', body: '', messageKey: `killed-${n}@x` }))),
    });
    expect(await settleExchanges(client)).toMatchObject({ published: 1, answers: 0, refused: [] });
    expect(questions('killed')).toHaveLength(1);
    expect(answersOf(question)).toHaveLength(2);
  });

  it('is merged into a question there is', async () => {
    const [known = ''] = world.insert('Question__c', [{ Title__c: 'Known', Status__c: 'Open', Source__c: 'Web' }]);
    const id = exchanges.draft('merged');
    exchanges.approve(id, approval('merged', { mergeInto: known }));
    expect(await settleExchanges(client)).toMatchObject({ published: 1, answers: 2 });
    expect(questions('merged')).toHaveLength(0);
    expect(answersOf(known)).toHaveLength(2);
    expect(exchanges.record(id)['Question__c']).toBe(known);
  });

  it('is told where it cannot be published, and loses nothing', async () => {
    const id = exchanges.draft('broken');
    exchanges.approve(id, '{"title":"T","body":"","answers":[{"messageKey":"other","body":"Forged"}],"tags":[]}');
    expect((await settleExchanges(client)).refused).toMatchObject([
      { key: 'broken', reason: expect.stringContaining('review it again') as string },
    ]);
    expect(exchanges.texts(id)).not.toEqual([]);
    world.update(OBJECT, { Id: id, Status__c: 'Rejected' });
  });

  it('stays unpublished where the approval or a consent is taken back while others are published', async () => {
    const keys = ['first', 'undone', 'refused'];
    const [first, undone, refused] = keys.map((key) => exchanges.draft(key));
    await settleExchanges(client);
    [first, undone, refused].forEach((id, i) => exchanges.approve(id ?? '', approval(keys[i] ?? '')));
    const insert = client.insert.bind(client);
    const spy = jest.spyOn(client, 'insert').mockImplementation((object, records) => {
      if (object === 'Question__c' && records[0]?.['Thread_Key__c'] === 'first') {
        world.update(OBJECT, { Id: undone ?? '', Status__c: 'Draft', Approved_Draft__c: null });
        const own = exchanges.consents(refused ?? '').find((row) => row['OwnerId'] === world.users.ben);
        world.update('Capture_Consent__c', { Id: String(own?.['Id']), Decision__c: 'Refused' });
      }
      return insert(object, records);
    });
    expect(await settleExchanges(client)).toMatchObject({ published: 1, refused: [] });
    spy.mockRestore();
    expect([questions('undone'), questions('refused')]).toEqual([[], []]);
    expect(await settleExchanges(client)).toMatchObject({ published: 0, erased: 1 });
    expect(exchanges.texts(refused ?? '')).toEqual([]);
    // A page that was open since before the publication cannot take it back.
    const late = { Id: first ?? '', Status__c: 'Draft', Approved_Draft__c: null };
    expect(org.org.store.update(world.actor('manager'), OBJECT, [late])[0]?.errors).toMatchObject([
      { message: 'This exchange was published meanwhile.' },
    ]);
    world.update(OBJECT, { Id: undone ?? '', Status__c: 'Rejected' });
  });
});

describe('consent', () => {
  it('is asked of everybody, and nothing is published before all agreed', async () => {
    const id = exchanges.draft('asked', { Consent__c: 'Pending', Participants__c: JSON.stringify(PARTICIPANTS) });
    exchanges.approve(id, approval('asked'));
    expect(await settleExchanges(client)).toMatchObject({ published: 0, asked: 2, waiting: 1 });
    const rows = exchanges.consents(id);
    expect(rows.map((row) => row['OwnerId']).sort()).toEqual([world.users.ana, world.users.ben].sort());
    // As it would be published: as it was approved.
    expect(rows[0]?.['Draft__c']).toContain('Answer 1, edited.');
    expect(rows[0]?.['Draft__c']).not.toContain('All of it');

    for (const person of ['ana', 'ben'] as const) {
      expect(await settleExchanges(client)).toMatchObject({ published: 0, asked: 0 });
      expect(exchanges.agree(id, person)?.success).toBe(true);
    }
    expect(await settleExchanges(client)).toMatchObject({ published: 1, waiting: 0 });
    expect(questions('asked')).toHaveLength(1);
  });

  it('that is refused later erases what waits, to the last copy', async () => {
    const id = exchanges.draft('later');
    await settleExchanges(client);
    expect(exchanges.consents(id).map((row) => row['Question_Title__c'])).toEqual(['Title later', 'Title later']);
    const no = { Key__c: world.users.ben, Decision__c: 'Refused' };
    expect(org.org.store.insert(world.actor('ben'), 'Capture_Consent__c', [no])[0]?.success).toBe(true);

    expect(await settleExchanges(client)).toMatchObject({ erased: 1, published: 0 });
    expect(exchanges.record(id)).toMatchObject({ Status__c: 'Rejected', Consent__c: 'Refused' });
    expect(exchanges.texts(id)).toEqual([]);
    expect(exchanges.consents(id).map((row) => row['Draft__c'])).toEqual([null, null]);
  });

  it('is everybody’s own', () => {
    const insertAs = (person: 'ana' | 'manager', key: string) =>
      org.org.store.insert(world.actor(person), 'Capture_Consent__c', [{ Key__c: key, Decision__c: 'Agreed' }])[0];
    expect(insertAs('ana', world.users.manager)?.errors).toMatchObject([
      { message: 'You can only decide for yourself.' },
    ]);
    const [row] = world.rows(`SELECT Id FROM Capture_Consent__c WHERE Key__c = '${world.users.ben}'`);
    const change = { Id: String(row?.['Id']), Decision__c: 'Agreed' };
    expect(org.org.store.update(world.actor('manager'), 'Capture_Consent__c', [change])[0]?.success).toBe(false);
    expect(insertAs('manager', world.users.manager)?.success).toBe(true);
    expect(
      org.org.soql(world.actor('ana'), `SELECT Id FROM Capture_Consent__c WHERE Key__c = '${world.users.ben}'`)
        .totalSize,
    ).toBe(0);
  });
});

it('what a reviewer rejects is gone from the org, and its copies with the next run', async () => {
  world.remove(String(world.rows(`SELECT Id FROM Capture_Consent__c WHERE Key__c = '${world.users.ben}'`)[0]?.['Id']));
  const id = exchanges.draft('rejected');
  await settleExchanges(client);
  const blank = Object.fromEntries(EXCHANGE_TEXTS.map((field) => [field, null]));
  const rejected = { Id: id, Status__c: 'Rejected', ...blank };
  expect(org.org.store.update(world.actor('manager'), OBJECT, [rejected])[0]?.success).toBe(true);
  expect(exchanges.texts(id)).toEqual([]);
  await settleExchanges(client);
  expect(exchanges.consents(id).map((row) => row['Draft__c'])).toEqual([null, null]);
  // A capture that was writing its draft at that moment puts the texts back.
  world.update(OBJECT, { Id: id, Question_Title__c: 'Back', Original__c: 'All of it' });
  await settleExchanges(client);
  expect(exchanges.texts(id)).toEqual([]);
});
