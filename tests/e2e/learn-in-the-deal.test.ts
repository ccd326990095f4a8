import type { Locator, Page } from 'playwright-core';
import type { SyncReport } from '../../service/sync/index.ts';
import { textsOf, type Visit } from '../support/browser.ts';
import { findTexts, readCheckKeys, type CheckKey } from '../support/check-keys.ts';
import { OrgCalls } from '../support/org-calls.ts';
import { until } from '../support/until.ts';
import { useDemo } from './support/demo.ts';

jest.setTimeout(180_000);

const demo = useDemo();
let ana: string;
let rep: Visit;
let checks: readonly CheckKey[];
/** A deal of the rep, and the nugget there that is read. */
let deal: string;
let nugget: string;
/** What the page said about skills after the checks: name → score. */
const foretold = new Map<string, number>();

const quoted = (text: string): string => `'${text.replace(/'/g, "\\'")}'`;
const panel = (page: Page): Locator => page.getByRole('article').filter({ hasText: 'Learn for this deal' });
const titles = (page: Page): Promise<string[]> => textsOf(panel(page).locator('.open'));
const sameAs = (some: readonly string[]) => (others: readonly string[]) =>
  JSON.stringify(some) === JSON.stringify(others);

/**
 * Opens the rep's deals until one shows a nugget whose checks the rep was not asked lately, and one that is there
 * because of the deal's stage.
 */
async function openDeal(): Promise<void> {
  const deals = await demo.org.admin.query(
    `SELECT Id FROM Opportunity WHERE OwnerId = '${ana}' AND IsClosed = false ORDER BY CreatedDate`,
  );
  const answers = await demo.org.admin.query(
    `SELECT Question__r.Nugget__r.Name FROM Check_Response__c WHERE OwnerId = '${ana}' AND CreatedDate = LAST_N_DAYS:2`,
  );
  const asked = new Set(answers.map((row) => (row['Question__r'] as { Nugget__r: { Name: string } }).Nugget__r.Name));
  for (const { Id = '' } of deals) {
    await rep.page.goto(`/lightning/r/Opportunity/${Id}/view`);
    await panel(rep.page).locator('.open').first().waitFor();
    const title = (await titles(rep.page)).find(
      (each) => !asked.has(each) && checks.filter((check) => check.nugget === each).length > 1,
    );
    if (title === undefined || !(await panel(rep.page).innerText()).includes('Stage: ')) continue;
    deal = Id;
    nugget = title;
    return;
  }
  throw new Error('The seed gives this rep no deal with a nugget to check.');
}

/** What the org holds about the rep's skills: name → score. */
async function readScores(): Promise<Map<string, number>> {
  const rows = await demo.org.admin.query(
    `SELECT Skill__r.Name, Score__c FROM Readiness__c WHERE Person__c = '${ana}' AND Scope__c = 'Skill'`,
  );
  return new Map(rows.map((row) => [(row['Skill__r'] as { Name: string }).Name, Number(row['Score__c'])]));
}

/** Skills whose score was shown more than a point away from what the org holds. */
const differing = (shown: ReadonlyMap<string, number>, held: ReadonlyMap<string, number>): object[] =>
  [...shown]
    .map(([skill, score]) => ({ skill, shown: score, held: held.get(skill) ?? Number.NaN }))
    .filter((each) => !(Math.abs(each.shown - each.held) <= 1));

beforeAll(async () => {
  ana = await demo.org.personId('Ana Ruiz');
  checks = await readCheckKeys(demo.org.admin);
  rep = await demo.as('Ana Ruiz');
  await openDeal();
});

describe('a rep in a deal', () => {
  it('sees at most three published nuggets, of five minutes in all, each with reasons', async () => {
    const cards = panel(rep.page)
      .getByRole('listitem')
      .filter({ has: rep.page.locator('.open') });
    const texts = await textsOf(cards);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.length).toBeLessThanOrEqual(3);
    const minutes = texts.reduce((sum, text) => sum + Number(/(\d+) min/.exec(text)?.[1]), 0);
    expect(minutes).toBeLessThanOrEqual(5);
    await panel(rep.page).getByText(`${minutes} min`, { exact: true }).first().waitFor();
    for (const card of await cards.all()) expect(await card.getByRole('listitem').count()).toBeGreaterThan(0);
    const shown = await titles(rep.page);
    const rows = await demo.org.admin.query(
      `SELECT Status__c FROM Nugget__c WHERE Name IN (${shown.map(quoted).join(',')})`,
    );
    expect(rows.map((row) => row['Status__c'])).toEqual(shown.map(() => 'Published'));
  });

  it('is told why, in full, when asked for', async () => {
    await rep.page.getByRole('button', { name: 'Why these?' }).click();
    await panel(rep.page).getByText('You see at most 3 nuggets and 5 minutes.').waitFor();
    await rep.page.getByRole('button', { name: 'Hide why' }).click();
    await panel(rep.page).getByText('You see at most 3 nuggets').waitFor({ state: 'detached' });
    expect(rep.complaints).toEqual([]);
  });

  it('gets other nuggets when the stage changes, and the first ones back, without a reload', async () => {
    const { page } = rep;
    const [row] = await demo.org.admin.query(`SELECT StageName FROM Opportunity WHERE Id = '${deal}'`);
    const stage = String(row?.['StageName']);
    const before = await titles(page);
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
    const mark = async (to: string): Promise<void> => {
      await page.getByRole('option', { name: to }).click();
      await page.getByRole('button', { name: 'Mark as Current Stage' }).click();
      await page.getByRole('option', { name: `Current stage ${to}` }).waitFor();
    };
    await mark(stage === 'Prospecting' ? 'Negotiation/Review' : 'Prospecting');
    await until(
      () => titles(page),
      (now) => now.length > 0 && !sameAs(before)(now),
    );
    expect(await panel(page).innerText()).not.toContain(`Stage: ${stage}`);
    await mark(stage);
    await until(() => titles(page), sameAs(before));
    expect(await page.getAttribute('body', 'data-same')).toBe('yes');
  });

  it('reads a nugget and answers its checks with the keyboard; explanations come after the answers only', async () => {
    const { page } = rep;
    const asked = checks.filter((check) => check.nugget === nugget);
    const secret = new Set(checks.map(({ explanation }) => explanation));
    const published = await readScores();
    const begun = new Map<string, number>();
    await panel(page).getByRole('button', { name: nugget, exact: true }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: nugget }).first().waitFor();
    await dialog.getByRole('button', { name: /^Check (yourself|again)$/ }).press('Enter');
    for (let position = 1; position <= asked.length; position += 1) {
      await dialog.getByText(`Question ${position} of ${asked.length}`).waitFor();
      await dialog.locator('input:focus').waitFor();
      const prompt = await dialog.getByRole('group').locator('legend').innerText();
      const check = asked.find((each) => each.prompt === prompt.trim());
      if (!check) throw new Error(`The page asks what is not in the org: ${prompt}`);
      const options = await dialog.getByRole('radio').all();
      const labels = await textsOf(dialog.locator('label'));
      const right = labels.findIndex((text) => text.includes(check.correctText));
      const isRight = position !== 2;
      await page.keyboard.press(String((isRight ? right : (right + 1) % options.length) + 1));
      expect(findTexts(await rep.answers(), [...secret])).toEqual([]);
      await page.keyboard.press('Enter');
      await dialog.getByText(isRight ? 'That is right' : 'Not this time').waitFor();
      await dialog.getByText(check.explanation).waitFor();
      secret.delete(check.explanation);
      await dialog.locator('button:focus', { hasText: /Next question|See what it did/ }).waitFor();
      await page.keyboard.press('Enter');
    }
    await dialog.getByRole('heading', { name: `You answered ${asked.length - 1} of ${asked.length}` }).waitFor();
    for (const effect of await dialog.locator('.effect').all()) {
      const name = await effect.locator('.effect-skill').innerText();
      const change = await effect.locator('.effect-change').innerText();
      foretold.set(name.trim(), Number(/(\d+)$/.exec(change.trim())?.[1]));
      const before = /^(\d+) →/.exec(change.trim())?.[1];
      if (before !== undefined) begun.set(name.trim(), Number(before));
      expect(await effect.getByRole('listitem').count()).toBeGreaterThan(0);
    }
    expect(foretold.size).toBeGreaterThan(0);
    expect(differing(begun, published)).toEqual([]);
    await dialog.getByRole('button', { name: 'Done' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(findTexts(await rep.answers(), [...secret])).toEqual([]);
    const data = (await rep.answers()).filter(({ path }) => path.startsWith('/services/'));
    expect(findTexts(data, ['Correct_Option'])).toEqual([]);
  });

  it.each([
    ['Helpful', 'You found this helpful.', 'Helpful'],
    ['Not helpful', 'You found this not helpful.', 'Not Helpful'],
    ['Not now', 'Put away for 30 days.', 'Dismissed'],
  ])('says %s of the nugget, and takes it back', async (button, said, type) => {
    const { page } = rep;
    const card = panel(page).getByRole('listitem').filter({ hasText: nugget }).first();
    const give = page.getByRole('button', { name: `${button}: ${nugget}`, exact: true });
    const latest = (): Promise<unknown> =>
      demo.org.admin
        .query(
          `SELECT Type__c, Undone__c, Opportunity__c FROM Learning_Event__c WHERE OwnerId = '${ana}' AND Nugget__r.Name = ${quoted(nugget)} AND Type__c = '${type}' ORDER BY CreatedDate DESC LIMIT 1`,
        )
        .then(([event]) => ({ opportunity: event?.['Opportunity__c'], undone: event?.['Undone__c'] }));
    const became = (undone: boolean) => (event: unknown) =>
      JSON.stringify(event) === JSON.stringify({ opportunity: deal, undone });
    const undo = card.getByRole('button', { name: 'Undo' });
    // What was said a while ago is taken back first.
    await undo.or(give).first().waitFor();
    if (await undo.isVisible()) await undo.press('Enter');
    await give.press('Enter');
    await card.getByText(said).waitFor();
    await until(latest, became(false));
    await undo.press('Enter');
    await give.waitFor();
    expect(await until(latest, became(true))).toEqual({ opportunity: deal, undone: true });
  });
});

describe('after the sync', () => {
  let synced: SyncReport;

  beforeAll(async () => {
    synced = await demo.org.sync();
  });

  it('the org holds the readiness that the page foretold, to the point', async () => {
    expect(synced).toMatchObject({ refused: [], warnings: [] });
    const scores = await readScores();
    expect(differing(foretold, scores)).toEqual([]);
    expect(rep.complaints).toEqual([]);
  });

  it.each(['Ben Okafor', 'Robert Kane', 'Carla Moreno'])(
    '%s, above the rep, sees it on Home and drills to the person',
    async (name) => {
      const [row] = await demo.org.admin.query(
        `SELECT Score__c FROM Readiness__c WHERE Person__c = '${ana}' AND Scope__c = 'Overall'`,
      );
      const overall = String(Math.round(Number(row?.['Score__c'])));
      const manager = await demo.as(name);
      const { page } = manager;
      await page.goto('/lightning/page/home');
      const line = page.getByRole('row').filter({ hasText: 'Ana Ruiz' });
      await line
        .getByRole('gridcell')
        .filter({ hasText: `Ana Ruiz, Overall: ${overall}` })
        .waitFor();
      await line.getByRole('button', { name: 'Ana Ruiz' }).click();
      await page.waitForURL(`**/lightning/r/User/${ana}/view`);
      const profile = page.getByRole('article').filter({ hasText: 'By domain' });
      await profile.getByRole('heading', { name: 'Evidence' }).waitFor();
      expect(await profile.locator('section').first().innerText()).toContain(overall);
      await profile.getByText('Check answered right').first().waitFor();
      await profile.getByText('today').first().waitFor();
      expect(manager.complaints).toEqual([]);
      await manager.close();
    },
  );

  describe('a peer', () => {
    let peer: Visit;

    beforeAll(async () => {
      peer = await demo.as('Marcus Webb');
    });

    it("is told on the person's page that it is not visible", async () => {
      await peer.page.goto(`/lightning/r/User/${ana}/view`);
      await peer.page.getByText('Not visible to you').waitFor();
      await peer.page.getByText('Only Ana Ruiz, the managers above').waitFor();
      expect(peer.complaints).toEqual([]);
    });

    it.each(['Readiness__c', 'Readiness_Snapshot__c', 'Check_Response__c', 'Learning_Event__c', 'Skill_Assessment__c'])(
      'is refused %s by the server, whatever the door',
      async (object) => {
        const calls = new OrgCalls(demo.org.url, peer.token);
        const hers = `FROM ${object} WHERE OwnerId = '${ana}'`;
        const [known] = await demo.org.admin.query(`SELECT Id ${hers} LIMIT 1`);
        const id = known?.Id ?? '';
        expect(id).not.toBe('');
        expect((await calls.soql(`SELECT Id ${hers}`)).records).toEqual([]);
        expect((await calls.soql(`SELECT COUNT(Id) n ${hers}`)).records).toMatchObject([{ n: 0 }]);
        const where = `where: { OwnerId: { eq: "${ana}" } }`;
        const rows = await calls.graphql(`${object}(${where}, first: 5) { edges { node { Id } } }`);
        expect(rows.json).toMatchObject({ data: { uiapi: { query: { [object]: { edges: [] } } } }, errors: [] });
        const figures = await calls.graphql(
          `${object}(${where}, first: 5) { edges { node { aggregate { Id { count { value } } } } } }`,
          'aggregate',
        );
        expect(figures.text).not.toMatch(/"value":[1-9]/);
        expect((await calls.send('GET', `/sobjects/${object}/${id}`)).status).toBe(404);
        const record = await calls.send('GET', `/ui-api/records/${id}?fields=${object}.Id`);
        expect(record.status).toBeGreaterThanOrEqual(403);
      },
    );
  });
});
