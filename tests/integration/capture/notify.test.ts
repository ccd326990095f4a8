import type { OrgClient } from '../../../service/connection/index.ts';
import { type NotifyReport, mailSettings, runNotify } from '../../../service/notify/index.ts';
import { openReplyDesk, replySettings } from '../../../service/replies/index.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { type TestOrg, startDeployedOrg } from '../support/deployed-org.ts';
import { SmallWorld } from '../support/small-world.ts';

jest.setTimeout(120_000);

const SECRET = 'a secret of thirty-two characters, or more';

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let server: Awaited<ReturnType<typeof startMailServer>>;

beforeAll(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  client = await org.connect();
  server = await startMailServer((address) => address.startsWith('manager'));
});

afterAll(async () => {
  await server.close();
  await org.close();
});

beforeEach(() => {
  server.inbox.length = 0;
});

const replies = () =>
  replySettings({ FLUENCY_REPLY_ADDRESS: 'reply@corp.example', FLUENCY_REPLY_SECRET: SECRET }) ?? undefined;

function notify(options: { dryRun?: boolean; url?: string } = {}): Promise<NotifyReport> {
  return runNotify(client, {
    // Past the second in which everything was written.
    now: new Date(Date.now() + 10_000),
    mail: mailSettings({
      FLUENCY_SMTP_URL: options.url ?? server.url,
      FLUENCY_MAIL_FROM: 'Fluency <fluency@corp.example>',
    }),
    replies: replies(),
    replyDays: 30,
    ...(options.dryRun === undefined ? {} : { dryRun: options.dryRun }),
  });
}

function ask(title: string): string {
  const [id = ''] = world.insert('Question__c', [
    {
      Title__c: title,
      Body__c: '<p>Over <b>20</b> &amp; more?</p>',
      Status__c: 'Open',
      Source__c: 'Web',
      OwnerId: world.users.ana,
    },
  ]);
  return id;
}

function answer(question: string, person: keyof SmallWorld['users'], body: string): void {
  world.insert('Answer__c', [{ Question__c: question, Body__c: body, Source__c: 'Web', OwnerId: world.users[person] }]);
}

const request = (question: string, person: keyof SmallWorld['users']): void => {
  const key = `${world.users[person]}:${question}`;
  world.insert('Expert_Request__c', [{ Question__c: question, Person__c: world.users[person], Key__c: key }]);
};

it('tells who is asked, once, and the reply to it is their answer', async () => {
  const question = ask('How much\r\nBcc: all@corp.example discount?');
  request(question, 'ben');
  expect(await notify({ dryRun: true })).toMatchObject({ sent: 1 });
  expect(server.inbox).toEqual([]);
  expect(await notify()).toEqual({ sent: 1, leftOut: 0, refused: [] });
  expect(await notify()).toEqual({ sent: 0, leftOut: 0, refused: [] });
  const [told] = server.inbox;
  expect(told).toMatchObject({
    to: 'ben@acme.example',
    mail: { automatic: true, to: [{ address: 'ben@acme.example' }] },
  });
  expect(told?.mail.subject).toBe('Question for you: How much Bcc: all@corp.example discount?');
  expect(told?.mail.text).toContain('Over 20 & more?');
  expect(told?.mail.text).toContain(`/lightning/r/Question__c/${question}/view`);

  const to = told?.replyTo ?? '';
  expect(to).toMatch(/^reply\+[a-z2-7]{58}@corp\.example$/);
  const settings = replies();
  if (settings === undefined) throw new Error('there are settings');
  const desk = openReplyDesk(client, settings, () => new Date());
  const reply = { id: 'r1@acme.example', inReplyTo: [], references: [], subject: 'Re', to: [], cc: [], text: 'Ten.' };
  expect(await desk.answer({ ...reply, from: { address: 'ben@acme.example' } }, [to])).toEqual({ status: 'answered' });

  // Which is news for the asker, who followed nothing, and none for whoever wrote it.
  expect(await notify()).toMatchObject({ sent: 1 });
  expect(server.inbox[1]).toMatchObject({ to: 'ana@acme.example' });
  expect(server.inbox[1]?.mail.text).toContain('Ben answers:\n\nTen.');
  expect(await notify()).toMatchObject({ sent: 0 });
});

it('tells nobody who cannot answer, nor of what was taken back', async () => {
  const question = ask('Too late?');
  for (const [person, change] of [
    ['ben', { Declined__c: true }] as const,
    ['manager', { Withdrawn__c: true }] as const,
  ]) {
    request(question, person);
    const [row] = world.rows(`SELECT Id FROM Expert_Request__c WHERE Key__c = '${world.users[person]}:${question}'`);
    world.update('Expert_Request__c', { Id: String(row?.['Id']), ...change });
  }
  expect(await notify()).toEqual({ sent: 0, leftOut: 0, refused: [] });
});

it('tells followers what is new since they were told, in one mail', async () => {
  const question = ask('What about Globex?');
  const follow = (person: 'ana' | 'ben', muted: boolean): object => ({
    Question__c: question,
    OwnerId: world.users[person],
    Key__c: `${world.users[person]}:${question}`,
    Muted__c: muted,
  });
  world.insert('Follow__c', [follow('ana', false) as never, follow('ben', true) as never]);
  answer(question, 'manager', '<p>First.</p>');
  answer(question, 'manager', '<p>Second.</p>');
  answer(question, 'ana', '<p>Own.</p>');
  expect(await notify()).toMatchObject({ sent: 1, refused: [] });
  expect(server.inbox.map(({ to }) => to)).toEqual(['ana@acme.example']);
  expect(server.inbox[0]?.mail.text).toMatch(/First\.[\s\S]*Second\./);
  expect(server.inbox[0]?.mail.text).not.toContain('Own.');
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  answer(question, 'manager', '<p>Third.</p>');
  expect(await notify()).toMatchObject({ sent: 1 });
  expect(server.inbox[1]?.mail.text).not.toContain('First.');
});

it('sends nothing to whoever wants no mail, and says who could not be reached', async () => {
  world.insert('Knowledge_Preference__c', [{ Key__c: world.users.ben, OwnerId: world.users.ben, No_Mail__c: true }]);
  const question = ask('Anybody?');
  request(question, 'ben');
  request(question, 'manager');
  const report = await notify();
  expect(report).toMatchObject({ sent: 0, leftOut: 1, refused: [{ object: 'User', key: world.users.manager }] });
  expect(report.refused[0]?.reason).toContain('No such user');
  // An address that is refused for good is not tried for ever.
  expect((await notify()).refused).toEqual([]);
});

it('marks nobody as told where the mail server is away, and prints no password', async () => {
  const question = ask('Later?');
  answer(question, 'manager', '<p>Now.</p>');
  const failed = await notify({ url: 'smtp://bot:pass-word-1@127.0.0.1:9' }).catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 'MAIL_SERVER_UNAVAILABLE', value: '127.0.0.1:9' });
  expect(`${String(failed)} ${JSON.stringify(failed)}`).not.toContain('pass-word-1');
  expect(await notify()).toMatchObject({ sent: 1 });
});
