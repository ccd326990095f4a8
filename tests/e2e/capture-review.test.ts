import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draftOptions } from '../../service/capture/index.ts';
import { settleExchanges } from '../../service/exchanges/index.ts';
import { exchange, mboxOf } from '../integration/support/mails.ts';
import { PHONE, type Visit } from '../support/browser.ts';
import { captureFrom } from '../support/capture-runs.ts';
import { useDemo } from './support/demo.ts';

jest.setTimeout(300_000);

const demo = useDemo();
let folder: string;
/** The address of a seeded person. */
let mailOf: (name: string) => string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fluency-review-'));
  const users = await demo.org.admin.query('SELECT Name, Email FROM User WHERE IsActive = true');
  mailOf = (name) => `${name} <${String(users.find((user) => user['Name'] === name)?.['Email'])}>`;
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

/** Captures exchanges between Ana, who asks, and Marcus, who answers. */
async function capture(consent: 'agreement' | 'notice', numbers: readonly number[]): Promise<void> {
  const mails = numbers.flatMap((number) =>
    exchange(number).map((mail) => ({
      ...mail,
      from: mailOf(mail.answers === undefined ? 'Ana Ruiz' : 'Marcus Webb'),
    })),
  );
  const file = join(folder, `${numbers.join('-')}.mbox`);
  writeFileSync(file, mboxOf(mails.map((mail) => ({ ...mail, to: mailOf('Marcus Webb') }))));
  const client = await demo.org.service();
  const report = await captureFrom(client, `mbox:${file}`, {
    ledgerFile: join(folder, 'ledger.db'),
    draft: () => draftOptions({ mode: consent }, client, false),
  });
  expect(report).toMatchObject({ written: numbers.length, refused: [] });
  await settleExchanges(client);
}

/** The demo has exchanges of its own, so that each is chosen by its subject. */
async function choose({ page, settle: loaded }: Visit, subject: string): Promise<void> {
  await page.locator('c-capture-review .item', { hasText: subject }).click();
  await loaded();
}

const settle = async () => settleExchanges(await demo.org.service());
const questions = (title: string) =>
  demo.org.admin.query(`SELECT Id, Owner.Name, Title__c FROM Question__c WHERE Title__c = '${title}'`);
const textsOf = (title: string) =>
  demo.org.admin.query(`SELECT Id FROM Captured_Exchange__c WHERE Question_Title__c = '${title}'`);

it('a trainer edits and approves an exchange; it is published as its authors’', async () => {
  await capture('notice', [21, 22]);
  const dan = await demo.as('Dan Keller');
  await dan.open('/lightning/n/Capture_Review');
  await choose(dan, 'bundle number 21');
  await dan.look('review-desktop');
  await dan.page.locator('c-capture-draft .question input').fill('How far may bundle 21 be discounted?');
  await dan.page.locator('c-capture-draft .approve button').click();
  await dan.page.locator('c-capture-review .decision-text').waitFor();
  await dan.settle();
  await dan.look('review-approved');
  expect(await questions('How far may bundle 21 be discounted?')).toEqual([]);

  expect(await settle()).toMatchObject({ published: 1, answers: 1, refused: [] });
  const [question] = await questions('How far may bundle 21 be discounted?');
  expect(question?.['Owner']).toMatchObject({ Name: 'Ana Ruiz' });
  const [answer] = await demo.org.admin.query(
    `SELECT Owner.Name, Body__c FROM Answer__c WHERE Question__c = '${String(question?.Id)}'`,
  );
  expect(answer).toMatchObject({
    Owner: { Name: 'Marcus Webb' },
    Body__c: '<p>Up to 21 percent. Call [phone] if unsure.</p>',
  });
  expect(dan.complaints).toEqual([]);
  await dan.close();
});

it('rejecting erases at once, and can be undone while the page is open', async () => {
  const dan = await demo.as('Dan Keller', PHONE);
  await dan.open('/lightning/n/Capture_Review');
  await choose(dan, 'bundle number 22');
  await dan.look('review-phone');
  await dan.page.locator('c-capture-draft .reject button').click();
  await dan.page.locator('c-capture-review .decision-text').waitFor();
  await dan.settle();
  expect(await textsOf('Discount for bundle number 22')).toEqual([]);
  await dan.page.locator('c-capture-review .undo button').click();
  await dan.page.locator('c-capture-draft .reject button').waitFor();
  await dan.settle();
  expect(await textsOf('Discount for bundle number 22')).toHaveLength(1);
  await dan.page.locator('c-capture-draft .reject button').click();
  await dan.page.locator('c-capture-review .decision-text').waitFor();
  await dan.settle();
  expect(await textsOf('Discount for bundle number 22')).toEqual([]);
  expect(dan.complaints).toEqual([]);
  await dan.close();
});

it('a participant reads what would be published, and may refuse it; nobody else sees it', async () => {
  await capture('agreement', [23]);
  const marcus = await demo.as('Marcus Webb');
  await marcus.open('/lightning/n/Capture_Review');
  expect(await marcus.page.locator('c-capture-review').count()).toBe(0);
  await marcus.page.locator('c-capture-consents .exchange', { hasText: 'bundle number 23' }).waitFor();
  await marcus.look('consents-desktop');
  await marcus.page.locator('c-capture-consents .exchange', { hasText: 'number 23' }).locator('.refuse button').click();
  await marcus.page.locator('c-capture-consents .said').first().waitFor();
  await marcus.settle();
  expect(await settle()).toMatchObject({ erased: 1 });
  expect(await textsOf('Discount for bundle number 23')).toEqual([]);
  await marcus.close();
});

it('says once, on one’s own page, that one’s e-mails are never captured', async () => {
  const marcus = await demo.as('Marcus Webb', PHONE);
  await marcus.open(`/lightning/r/User/${await demo.org.personId('Marcus Webb')}/view`);
  await marcus.page.locator('c-capture-choice').scrollIntoViewIfNeeded();
  await marcus.look('choice-phone');
  await marcus.page.locator('c-capture-choice input[value="Refused"] + label, c-capture-choice label').last().click();
  await marcus.settle();
  const { optedOut } = await draftOptions({ mode: 'notice' }, await demo.org.service(), false);
  expect(optedOut).toEqual([expect.stringContaining('marcus')]);
  expect(marcus.complaints).toEqual([]);
  await marcus.close();
});
