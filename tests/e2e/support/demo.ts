import type { Browser } from 'playwright-core';
import { launchBrowser, visit, type Viewport, type Visit } from '../../support/browser.ts';
import { startDemoOrg, type DemoOrg } from '../../support/demo-org.ts';

export interface Demo {
  readonly org: DemoOrg;
  /** Signs a seeded person in, e.g. `Ana Ruiz`. */
  as(name: string, viewport?: Viewport): Promise<Visit>;
}

/** A copy of the demo and a browser for all tests of a file: there from its first `beforeAll` on. */
export function useDemo(): Demo {
  let org: DemoOrg;
  let browser: Browser;
  beforeAll(async () => {
    // One after the other: an org that does not start leaves no browser behind.
    org = await startDemoOrg();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await org?.close();
  });
  return {
    get org() {
      return org;
    },
    as: async (name, viewport) => visit(browser, org.url, await org.personId(name), viewport),
  };
}
