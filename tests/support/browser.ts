import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  type Request,
  type Response,
} from 'playwright-core';
import { ensureChromium } from '../../scripts/ensure-chromium.ts';
import { until } from './until.ts';

/** What the browser was answered. */
export interface Answer {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly status: number;
  readonly sent: string;
  readonly body: string;
}

/** One person at a browser. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The session's token, for the calls that a program of this person would make. */
  readonly token: string;
  /** Errors of the page and of its console. */
  readonly complaints: string[];
  /** Goes to a page and waits until it asks for nothing more. */
  open(path: string): Promise<void>;
  /** Waits until the page asks for nothing more. */
  settle(): Promise<void>;
  /** Everything the browser was answered so far, in full, in the order of the answers. */
  answers(): Promise<readonly Answer[]>;
  /** Keeps a picture of the whole page, `NAME.png`, in the folder `FLUENCY_SCREENSHOTS`; without one, none. */
  look(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export const DESKTOP: Viewport = { width: 1440, height: 1000 };
export const PHONE: Viewport = { width: 390, height: 844 };

/** Milliseconds: a busy machine is slow. */
const PATIENCE = 30_000;

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser, and installs it where there is none. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), headless: true, args: ARGUMENTS });
}

/** Signs a person in, in a browser session of their own; what the browser is answered from then on is kept. */
export async function visit(
  browser: Browser,
  url: string,
  userId: string,
  viewport: Viewport = DESKTOP,
): Promise<Visit> {
  const context = await browser.newContext({ baseURL: url, viewport });
  const session = await context.request.post('/local-org/session', {
    data: { userId },
    headers: { accept: 'application/json' },
  });
  if (!session.ok()) throw new Error(`The org does not let ${userId} in: ${session.status()} ${await session.text()}`);
  const token = (await context.cookies()).find(({ name }) => name === 'sid')?.value ?? '';
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  const answers: Promise<Answer | Error>[] = [];
  page.on('response', (response) => {
    answers.push(readAnswer(response));
  });
  const settle = quietOf(page);
  return {
    page,
    context,
    token,
    complaints,
    settle,
    async open(path) {
      await page.goto(path);
      await settle();
    },
    async answers() {
      return (await Promise.all(answers)).map((answer) => {
        if (answer instanceof Error) throw answer;
        return answer;
      });
    },
    async look(name) {
      const folder = process.env['FLUENCY_SCREENSHOTS'];
      if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    },
    close: () => context.close(),
  };
}

/** How long nothing must be under way for a page to be at rest. */
const QUIET = 200;

/** What waits until no request of the page has been under way for a moment. */
function quietOf(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  let latest = Date.now();
  const note = (change: () => void): void => {
    change();
    latest = Date.now();
  };
  page.on('request', (request) => note(() => underWay.add(request)));
  page.on('requestfinished', (request) => note(() => underWay.delete(request)));
  page.on('requestfailed', (request) => note(() => underWay.delete(request)));
  return async () => {
    const began = Date.now();
    await until(
      () => underWay.size === 0 && Date.now() - Math.max(latest, began) > QUIET,
      (quiet) => quiet,
    );
  };
}

/** The visible texts of all that a locator finds. Its own `allInnerTexts` finds nothing under LWC's synthetic shadow. */
export async function textsOf(locator: Locator): Promise<string[]> {
  const texts: string[] = [];
  for (const each of await locator.all()) texts.push((await each.innerText()).trim());
  return texts;
}

/** What was answered, or why it cannot be known. */
async function readAnswer(response: Response): Promise<Answer | Error> {
  const request = response.request();
  const { pathname, search } = new URL(response.url());
  try {
    const body = await response.text();
    const sent = request.postData() ?? '';
    return { method: request.method(), path: pathname + search, status: response.status(), sent, body };
  } catch (error) {
    return new Error(`The answer to ${pathname} cannot be read`, { cause: error });
  }
}
