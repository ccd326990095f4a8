import type { OrgClient } from '../../../service/connection/index.ts';
import { settleExchanges } from '../../../service/exchanges/index.ts';
import { CapturedExchanges, PARTICIPANTS, approval } from '../support/captured-exchanges.ts';
import { type TestOrg, startDeployedOrg } from '../support/deployed-org.ts';
import { SmallWorld } from '../support/small-world.ts';

jest.setTimeout(120_000);

const OBJECT = 'Captured_Exchange__c';

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let exchanges: CapturedExchanges;

beforeAll(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  client = await org.connect();
  exchanges = new CapturedExchanges(org.org, world);
  const { manager, ana, ben } = world.users;
  world.assign(manager, 'Fluency_Enablement');
  world.assign(ana, 'Fluency_Rep');
  world.assign(ben, 'Fluency_Rep');
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
    expect(exchanges.agree(id, 'ana', 1)?.errors).toMatchObject([
      { message: 'This exchange has changed meanwhile: please read it again.' },
    ]);
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
});
