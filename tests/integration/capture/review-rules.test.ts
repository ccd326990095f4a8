import { EXCHANGE_TEXTS } from '../../../core/capture/index.ts';
import type { SaveResult } from '../../../local-org/store/types.ts';
import type { OrgClient } from '../../../service/connection/index.ts';
import { settleExchanges } from '../../../service/exchanges/index.ts';
import { startCaptureWorld } from '../support/capture-world.ts';
import { type CapturedExchanges, approval } from '../support/captured-exchanges.ts';
import type { TestOrg } from '../support/deployed-org.ts';
import type { SmallWorld } from '../support/small-world.ts';

jest.setTimeout(120_000);

const OBJECT = 'Captured_Exchange__c';
const BLANK = Object.fromEntries(EXCHANGE_TEXTS.map((field) => [field, null]));

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let exchanges: CapturedExchanges;

beforeAll(async () => {
  ({ org, world, client, exchanges } = await startCaptureWorld());
});

afterAll(() => org.close());

describe('a rejected exchange', () => {
  const erased = [{ message: 'This exchange was rejected meanwhile, and its texts are erased.' }];

  it('is neither approved nor reopened by a page that was open since before', async () => {
    const id = exchanges.draft('stale');
    expect(world.updateAs('manager', OBJECT, { Id: id, Status__c: 'Rejected', ...BLANK })?.success).toBe(true);
    const approved = { Id: id, Status__c: 'Approved', Approved_Draft__c: approval('stale') };
    expect(world.updateAs('manager', OBJECT, approved)?.errors).toMatchObject(erased);
    const reopened = { Id: id, Status__c: 'Draft', Approved_Draft__c: null };
    expect(world.updateAs('manager', OBJECT, reopened)?.errors).toMatchObject(erased);
    expect(world.updateAs('manager', OBJECT, { Id: id, Status__c: 'Rejected', ...BLANK })?.success).toBe(true);
    expect(exchanges.texts(id)).toEqual([]);
    expect(await settleExchanges(client)).toMatchObject({ published: 0, refused: [] });
  });

  it('is reopened with its texts by the page that rejected it, and may be approved then', () => {
    const id = exchanges.draft('restored');
    const texts = Object.fromEntries(EXCHANGE_TEXTS.map((field) => [field, exchanges.record(id)[field] as string]));
    world.updateAs('manager', OBJECT, { Id: id, Status__c: 'Rejected', ...BLANK });
    const straight = { ...texts, Id: id, Status__c: 'Approved', Approved_Draft__c: approval('restored') };
    expect(world.updateAs('manager', OBJECT, straight)?.errors).toMatchObject(erased);
    const back = { ...texts, Id: id, Status__c: 'Draft', Approved_Draft__c: null };
    expect(world.updateAs('manager', OBJECT, back)?.success).toBe(true);
    expect(exchanges.texts(id)).not.toEqual([]);
    expect(() => exchanges.approve(id, approval('restored'))).not.toThrow();
    world.update(OBJECT, { Id: id, Status__c: 'Rejected' });
  });
});

it('an approved exchange whose texts are gone is rejected by the next run, which is stuck on nothing', async () => {
  const id = exchanges.draft('emptied');
  await settleExchanges(client);
  // As an org has it in which it was approved after somebody else had rejected it.
  world.update(OBJECT, { ...BLANK, Id: id, Status__c: 'Approved', Approved_Draft__c: approval('emptied') });
  expect(await settleExchanges(client)).toMatchObject({ published: 0, erased: 1, refused: [] });
  expect(exchanges.record(id)['Status__c']).toBe('Rejected');
  expect(exchanges.texts(id)).toEqual([]);
  expect(exchanges.consents(id).map((row) => row['Question_Title__c'])).toEqual([null, null]);
  expect(await settleExchanges(client)).toMatchObject({ published: 0, erased: 0, refused: [] });
});

it('what was approved to be added to a question goes to the one that it repeats by now', async () => {
  const [original = '', repeated = ''] = world.insert(
    'Question__c',
    ['Original?', 'Repeated?'].map((Title__c) => ({ Title__c, Status__c: 'Open', Source__c: 'Web' })),
  );
  const id = exchanges.draft('merged');
  exchanges.approve(id, approval('merged', { mergeInto: repeated }));
  world.update('Question__c', { Id: repeated, Status__c: 'Duplicate', Duplicate_Of__c: original });
  expect(await settleExchanges(client)).toMatchObject({ published: 1, answers: 2, refused: [] });
  expect(exchanges.record(id)['Question__c']).toBe(original);
  const answers = world.rows(`SELECT Question__c FROM Answer__c WHERE Question__c IN ('${original}', '${repeated}')`);
  expect(answers.map((answer) => answer['Question__c'])).toEqual([original, original]);
});

describe('what somebody says to an exchange', () => {
  const messagesOf = (result: SaveResult | undefined) => result?.errors.map(({ message }) => message);
  const own = ['You can only decide for yourself.'];

  it('is not taken over by a manager above, who reads it, to agree for them', async () => {
    const id = exchanges.draft('taken', { Consent__c: 'Pending' });
    await settleExchanges(client);
    const { manager, ana, ben } = world.users;
    const Id = String(exchanges.consents(id).find((row) => row['OwnerId'] === ana)?.['Id']);
    expect(messagesOf(world.updateAs('manager', 'Capture_Consent__c', { Id, OwnerId: manager }))).toEqual(own);
    // Nor given away by oneself.
    expect(messagesOf(world.updateAs('ana', 'Capture_Consent__c', { Id, OwnerId: ben }))).toEqual(own);
    // Nor decided by whoever took it over before this was refused.
    world.update('Capture_Consent__c', { Id, OwnerId: manager });
    const yes = { Id, Decision__c: 'Agreed', Agreed_Version__c: 1 };
    expect(messagesOf(world.updateAs('manager', 'Capture_Consent__c', yes))).toEqual([
      'This decision stays with the person it was asked of.',
    ]);
    world.update('Capture_Consent__c', { Id, OwnerId: ana });
    expect(world.updateAs('ana', 'Capture_Consent__c', yes)?.success).toBe(true);
  });
});
