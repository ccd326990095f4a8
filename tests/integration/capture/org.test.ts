import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DraftOptions, readAnswers } from '../../../core/capture/index.ts';
import { type CaptureReport, draftOptions, openSource } from '../../../service/capture/index.ts';
import { knownQuestions } from '../../../service/capture/sinks/known-questions.ts';
import type { OrgClient } from '../../../service/connection/index.ts';
import { settleExchanges } from '../../../service/exchanges/index.ts';
import { captureFrom } from '../../support/capture-runs.ts';
import { type TestOrg, startDeployedOrg } from '../support/deployed-org.ts';
import { exchange, mboxOf } from '../support/mails.ts';

jest.setTimeout(120_000);

const OBJECT = 'Captured_Exchange__c';
const DRAFT: DraftOptions = { mode: 'agreement', agreed: [], optedOut: [], names: [], tags: [] };

let org: TestOrg;
let client: OrgClient;
let folder: string;

beforeAll(async () => {
  org = await startDeployedOrg();
  client = await org.connect();
});

afterAll(() => org.close());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fluency-capture-org-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (from: string, ledgerName = 'ledger.db', draft = DRAFT): Promise<CaptureReport> =>
  captureFrom(client, from, {
    ledgerFile: join(folder, ledgerName),
    draft: () => Promise.resolve(draft),
    now: () => new Date('2025-03-05T00:00:00Z'),
  });

const records = (title: string) =>
  client.query(
    `SELECT Id, Status__c, Consent__c, Source__c, Question_Body__c, Answers__c, Redactions__c FROM ${OBJECT} WHERE Question_Title__c = '${title}'`,
  );

it('writes a draft once, whatever the ledger remembers, and leaves what was decided alone', async () => {
  const file = join(folder, 'a.mbox');
  writeFileSync(file, mboxOf(exchange(7)));
  expect(await run(`mbox:${file}`)).toMatchObject({ mails: 2, written: 1, refused: [] });
  const [first] = await records('Discount for bundle number 7');
  expect(first).toMatchObject({ Status__c: 'Draft', Consent__c: 'Pending', Source__c: 'Mbox' });
  expect(JSON.parse(String(first?.['Answers__c']))).toMatchObject([
    { author: 'ben@corp.example', body: 'Up to 7 percent. Call [phone] if unsure.' },
  ]);

  // A ledger that was lost: the same mails again, the same record.
  expect(await run(`mbox:${file}`, 'another.db')).toMatchObject({ written: 1 });
  expect(await records('Discount for bundle number 7')).toHaveLength(1);

  await client.update(OBJECT, [{ Id: String(first?.Id), Status__c: 'Approved', Question_Body__c: 'As edited.' }]);
  expect(await run(`mbox:${file}`, 'third.db')).toMatchObject({ written: 0, refused: [] });
  expect(await records('Discount for bundle number 7')).toMatchObject([{ Question_Body__c: 'As edited.' }]);
});

it('publishes what was approved, whatever comes in before it is published', async () => {
  const file = join(folder, 'a.mbox');
  const draft = { ...DRAFT, mode: 'notice' } as const;
  writeFileSync(file, mboxOf(exchange(10)));
  await run(`mbox:${file}`, 'ledger.db', draft);
  const [record] = await records('Discount for bundle number 10');
  const body = 'Up to 10 percent, says the price list.';
  const [answer] = readAnswers(String(record?.['Answers__c']));
  const answered = [{ messageKey: answer?.messageKey, body }];
  const approved = { title: 'Discount for bundles', body: '', tags: [], answers: answered };
  const decided = { Id: String(record?.Id), Status__c: 'Approved', Approved_Draft__c: JSON.stringify(approved) };
  await client.update(OBJECT, [decided]);

  const late = {
    id: 'late@corp.example',
    from: 'Cem Kaya <cem@corp.example>',
    subject: 'Re: Discount for bundle number 10',
    answers: 'answer-10@corp.example',
    text: 'For hospitals it may be eleven percent, which nobody reviewed.',
  };
  writeFileSync(file, mboxOf([...exchange(10), late]));
  expect(await run(`mbox:${file}`, 'ledger.db', draft)).toMatchObject({ mails: 1, written: 0, refused: [] });
  expect(await settleExchanges(client)).toMatchObject({ published: 1, answers: 1, refused: [] });
  const answers = await client.query(
    "SELECT Body__c, Question__r.Title__c FROM Answer__c WHERE Question__r.Title__c = 'Discount for bundles'",
  );
  expect(answers).toMatchObject([{ Body__c: `<p>${body}</p>` }]);
});

it('erases what was rejected, and does not capture it again', async () => {
  const file = join(folder, 'a.mbox');
  writeFileSync(file, mboxOf(exchange(8)));
  await run(`mbox:${file}`);
  const [draft] = await records('Discount for bundle number 8');
  await client.update(OBJECT, [{ Id: String(draft?.Id), Status__c: 'Rejected' }]);
  writeFileSync(
    file,
    mboxOf([
      ...exchange(8),
      { id: 'late@x.example', answers: 'question-8@corp.example', text: 'One more thing to say.' },
    ]),
  );
  expect(await run(`mbox:${file}`)).toMatchObject({ mails: 1, written: 0 });
  writeFileSync(file, mboxOf([{ id: 'other@x.example', subject: 'Other', text: 'x' }, ...exchange(8)]));
  expect(await run(`mbox:${file}`)).toMatchObject({ mails: 1, leftOut: 2 });
});

it('asks for consent again where somebody joins an exchange that all had agreed to', async () => {
  const file = join(folder, 'a.mbox');
  const agreed = ['ana@corp.example', 'ben@corp.example', 'sales@corp.example'];
  const draft = { ...DRAFT, agreed };
  writeFileSync(file, mboxOf(exchange(11)));
  await run(`mbox:${file}`, 'ledger.db', draft);
  expect(await records('Discount for bundle number 11')).toMatchObject([{ Consent__c: 'Agreed' }]);
  const joins = (id: string, from: string) => ({
    id,
    from,
    subject: 'Re: Discount for bundle number 11',
    answers: 'answer-11@corp.example',
    text: 'With a signature of the board it may be twelve percent.',
  });
  const own = joins('own@x.example', 'Ben Okoye <ben@corp.example>');
  writeFileSync(file, mboxOf([...exchange(11), own]));
  // Of those who took part before, nothing is asked again, whoever may be on the list by now.
  await run(`mbox:${file}`, 'ledger.db', DRAFT);
  expect(await records('Discount for bundle number 11')).toMatchObject([{ Consent__c: 'Agreed' }]);
  writeFileSync(file, mboxOf([...exchange(11), own, joins('new@x.example', 'Cem Kaya <cem@corp.example>')]));
  expect(await run(`mbox:${file}`, 'ledger.db', draft)).toMatchObject({ mails: 1, written: 1 });
  expect(await records('Discount for bundle number 11')).toMatchObject([{ Consent__c: 'Pending' }]);
});

it('takes EmailMessage records, from where it stopped, and says that there are some', async () => {
  const [question, answer] = exchange(9);
  const record = (mail: NonNullable<typeof question>) => ({
    MessageIdentifier: `<${mail.id}>`,
    Headers: mail.answers === undefined ? '' : `In-Reply-To: <${mail.answers}>`,
    Subject: mail.subject ?? '',
    FromName: mail.answers === undefined ? 'Ana Ruiz' : 'Ben Okoye',
    FromAddress: mail.answers === undefined ? 'ana@corp.example' : 'ben@corp.example',
    ToAddress: 'sales@corp.example',
    TextBody: mail.text,
    Status: '3',
    MessageDate: mail.answers === undefined ? '2025-03-04T10:00:00Z' : '2025-03-04T11:00:00Z',
  });
  const source = await openSource('org', {
    environment: {},
    connect: () => Promise.resolve(client),
    smtp: { recipients: [] },
  });
  expect((await source.notes?.())?.[0]).toContain('older mode');
  await client.insert('EmailMessage', [record(question!)]);
  expect(await run('org')).toMatchObject({ mails: 1, written: 0 });
  await client.insert('EmailMessage', [record(answer!)]);
  expect(await run('org')).toMatchObject({ mails: 1, known: 1, written: 1 });
  expect(await records('Discount for bundle number 9')).toMatchObject([{ Source__c: 'Org' }]);
  expect((await source.notes?.())?.[0]).toContain('records');
});

it('asks the org who opted out and which names to take out', async () => {
  const { userId } = await client.identity();
  await client.upsert('Capture_Consent__c', 'Key__c', [{ Key__c: userId, Decision__c: 'Refused' }]);
  await client.insert('Capture_Consent__c', [{ Key__c: `gone:${userId}`, Decision__c: 'Agreed' }]);
  await client.insert('Tag__c', [{ Name: 'pricing', Key__c: 'pricing' }]);
  await client.insert('Account', [{ Name: 'Globex Corporation' }]);
  const options = await draftOptions({ mode: 'notice' }, client, true);
  expect(options.optedOut).toHaveLength(1);
  expect(options.optedOut[0]).toContain('@');
  expect(options.agreed).toEqual([]);
  expect(options.tags).toContain('pricing');
  expect(options.names).toContain('Globex Corporation');
});

it('names the known question that an exchange repeats, as the questions are by now', async () => {
  const ask = async (title: string): Promise<string> => {
    const [saved] = await client.insert('Question__c', [{ Title__c: title, Status__c: 'Open', Source__c: 'Web' }]);
    if (saved?.ok !== true) throw new Error('the org takes a question');
    return saved.id;
  };
  const known = await ask('What discount for bundle number 31?');
  await ask('Who signs the order form in Spain?');
  const file = join(folder, 'a.mbox');
  writeFileSync(
    file,
    mboxOf([...exchange(31), ...exchange(99).map((mail) => ({ ...mail, subject: 'Travel to Lisbon in May' }))]),
  );
  expect(await run(`mbox:${file}`)).toMatchObject({ written: 2, refused: [] });
  const repeats = (title: string) =>
    client.query(`SELECT Duplicate_Of__c FROM ${OBJECT} WHERE Question_Title__c = '${title}'`);
  expect(await repeats('Discount for bundle number 31')).toMatchObject([{ Duplicate_Of__c: known }]);
  expect(await repeats('Travel to Lisbon in May')).toMatchObject([{ Duplicate_Of__c: null }]);

  const questions = knownQuestions(client);
  const later = { title: 'Renewal price cap for hospitals', body: '' };
  expect(await questions.repeatedBy([later])).toEqual([undefined]);
  const first = await ask('Renewal price cap for hospitals?');
  const second = await ask('Renewal price cap for hospitals');
  expect([first, second]).toContain((await questions.repeatedBy([later]))[0]);
  // Deleted, marked as a duplicate, outdated: none of these takes answers any more.
  await client.delete('Question__c', [first]);
  expect(await questions.repeatedBy([later])).toEqual([second]);
  await client.update('Question__c', [{ Id: second, Outdated__c: true }]);
  expect(await questions.repeatedBy([later])).toEqual([undefined]);
  await client.update('Question__c', [{ Id: second, Outdated__c: false }]);
  expect(await questions.repeatedBy([later, later])).toEqual([second, second]);
  await client.update('Question__c', [{ Id: second, Status__c: 'Duplicate', Duplicate_Of__c: known }]);
  expect(await questions.repeatedBy([later])).toEqual([undefined]);
});
