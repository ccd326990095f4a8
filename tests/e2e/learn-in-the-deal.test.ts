import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, visit, type Answer, type Visit } from '../support/browser.ts';
import { startDemoOrg, type DemoOrg } from '../support/demo-org.ts';

jest.setTimeout(180_000);

interface Check {
  readonly id: string;
  readonly nugget: string;
  readonly prompt: string;
  readonly options: Readonly<Record<string, string>>;
  readonly correct: string;
  readonly explanation: string;
}

let org: DemoOrg;
let browser: Browser;
let ana: string;
let rep: Visit;
/** Every check of the org with its key, as the administrator reads them. */
let checks: readonly Check[];
/** What the result page said about skills: name → score after. */
const shown = new Map<string, number>();

beforeAll(async () => {
  [org, browser] = await Promise.all([startDemoOrg(), launchBrowser()]);
  ana = await org.personId('Ana Ruiz');
  rep = await visit(browser, org.url, ana);
  checks = (
    await org.admin.query(
      'SELECT Id, Prompt__c, Option_A__c, Option_B__c, Option_C__c, Option_D__c, Correct_Option__c, Explanation__c, Nugget__r.Name FROM Check_Question__c',
    )
  ).map((row) => ({
    id: String(row.Id),
    nugget: String((row['Nugget__r'] as { Name?: unknown } | null)?.Name),
    prompt: String(row['Prompt__c']),
    options: Object.fromEntries(['A', 'B', 'C', 'D'].map((option) => [option, String(row[`Option_${option}__c`])])),
    correct: String(row['Correct_Option__c']),
    explanation: String(row['Explanation__c']),
  }));
});

afterAll(async () => {
  await browser?.close();
  await org?.close();
});

const panel = (page: Page): Locator => page.locator('article', { has: page.getByText('Learn for this deal') });
const titles = (page: Page): Promise<string[]> => panel(page).getByRole('link').allInnerTexts();

/** Waits until something is so; the page has no event for it. */
async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > deadline) throw new Error(`It stayed ${JSON.stringify(value)}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Whether an answer holds a text, as it is or as JSON or HTML writes it. */
function holds({ body }: Answer, text: string): boolean {
  const json = JSON.stringify(text).slice(1, -1);
  const html = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  return [text, json, html].some((form) => body.includes(form));
}

async function leaks(person: Visit, texts: readonly string[]): Promise<string[]> {
  const answers = await person.answers();
  return texts.flatMap((text) =>
    answers.filter((answer) => holds(answer, text)).map(({ method, path }) => `${method} ${path}: ${text}`),
  );
}

/** Ana's open deals, and of the nuggets there one whose checks she was not asked lately. */
async function findNugget(): Promise<{ deal: string; title: string }> {
  const deals = await org.admin.query(
    `SELECT Id FROM Opportunity WHERE OwnerId = '${ana}' AND IsClosed = false ORDER BY CreatedDate`,
  );
  const answered = new Set(
    (
      await org.admin.query(
        `SELECT Question__r.Nugget__r.Name FROM Check_Response__c WHERE OwnerId = '${ana}' AND CreatedDate = LAST_N_DAYS:2`,
      )
    ).map((row) => (row['Question__r'] as { Nugget__r: { Name: string } }).Nugget__r.Name),
  );
  for (const { Id } of deals) {
    await rep.page.goto(`/lightning/r/Opportunity/${Id ?? ''}/view`);
    await panel(rep.page).getByRole('link').first().waitFor();
    for (const title of await titles(rep.page)) {
      if (!answered.has(title) && checks.some(({ nugget }) => nugget === title)) return { deal: Id ?? '', title };
    }
  }
  throw new Error('The seed gives Ana no deal with a nugget to check.');
}

const published = async (person: string): Promise<Map<string, number>> =>
  new Map(
    (
      await org.admin.query(`SELECT Skill__r.Name, Score__c FROM Readiness__c WHERE Person__c = '${person}' AND Scope__c = 'Skill'`)
    ).map((row) => [(row['Skill__r'] as { Name: string }).Name, Number(row['Score__c'])]),
  );

describe('a rep in a deal', () => {
  let nugget: { deal: string; title: string };

  beforeAll(async () => {
    nugget = await findNugget();
  });

  it('sees at most three published nuggets of five minutes in all, with reasons', async () => {
    const cards = panel(rep.page).locator('li', { has: rep.page.getByRole('link') });
    const texts = await cards.allInnerTexts();
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.length).toBeLessThanOrEqual(3);
    const minutes = texts.map((text) => Number(/(\d+) min/.exec(text)?.[1]));
    const sum = minutes.reduce((total, each) => total + each, 0);
    expect(sum).toBeLessThanOrEqual(5);
    await panel(rep.page).getByText(`${sum} min`, { exact: true }).first().waitFor();
    for (let index = 0; index < texts.length; index += 1) {
      expect(await cards.nth(index).getByRole('listitem').count()).toBeGreaterThan(0);
    }
    const names = (await titles(rep.page)).map((title) => `'${title.replace(/'/g, "\\'")}'`);
    const rows = await org.admin.query(`SELECT Status__c FROM Nugget__c WHERE Name IN (${names.join(',')})`);
    expect(rows.map((row) => row['Status__c'])).toEqual(names.map(() => 'Published'));
  });

  it('is told why, in full, on demand', async () => {
    const why = rep.page.getByRole('button', { name: 'Why these?' });
    await why.click();
    await panel(rep.page).getByText('You see at most 3 nuggets and 5 minutes.').waitFor();
    await rep.page.getByRole('button', { name: 'Hide why' }).click();
  });

  it('gets other nuggets when the stage changes, without a reload', async () => {
    const { page } = rep;
    const [row] = await org.admin.query(`SELECT StageName FROM Opportunity WHERE Id = '${nugget.deal}'`);
    const stage = String(row?.['StageName']);
    const other = stage === 'Prospecting' ? 'Negotiation/Review' : 'Prospecting';
    const before = await titles(page);
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
    const mark = async (to: string): Promise<void> => {
      await page.getByRole('option', { name: to }).click();
      await page.getByRole('button', { name: 'Mark as Current Stage' }).click();
      await page.getByRole('option', { name: `Current stage ${to}` }).waitFor();
    };
    await mark(other);
    await until(
      () => titles(page),
      (now) => now.length > 0 && JSON.stringify(now) !== JSON.stringify(before),
    );
    expect(await panel(page).innerText()).not.toContain(`Stage: ${stage}`);
    await mark(stage);
    await until(
      () => titles(page),
      (now) => JSON.stringify(now) === JSON.stringify(before),
    );
    expect(await page.getAttribute('body', 'data-same')).toBe('yes');
  });

  it('says what helps and what does not, puts away, and takes each back', async () => {
    const { page } = rep;
    const title =
      (await until(
        () => titles(page),
        (now) => now.length > 0,
      ).then(async (all) => {
        for (const each of all) {
          if (await page.getByRole('button', { name: `Helpful: ${each}`, exact: true }).isVisible()) return each;
        }
        return undefined;
      })) ?? nugget.title;
    const undo = page.getByRole('button', { name: `Undo` }).and(page.locator(`[title="Undo for ${title}"], :scope`));
    const card = panel(page).locator('li', { hasText: title }).first();
    for (const [button, said, type] of [
      ['Helpful', 'You found this helpful.', 'Helpful'],
      ['Not helpful', 'You found this not helpful.', 'Not Helpful'],
      ['Not now', 'Put away for 30 days.', 'Dismissed'],
    ] as const) {
      await page.getByRole('button', { name: `${button}: ${title}`, exact: true }).click();
      await card.getByText(said).waitFor();
      await undo.and(card.locator('button')).first().click();
      await page.getByRole('button', { name: `${button}: ${title}`, exact: true }).waitFor();
      const events = await until(
        () =>
          org.admin.query(
            `SELECT Type__c, Undone__c, Opportunity__c FROM Learning_Event__c WHERE OwnerId = '${ana}' AND Nugget__r.Name = '${title.replace(/'/g, "\\'")}' ORDER BY CreatedDate DESC, Id DESC LIMIT 1`,
          ),
        ([event]) => event?.['Undone__c'] === true,
      );
      expect(events[0]).toMatchObject({ Type__c: type, Undone__c: true, Opportunity__c: nugget.deal });
    }
  });

  it('reads a nugget and answers its checks with the keyboard; key and explanation come after the answer', async () => {
    const { page } = rep;
    await panel(page).getByRole('link', { name: nugget.title, exact: true }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: nugget.title }).waitFor();
    await dialog.getByRole('button', { name: /Check yourself|Check again/ }).press('Enter');

    const asked = checks.filter((check) => check.nugget === nugget.title);
    const explanations = checks.map(({ explanation }) => explanation);
    let right = 0;
    for (let position = 1; position <= asked.length; position += 1) {
      await dialog.getByText(`Question ${position} of ${asked.length}`).waitFor();
      const prompt = (await dialog.locator('legend').innerText()).trim();
      const check = asked.find((each) => each.prompt === prompt);
      if (!check) throw new Error(`The page asks what is not in the org: ${prompt}`);
      const options = await dialog.getByRole('radio').count();
      const place = (await dialog.locator('label').allInnerTexts()).findIndex((text) =>
        text.includes(check.options[check.correct] ?? ''),
      );
      // The first goes right, the second not.
      const answersRight = position !== 2;
      const key = answersRight ? place + 1 : ((place + 1) % options) + 1;
      await until(
        () => page.evaluate(() => deepActive(document)?.tagName, undefined).catch(() => undefined),
        () => true,
      );
      await page.keyboard.press(String(key));
      // Before the answer: neither this explanation nor that of any question still to come is in the browser.
      const known = new Set(asked.slice(0, 0).map(({ explanation }) => explanation));
      expect(explanations).toContain(check.explanation);
      expect(await leaks(rep, [check.explanation])).toEqual([]);
      expect(known.size).toBe(0);
      await page.keyboard.press('Enter');
      await dialog.getByText(answersRight ? 'That is right' : 'Not this time').waitFor();
      await dialog.getByText(check.explanation).waitFor();
      if (answersRight) right += 1;
      // The button to go on has the focus.
      await until(
        () => dialog.getByRole('button', { name: /Next question|See what it did/ }).evaluate((button) => button.matches(':focus')),
        (focused) => focused,
      );
      await page.keyboard.press('Enter');
    }
    await dialog.getByText(right === asked.length ? `You answered all ${right}` : `You answered ${right} of ${asked.length}`).waitFor();
    for (const effect of await dialog.locator('.effect').all()) {
      const name = await effect.locator('.effect-skill').innerText();
      const change = await effect.locator('.effect-change').innerText();
      shown.set(name.trim(), Number(/(\d+)\s*$/.exec(change)?.[1]));
      expect(await effect.getByRole('listitem').count()).toBeGreaterThan(0);
    }
    expect(shown.size).toBeGreaterThan(0);
    await dialog.getByRole('button', { name: 'Done' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
  });

  it('has been told no key and no explanation but those of the answered questions', async () => {
    const others = checks.filter(({ nugget: title }) => title !== nugget.title);
    expect(others.length).toBeGreaterThan(50);
    expect(await leaks(rep, others.map(({ explanation }) => explanation))).toEqual([]);
    expect(await leaks(rep, ['Correct_Option'])).toEqual([]);
    expect(rep.complaints).toEqual([]);
  });

  it('finds after the sync the readiness that the page foretold', async () => {
    const report = await org.sync();
    expect(report).toMatchObject({ refused: [], warnings: [] });
    const scores = await published(ana);
    for (const [skill, score] of shown) {
      expect({ skill, difference: Math.abs((scores.get(skill) ?? Number.NaN) - score) <= 1 }).toEqual({
        skill,
        difference: true,
      });
    }
  });
});
