import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchChromium } from './support/chromium.ts';
import { startPagesOrg, type PagesOrg } from './support/pages-org.ts';

jest.setTimeout(120_000);

let org: PagesOrg;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  org = await startPagesOrg(join(process.cwd(), 'tests/e2e/fixtures'));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await org?.close();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
});

afterEach(() => context.close());

async function signIn(name: string, path: string): Promise<void> {
  await page.goto(org.url + path);
  await page.locator('button.person', { hasText: name }).click();
  await page.waitForURL(`**${path}`);
}

const deal = (): string => `/lightning/r/Opportunity/${org.dealId}/view`;
const fact = (name: string): Promise<string | null> => page.locator(`c-deal-facts .${name}`).textContent();
const expectText = (selector: string, text: string): Promise<unknown> =>
  page.locator(selector, { hasText: text }).first().waitFor();

/** As a person replaces a number: the input shows it unformatted only while it has the focus. */
async function retype(input: Locator, text: string): Promise<void> {
  await input.click();
  await input.press('ControlOrMeta+a');
  await input.pressSequentially(text);
}

describe('a record page', () => {
  beforeEach(() => signIn('Rosa Rep', deal()));

  it('shows header, path, details and deployed components with what the platform gives them', async () => {
    await expectText('shell-highlights-panel .slds-page-header__title', 'Globex renewal');
    await expectText('shell-highlights-panel', '$1,000');
    await expectText('shell-path .slds-is-current', 'Proposal/Price Quote');
    await expectText('shell-detail-panel', 'Globex renewal');
    await expectText('c-deal-facts .query', 'Proposal/Price Quote');
    await expectText('c-deal-facts .object', 'Opportunity 10');
    await expectText('c-deal-facts', 'Facts & figures');
    expect(await fact('account')).toBe('Globex');
    expect(await fact('amount')).toBe('$1,000.00');
    expect(await fact('user')).toBe(org.repId);
    expect(await fact('limit')).toBe('number 3');
    expect(await fact('form')).toBe('Large');
    expect(await fact('place')).toBe('standard__recordPage Opportunity');
    expect(await fact('picture')).toBe('/resource/picture');
    expect(await fact('dream')).toBe('undefined');
  });

  it('keeps standing when a component breaks, and says what is not there', async () => {
    await expectText('shell-component-host', 'The component brokenPanel has a problem: out of order');
    await expectText('shell-unsupported', 'runtime_sales_activities:activityPanel');
    await expectText('c-platform-only', 'lightning/recordForm is part of Salesforce');
    await expectText('c-deal-facts .stage', 'Proposal/Price Quote');
  });

  it('changes the stage everywhere without loading the page again, and back', async () => {
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
    await page.locator('shell-path .mark', { hasText: 'Mark Stage as Complete' }).click();
    await expectText('c-deal-facts .stage', 'Negotiation/Review');
    await expectText('c-deal-facts .query', 'Negotiation/Review');
    await expectText('shell-path .slds-is-current', 'Negotiation/Review');
    await expectText('shell-detail-panel', 'Negotiation/Review');
    await expectText('.slds-notify_toast', 'Stage changed successfully.');
    await expectText('shell-rich-text', 'Almost won');
    await page
      .locator('shell-path .slds-path__link', { hasText: 'Proposal/Price Quote' })
      .or(page.locator('shell-path [title="Proposal/Price Quote"]'))
      .first()
      .click();
    await page.locator('shell-path .mark', { hasText: 'Mark as Current Stage' }).click();
    await expectText('c-deal-facts .stage', 'Proposal/Price Quote');
    await page.locator('shell-rich-text').waitFor({ state: 'detached' });
    expect(await page.getAttribute('body', 'data-same')).toBe('yes');
  });

  it("edits fields in place and shows the org's objection at the field", async () => {
    await page.locator('[data-field="Amount"] button').click();
    const probability = page.locator('[data-input="Probability"] input');
    await retype(probability, '5000');
    await page.locator('shell-detail-panel .footer button', { hasText: 'Save' }).click();
    await expectText('[data-input="Probability"]', 'outside of valid range');
    await expectText('shell-detail-panel .footer', 'Review the errors on this page.');
    await retype(probability, '80');
    const amount = page.locator('[data-input="Amount"] input');
    await retype(amount, '1500');
    await amount.blur();
    await page.locator('shell-detail-panel .footer button', { hasText: 'Save' }).click();
    await expectText('shell-highlights-panel', '$1,500');
    await expectText('c-deal-facts .amount', '$1,500.00');
    await expectText('.slds-notify_toast', 'Opportunity was saved.');
  });

  it('serves updateRecord, executeMutation, refresh, toasts and modals', async () => {
    await expectText('c-deal-facts .query', 'Proposal/Price Quote');
    await page.locator('c-deal-facts .update button').click();
    await expectText('c-deal-facts .answer', 'saved $4,200.00');
    await expectText('shell-highlights-panel', '$4,200');
    await page.locator('c-deal-facts .mutate button').click();
    await expectText('c-deal-facts .answer', 'mutated');
    await expectText('c-deal-facts .next', 'Call back');
    await expectText('shell-detail-panel', 'Call back');
    await page.locator('c-deal-facts .refresh button').click();
    await expectText('c-deal-facts .refreshes', '1');
    await page.locator('c-deal-facts .toast button').click();
    await expectText('.slds-notify_toast', 'from a component');
    await page.locator('c-deal-facts .modal button').click();
    await expectText('lightning-overlay-container .content', 'inside');
    await page.locator('lightning-overlay-container .okay button').click();
    await expectText('c-deal-facts .answer', 'modal okay');
  });

  it('moves between pages and back without loading', async () => {
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
    await page.locator('c-deal-facts .go button').click();
    await page.waitForURL(`**/lightning/r/User/${org.repId}/view`);
    await expectText('shell-highlights-panel .slds-page-header__title', 'Rosa Rep');
    await page.goBack();
    await expectText('shell-highlights-panel .slds-page-header__title', 'Globex renewal');
    await page.locator('shell-navigation-bar a', { hasText: 'Home' }).click();
    await expectText('shell-rich-text', 'Good morning');
    expect(await page.getAttribute('body', 'data-same')).toBe('yes');
  });

  it('obeys the Content-Security-Policy and complains of nothing but the broken component', async () => {
    await expectText('c-deal-facts .query', 'Proposal/Price Quote');
    expect(complaints.filter((text) => !text.includes('out of order'))).toEqual([]);
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await expectText('c-deal-facts .form', 'Small');
    await expectText('shell-detail-panel', 'Globex renewal');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

describe('the shell', () => {
  it('lists, sorts and searches', async () => {
    await signIn('Rosa Rep', '/lightning/o/Opportunity/list');
    const row = (n: number): string => `shell-list-view tbody tr:nth-child(${n})`;
    await expectText('shell-list-view', '3 items');
    await expectText(row(1), 'Initech pilot');
    await expectText(row(2), 'Globex renewal');
    await expectText(row(3), "O'Neil 100%");
    await page.locator('shell-list-view button.sort', { hasText: 'Amount' }).click();
    await expectText('shell-list-view', 'Sorted by Amount');
    await expectText(row(1), "O'Neil 100%");
    await page.locator('shell-list-view .search input').fill("o'neil 100%");
    await expectText('shell-list-view', '1 item ');
    await page.locator('shell-list-view a', { hasText: "O'Neil" }).click();
    await expectText('shell-path .slds-is-won', 'Closed Won');
  });

  it('becomes somebody else at once, with their rights', async () => {
    await signIn('Rosa Rep', deal());
    await expectText('c-deal-facts .user', org.repId);
    await page.locator('shell-person-switcher .trigger').click();
    await page.locator('shell-person-switcher input').fill('manager');
    await page.locator('shell-person-switcher .choice', { hasText: 'Max Manager' }).click();
    await expectText('shell-person-switcher .trigger', 'Max Manager');
    expect(await fact('user')).not.toBe(org.repId);
  });

  it('says when a page does not exist', async () => {
    await signIn('Rosa Rep', '/lightning/n/Nowhere');
    await expectText('shell-message', "Page doesn't exist");
  });

  it('lets nobody in without a session', async () => {
    const response = await page.request.get(`${org.url}/local-org/people`);
    expect(response.status()).toBe(401);
    const other = await page.request.post(`${org.url}/local-org/session`, {
      data: { userId: org.repId },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(other.status()).toBe(403);
  });
});
