import { DESKTOP, PHONE, type Visit } from '../support/browser.ts';
import { OrgCalls } from '../support/org-calls.ts';
import { useDemo } from './support/demo.ts';

jest.setTimeout(180_000);

const demo = useDemo();

/** What no page may say. */
const TROUBLE = /has a problem|doesn't exist|could not be loaded|Something went wrong|is not supported here/;

const idOf = async (soql: string): Promise<string> => {
  const [row] = await demo.org.admin.query(soql);
  if (row?.Id === undefined) throw new Error(`The demo has no such record: ${soql}`);
  return row.Id;
};

/** Every page that a person comes to: the tabs of the application, and a record of each kind. */
async function pagesOf({ page, open, token }: Visit): Promise<string[]> {
  await open('/lightning/page/home');
  const tabs: string[] = [];
  for (const link of await page.getByRole('navigation').getByRole('link').all()) {
    tabs.push((await link.getAttribute('href')) ?? '');
  }
  const ana = await demo.org.personId('Ana Ruiz');
  const calls = new OrgCalls(demo.org.url, token);
  const records = await Promise.all(
    (
      [
        ['Opportunity', 'IsClosed = false'],
        ['Opportunity', 'IsWon = true'],
        ['Account', "Name != ''"],
        ['Contact', "LastName != ''"],
        ['Nugget__c', "Status__c = 'Published'"],
        ['Skill__c', "Name != ''"],
      ] as const
    ).map(async ([object, where]) => {
      const { records: [first] = [] } = await calls.soql(`SELECT Id FROM ${object} WHERE ${where} LIMIT 1`);
      // A trainer sees no deals: they are those of the people who sell.
      return first === undefined ? [] : [`/lightning/r/${object}/${String(first['Id'])}/view`];
    }),
  );
  return [...tabs, ...records.flat(), `/lightning/r/User/${ana}/view`];
}

const widthOf = ({ page }: Visit): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

describe.each(['Ana Ruiz', 'Ben Okafor', 'Dan Keller', 'Eve Marsh'])('as %s', (name) => {
  it('every page is whole: nothing is amiss, nothing complains, nothing overflows a narrow window', async () => {
    const person = await demo.as(name);
    const pages = await pagesOf(person);
    expect(pages.length).toBeGreaterThan(9);
    const wide: string[] = [];
    const troubled: string[] = [];
    for (const path of pages) {
      await person.open(path);
      const text = await person.page.locator('body').innerText();
      if (TROUBLE.test(text)) troubled.push(`${path}: ${TROUBLE.exec(text)?.[0] ?? ''}`);
      if ((await widthOf(person)) > DESKTOP.width) wide.push(`${path} at ${DESKTOP.width}`);
      await person.page.setViewportSize(PHONE);
      await person.settle();
      if ((await widthOf(person)) > PHONE.width) wide.push(`${path} at ${PHONE.width}: ${await widthOf(person)}`);
      await person.page.setViewportSize(DESKTOP);
    }
    const refused = (await person.answers()).filter(({ status }) => status >= 400);
    expect({ wide, troubled, complaints: person.complaints }).toEqual({ wide: [], troubled: [], complaints: [] });
    expect(refused.map(({ method, path, status }) => `${status} ${method} ${path}`)).toEqual([]);
    await person.close();
  });
});

describe.each(['Ana Ruiz', 'Ben Okafor'])('as %s on a phone', (name) => {
  it('the pages of the package fit', async () => {
    const person = await demo.as(name, PHONE);
    const ana = await demo.org.personId('Ana Ruiz');
    const deal = await idOf(`SELECT Id FROM Opportunity WHERE OwnerId = '${ana}' AND IsClosed = false LIMIT 1`);
    const widths: Record<string, number> = {};
    for (const path of [
      '/lightning/page/home',
      '/lightning/n/My_Readiness',
      `/lightning/r/User/${ana}/view`,
      `/lightning/r/Opportunity/${deal}/view`,
    ]) {
      await person.open(path);
      widths[path] = await widthOf(person);
    }
    expect(Object.values(widths)).toEqual(Object.values(widths).map(() => PHONE.width));
    await person.page.getByRole('article').filter({ hasText: 'Learn for this deal' }).locator('.open').first().click();
    await person.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Check / })
      .waitFor();
    const dialog = await person.page.getByRole('dialog').boundingBox();
    expect(dialog?.x).toBeGreaterThanOrEqual(0);
    expect((dialog?.x ?? 0) + (dialog?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
    expect(await widthOf(person)).toBe(PHONE.width);
    expect(person.complaints).toEqual([]);
    await person.close();
  });
});
