import type { Locator, Page } from 'playwright-core';
import { textsOf, type Visit } from '../support/browser.ts';
import { readCheckKeys, type CheckKey } from '../support/check-keys.ts';
import type { DemoOrg } from '../support/demo-org.ts';
import { useDemo } from './support/demo.ts';

jest.setTimeout(240_000);

/** The base dialog says so where its opener went meanwhile: an item that is done, a choice that was assigned. */
const FOCUS_GONE = 'Modal :: Nothing to return focus to';

const demo = useDemo();
let ana: string;
let manager: Visit;
let rep: Visit;
/** What is assigned: nobody of the two has it in the plan, and Ana was not asked its checks lately. */
let nugget: string;
let checks: readonly CheckKey[];

const plan = (page: Page): Locator => page.getByRole('article').filter({ hasText: 'Development plan' });
const item = (page: Page): Locator => plan(page).locator('.item').filter({ hasText: nugget });

async function openPlan({ page }: Visit): Promise<void> {
  await page.goto(`/lightning/r/User/${ana}/view`);
  await plan(page).locator('.item').first().waitFor();
}

/** A published nugget with checks that is in nobody's plan and that Ana has not touched in the last week. */
async function freshNugget(): Promise<string> {
  const planned = await demo.org.admin.query('SELECT Nugget__r.Name FROM Assignment__c WHERE Nugget__c != NULL');
  const inPaths = await demo.org.admin.query('SELECT Nugget__r.Name FROM Path_Step__c');
  const answered = await demo.org.admin.query(
    `SELECT Question__r.Nugget__r.Name FROM Check_Response__c WHERE OwnerId = '${ana}' AND CreatedDate = LAST_N_DAYS:7`,
  );
  const nameIn = (row: Readonly<Record<string, unknown>>): string => (row['Nugget__r'] as { Name: string }).Name;
  const taken = new Set([
    ...[...planned, ...inPaths].map(nameIn),
    ...answered.map((row) => nameIn(row['Question__r'] as Record<string, unknown>)),
  ]);
  const published = await demo.org.admin.query(
    "SELECT Name FROM Nugget__c WHERE Status__c = 'Published' ORDER BY Name",
  );
  const names = published.map((row) => String(row['Name']));
  const fresh = names.find((name) => !taken.has(name) && checks.some((check) => check.nugget === name));
  if (fresh === undefined) throw new Error('The seed leaves no nugget to assign.');
  return fresh;
}

beforeAll(async () => {
  ana = await demo.org.personId('Ana Ruiz');
  checks = await readCheckKeys(demo.org.admin);
  nugget = await freshNugget();
  manager = await demo.as('Ben Okafor');
  rep = await demo.as('Ana Ruiz');
});

/** The rows of the org about what was assigned. */
const assigned = (): ReturnType<DemoOrg['admin']['query']> =>
  demo.org.admin.query(
    `SELECT Person__r.Name, CreatedBy.Name, Due_On__c, Note__c, Done_On__c, Progress__c FROM Assignment__c WHERE Nugget__r.Name = '${nugget.replace(/'/g, "\\'")}' ORDER BY Person__r.Name`,
  );

it('lets a manager assign a nugget to two people in one step', async () => {
  const { page } = manager;
  await page.goto('/lightning/page/home');
  const team = (await demo.org.admin.query(`SELECT ManagerId FROM User WHERE Id = '${ana}'`))[0]?.['ManagerId'];
  const [other] = await demo.org.admin.query(
    `SELECT Name FROM User WHERE ManagerId = '${String(team)}' AND IsActive = true AND Id != '${ana}' ORDER BY Name LIMIT 1`,
  );
  for (const name of ['Ana Ruiz', String(other?.['Name'])]) {
    await page.getByRole('checkbox', { name: `Choose ${name}` }).check({ force: true });
  }
  await page.locator('.assign-selected button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill(nugget);
  await dialog.locator('.choice').filter({ hasText: nugget }).first().click();
  await dialog.getByLabel('A word with it').fill('Two minutes before Friday');
  await dialog.getByRole('button', { name: 'Assign to 2 people' }).click();
  await dialog.waitFor({ state: 'detached' });
  const rows = await assigned();
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(row).toMatchObject({ CreatedBy: { Name: 'Ben Okafor' }, Note__c: 'Two minutes before Friday' });
    expect(new Date(`${String(row['Due_On__c'])}T00:00:00Z`).getUTCDay() % 6).not.toBe(0);
  }
});

it('shows the rep what is to learn, from whom, and with which words', async () => {
  await openPlan(rep);
  await item(rep.page).waitFor();
  const text = await item(rep.page).innerText();
  expect(text).toContain('From Ben Okafor');
  expect(text).toContain('“Two minutes before Friday”');
  expect(text).toContain('0% done');
});

it('lets the rep complete it by evidence, and knows at once', async () => {
  const { page } = rep;
  const asked = checks.filter((check) => check.nugget === nugget);
  await item(page).getByRole('button', { name: 'Start' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Check yourself' }).click();
  for (let position = 1; position <= asked.length; position += 1) {
    await dialog.getByText(`Question ${position} of ${asked.length}`).waitFor();
    await dialog.locator('input:focus').waitFor();
    const prompt = (await dialog.getByRole('group').locator('legend').innerText()).trim();
    const check = asked.find((each) => each.prompt === prompt);
    const options = await textsOf(dialog.locator('label'));
    await page.keyboard.press(String(options.findIndex((text) => text.includes(check?.correctText ?? '?')) + 1));
    await page.keyboard.press('Enter');
    await dialog.getByText('That is right').waitFor();
    await dialog.locator('button:focus', { hasText: /Next question|See what it did/ }).waitFor();
    await page.keyboard.press('Enter');
  }
  await dialog.getByRole('button', { name: 'Done' }).click();
  await item(page).waitFor({ state: 'detached' });
  await plan(page).locator('summary').click();
  expect(await textsOf(plan(page).locator('.done-item .title'))).toContain(nugget);
  expect((await assigned()).map((row) => row['Done_On__c'] ?? null)).toEqual([null, null]);
});

it('tells the manager after a sync, and counts it for nobody else', async () => {
  await demo.org.sync();
  const rows = await assigned();
  const done = rows.filter((row) => row['Done_On__c']);
  expect(done).toMatchObject([{ Person__r: { Name: 'Ana Ruiz' }, Progress__c: 100 }]);
  await openPlan(manager);
  await plan(manager.page).locator('summary').click();
  expect(await textsOf(plan(manager.page).locator('.done-item .title'))).toContain(nugget);
});

it('lets the rep add something and take it back', async () => {
  const { page } = rep;
  await plan(page).getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('New in role');
  await dialog.locator('.choice').filter({ hasText: 'New in role' }).click();
  await dialog.getByRole('button', { name: 'Add to my plan' }).click();
  const added = plan(page).locator('.item').filter({ hasText: 'New in role' });
  await added.waitFor();
  await plan(page).getByRole('button', { name: 'Undo' }).click();
  await added.waitFor({ state: 'detached' });
  const complaints = [...rep.complaints, ...manager.complaints].filter((text) => !text.endsWith(FOCUS_GONE));
  expect(complaints).toEqual([]);
});
