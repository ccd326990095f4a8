import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Connection } from 'jsforce';

import { DEFAULT_ADMINISTRATOR } from '../../local-org/bootstrap.ts';
import { startLocalOrg } from '../../local-org/start.ts';

export const API_VERSION = '66.0';

const REAL_ORG_GAPS: TargetFactory['gaps'] = {
  password: 'only a token of the org is known',
  'connected app': 'a connected app is registered in Setup, by hand',
};

/** An org that the contract is checked against. */
export interface Target {
  readonly url: string;
  /** A connection as an administrator. */
  connect(): Promise<Connection>;
  /** What the administrator logs in with; empty where only a token is known. */
  readonly credentials: { readonly username: string; readonly password: string };
  /** Where clients are registered with the org as connected apps; empty where a test cannot register one. */
  readonly connectedAppsFile: string;
  close(): Promise<void>;
}

/** What a test may need that not every target offers. */
export type Need = 'password' | 'connected app';

export interface TargetFactory {
  readonly name: string;
  /** Whether it is local-org. */
  readonly isEmbedded: boolean;
  /** Needs that the target cannot meet, with the reason. */
  readonly gaps: Readonly<Partial<Record<Need, string>>>;
  open(): Promise<Target>;
}

/**
 * local-org, and a real org when `FLUENCY_CONTRACT_URL` (its instance URL) and `FLUENCY_CONTRACT_TOKEN` (an access
 * token of an administrator) are in the environment. Use a scratch org: the suite deploys objects and writes records.
 */
export function contractTargets(): readonly TargetFactory[] {
  const { FLUENCY_CONTRACT_URL: url, FLUENCY_CONTRACT_TOKEN: token } = process.env;
  const local: TargetFactory = { name: 'local-org', isEmbedded: true, gaps: {}, open: openLocalOrg };
  return url === undefined || token === undefined
    ? [local]
    : [local, { name: 'a real org', isEmbedded: false, gaps: REAL_ORG_GAPS, open: () => openRealOrg(url, token) }];
}

async function openLocalOrg(): Promise<Target> {
  const directory = mkdtempSync(join(tmpdir(), 'contract-'));
  const { url, close } = await startLocalOrg({ directory });
  const { username, password } = DEFAULT_ADMINISTRATOR;
  return {
    url,
    credentials: { username, password },
    connectedAppsFile: join(directory, 'connected-apps.json'),
    connect: async () => {
      const connection = new Connection({ loginUrl: url, version: API_VERSION });
      await connection.login(username, password);
      return connection;
    },
    close: async () => {
      await close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function openRealOrg(url: string, token: string): Promise<Target> {
  return {
    url,
    credentials: { username: '', password: '' },
    connectedAppsFile: '',
    connect: () => Promise.resolve(new Connection({ instanceUrl: url, accessToken: token, version: API_VERSION })),
    close: () => Promise.resolve(),
  };
}
