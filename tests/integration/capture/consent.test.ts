import type { RecordInput } from '../../../local-org/store/types.ts';
import type { OrgClient } from '../../../service/connection/index.ts';
import { settleExchanges } from '../../../service/exchanges/index.ts';
import { startCaptureWorld } from '../support/capture-world.ts';
import { type CapturedExchanges, PARTICIPANTS, approval } from '../support/captured-exchanges.ts';
import type { TestOrg } from '../support/deployed-org.ts';
import { refuseWhere } from '../support/refusing-rule.ts';
import type { SmallWorld } from '../support/small-world.ts';

jest.setTimeout(120_000);

const OBJECT = 'Captured_Exchange__c';
const READ_AGAIN = 'Please read this exchange as it is now: you agree to the version that is shown.';

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let exchanges: CapturedExchanges;

beforeAll(async () => {
  ({ org, world, client, exchanges } = await startCaptureWorld());
});

afterAll(() => org.close());

describe('consent is given to what would be published now', () => {
  const asked = async (key: string): Promise<string> => {
    const id = exchanges.draft(key, { Consent__c: 'Pending', Participants__c: JSON.stringify(PARTICIPANTS) });
    await settleExchanges(client);
    return id;
  };
  const said = (id: string) => exchanges.consents(id).map((row) => row['Decision__c']);
  const reject = (id: string) => world.update(OBJECT, { Id: id, Status__c: 'Rejected' });

  it('and asked anew where the draft has grown since', async () => {
    const id = await asked('grown');
    exchanges.agree(id, 'ana');
    exchanges.agree(id, 'ben');
    await settleExchanges(client);
    expect(exchanges.record(id)).toMatchObject({ Consent__c: 'Agreed' });
    world.update(OBJECT, { Id: id, Question_Body__c: 'How much, and for whom?' });
    exchanges.approve(id, approval('grown', { title: 'Title grown', body: 'How much, and for whom?' }));
    expect(await settleExchanges(client)).toMatchObject({ published: 0, waiting: 1 });
    expect(said(id)).toEqual(['Pending', 'Pending']);
    expect(exchanges.record(id)).toMatchObject({ Consent__c: 'Pending' });
    for (const row of exchanges.consents(id)) expect(row['Draft__c']).toContain('How much, and for whom?');

    // A page that still shows the first version agrees to nothing.
    expect(exchanges.agree(id, 'ana', 1)?.errors).toMatchObject([{ message: READ_AGAIN }]);
    expect(exchanges.agree(id, 'ana')?.success).toBe(true);
    expect(await settleExchanges(client)).toMatchObject({ published: 0, waiting: 1 });
    expect(exchanges.agree(id, 'ben')?.success).toBe(true);
    expect(await settleExchanges(client)).toMatchObject({ published: 1 });
  });

  it('and asked anew where a reviewer wrote something else, not where an answer is left out', async () => {
    const id = await asked('edited');
    exchanges.agree(id, 'ana');
    exchanges.agree(id, 'ben');
    const approveAnswers = (...bodies: string[]): void => {
      const answers = bodies.map((body, i) => ({ messageKey: `edited-${i + 1}@x`, body }));
      exchanges.approve(id, JSON.stringify({ title: 'Title edited', body: 'How much?', tags: [], answers }));
    };
    approveAnswers('Twenty.', 'Twelve.');
    expect(await settleExchanges(client)).toMatchObject({ published: 0, waiting: 1 });
    expect(said(id)).toEqual(['Pending', 'Pending']);
    expect(exchanges.consents(id)[0]?.['Draft__c']).toContain('Twenty.');
    exchanges.agree(id, 'ana');
    exchanges.agree(id, 'ben');
    approveAnswers('Twenty.');
    expect(await settleExchanges(client)).toMatchObject({ published: 1, answers: 1 });
  });

  it('and open again where it was taken back', async () => {
    const id = await asked('back');
    exchanges.agree(id, 'ana');
    exchanges.agree(id, 'ben');
    await settleExchanges(client);
    const own = exchanges.consents(id).find((row) => row['OwnerId'] === world.users.ben);
    world.update('Capture_Consent__c', { Id: String(own?.['Id']), Decision__c: 'Pending' });
    exchanges.approve(
      id,
      approval('back', { title: 'Title back', body: '', answers: [{ messageKey: 'back-1@x', body: 'Ten.' }] }),
    );
    expect(await settleExchanges(client)).toMatchObject({ published: 0, waiting: 1 });
    reject(id);
  });

  it('unless somebody said yes to every exchange', async () => {
    const always = { Key__c: world.users.ana, Decision__c: 'Agreed' };
    const [choice] = org.org.store.insert(world.actor('ana'), 'Capture_Consent__c', [always]);
    const id = await asked('always');
    exchanges.agree(id, 'ben');
    await settleExchanges(client);
    expect(exchanges.record(id)).toMatchObject({ Consent__c: 'Agreed' });
    world.update(OBJECT, { Id: id, Question_Body__c: 'How much, and for whom?' });
    await settleExchanges(client);
    expect(said(id)).toEqual(['Pending']);
    exchanges.agree(id, 'ben');
    await settleExchanges(client);
    expect(exchanges.record(id)).toMatchObject({ Consent__c: 'Agreed' });
    world.remove(choice?.id ?? '');
    reject(id);
  });

  it('and to what is approved when it is published, not when it was looked at', async () => {
    const id = await asked('twice');
    const first = { title: 'Title twice', body: '', tags: [], answers: [{ messageKey: 'twice-1@x', body: 'Ten.' }] };
    exchanges.approve(id, JSON.stringify(first));
    await settleExchanges(client);
    exchanges.agree(id, 'ana');
    exchanges.agree(id, 'ben');
    // Withdrawn and approved anew, in other words, while the run is under way.
    const update = client.update.bind(client);
    const spy = jest.spyOn(client, 'update').mockImplementation((object, records) => {
      if (records[0]?.['Consent__c'] === 'Agreed')
        world.update(OBJECT, { Id: id, Approved_Draft__c: JSON.stringify({ ...first, body: 'Who pays?' }) });
      return update(object, records);
    });
    expect(await settleExchanges(client)).toMatchObject({ published: 0 });
    spy.mockRestore();
    expect(await settleExchanges(client)).toMatchObject({ published: 0, waiting: 1 });
    expect(said(id)).toEqual(['Pending', 'Pending']);
    reject(id);
  });

  it('and to the copy that was shown, where it is renewed while somebody agrees', async () => {
    const id = await asked('meanwhile');
    exchanges.agree(id, 'ben');
    world.update(OBJECT, { Id: id, Question_Body__c: 'How much, and for whom?' });
    const update = client.update.bind(client);
    const spy = jest.spyOn(client, 'update').mockImplementation((object, records) => {
      if (object === 'Capture_Consent__c') exchanges.agree(id, 'ana', 1);
      return update(object, records);
    });
    await settleExchanges(client);
    spy.mockRestore();
    expect(exchanges.consentOf(id, 'ana')).toMatchObject({ Decision__c: 'Agreed', Shown_Version__c: 2 });
    exchanges.agree(id, 'ben');
    exchanges.approve(
      id,
      approval('meanwhile', {
        title: 'Title meanwhile',
        body: 'How much, and for whom?',
        answers: [{ messageKey: 'meanwhile-1@x', body: 'Ten.' }],
      }),
    );
    expect(await settleExchanges(client)).toMatchObject({ published: 0, waiting: 1 });
    // What waits is on Ana's page again.
    expect(exchanges.consentOf(id, 'ana')).toMatchObject({ Decision__c: 'Pending', Agreed_Version__c: 1 });
    exchanges.agree(id, 'ana');
    expect(await settleExchanges(client)).toMatchObject({ published: 1 });
  });

  it('not published while the org keeps a copy as it was', async () => {
    const id = await asked('kept');
    exchanges.agree(id, 'ana');
    exchanges.agree(id, 'ben');
    await settleExchanges(client);
    exchanges.approve(id, approval('kept', { title: 'Title kept', body: 'Something else' }));
    const key = `kept:${world.users.ana}`;
    const lift = await refuseWhere(client, 'Capture_Consent__c', `AND(ISCHANGED(Draft__c), Key__c = "${key}")`);
    const report = await settleExchanges(client);
    expect(report).toMatchObject({ published: 0, waiting: 0 });
    expect(report.refused).toMatchObject([
      { object: 'Capture_Consent__c', key, reason: expect.stringContaining('Kept as it is.') },
    ]);
    await lift();
    expect(await settleExchanges(client)).toMatchObject({ published: 0, waiting: 1, refused: [] });
    reject(id);
  });

  it('by the record page only with the version that is shown', async () => {
    const id = await asked('record-page');
    expect(exchanges.say(id, 'ana', { Decision__c: 'Agreed' })?.errors).toMatchObject([{ message: READ_AGAIN }]);
    expect(exchanges.agree(id, 'ana')?.success).toBe(true);
    exchanges.agree(id, 'ben');
    world.update(OBJECT, { Id: id, Question_Body__c: 'How much, and for whom?' });
    await settleExchanges(client);
    // The version that was agreed to before is not enough.
    expect(exchanges.say(id, 'ana', { Decision__c: 'Agreed' })?.errors).toMatchObject([{ message: READ_AGAIN }]);
    expect(exchanges.say(id, 'ana', { Decision__c: 'Agreed', Agreed_Version__c: 2 })?.success).toBe(true);
    exchanges.agree(id, 'ben');
    await settleExchanges(client);
    expect(exchanges.record(id)).toMatchObject({ Consent__c: 'Agreed' });
    // Taken back without a trace of what was agreed to.
    expect(exchanges.say(id, 'ana', { Decision__c: 'Pending', Agreed_Version__c: null })?.success).toBe(true);
    await settleExchanges(client);
    expect(exchanges.record(id)).toMatchObject({ Consent__c: 'Pending' });
    reject(id);
  });

  it('by the participant alone, and nobody but the service changes what is shown', async () => {
    const id = await asked('above');
    const own = 'You can only decide for yourself.';
    const decisions: readonly RecordInput[] = [
      { Decision__c: 'Agreed', Agreed_Version__c: 1 },
      { Agreed_Version__c: 1 },
    ];
    for (const fields of decisions)
      expect(exchanges.say(id, 'ana', fields, 'manager')?.errors).toMatchObject([{ message: own }]);
    const texts: readonly RecordInput[] = [
      { Draft__c: 'Something else' },
      { Question_Title__c: 'Something else' },
      { Shown_Version__c: 7 },
    ];
    for (const by of ['manager', 'ana'] as const)
      for (const fields of texts)
        expect(exchanges.say(id, 'ana', fields, by)?.errors).toMatchObject([
          { statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' },
        ]);
    expect(exchanges.consentOf(id, 'ana')).toMatchObject({ Question_Title__c: 'Title above', Decision__c: 'Pending' });
    reject(id);
  });
});
