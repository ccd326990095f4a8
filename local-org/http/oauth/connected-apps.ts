import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

const FILE = 'connected-apps.json';

const connectedApp = z.strictObject({
  consumerKey: z.string().min(1),
  consumerSecret: z.string().min(1).optional(),
  /** PEM certificate (or public key) that the app's JWT assertions are signed for. */
  certificate: z.string().optional(),
  /** Users whom the app may log in by assertion; everybody when absent. */
  usernames: z.array(z.string()).optional(),
  /** Where a browser may be sent after its user allowed the app in. */
  callbackUrls: z.array(z.string()).optional(),
  /** The user as whom the client credentials flow runs. */
  runAs: z.string().optional(),
});

export type ConnectedApp = z.infer<typeof connectedApp>;

/** The Salesforce CLI is known to every org: `sf org login web` names this client. */
const SALESFORCE_CLI: ConnectedApp = {
  consumerKey: 'PlatformCLI',
  callbackUrls: ['http://localhost:1717/OauthRedirect'],
};

/** Clients registered with the org, as an administrator registers connected apps. */
export interface ConnectedApps {
  find(consumerKey: string): ConnectedApp | undefined;
}

/**
 * Connected apps from `<directory>/connected-apps.json`, a list of `{ consumerKey, consumerSecret?, certificate?,
 * usernames?, callbackUrls?, runAs? }`. Read afresh for each login, so that registering one needs no restart.
 */
export function connectedAppsIn(directory: string): ConnectedApps {
  const path = join(directory, FILE);
  return {
    find(consumerKey) {
      return [...readApps(path), SALESFORCE_CLI].find((app) => app.consumerKey === consumerKey);
    },
  };
}

function readApps(path: string): ConnectedApp[] {
  if (!existsSync(path)) {
    return [];
  }
  const parsed = z.array(connectedApp).safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    throw new Error(`${path} is not a list of connected apps: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}
