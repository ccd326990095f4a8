import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Connection } from 'jsforce';

import { DEFAULT_ADMINISTRATOR } from '../../local-org/bootstrap.ts';
import { startLocalOrg } from '../../local-org/start.ts';

const API_VERSION = '66.0';

/** An org that the contract is checked against. */
export interface Target {
  readonly url: string;
  /** A connection as an administrator. */
  connect(): Promise<Connection>;
  /** What the administrator logs in with; undefined where only a token is known. */
  readonly credentials: { readonly username: string; readonly password: string } | undefined;
  /** Where clients are registered with the org as connected apps; undefined where a test cannot register one. */
  readonly connectedAppsFile: string | undefined;
  close(): Promise<void>;
}

export interface TargetFactory {
  readonly name: string;
  open(): Promise<Target>;
}

/**
 * local-org, and a real org when `FLUENCY_CONTRACT_URL` (its instance URL) and `FLUENCY_CONTRACT_TOKEN` (an access
 * token of an administrator) are in the environment. Use a scratch org: the suite deploys objects and writes records.
 */
export function contractTargets(): readonly TargetFactory[] {
  const { FLUENCY_CONTRACT_URL: url, FLUENCY_CONTRACT_TOKEN: token } = process.env;
  const local: TargetFactory = { name: 'local-org', open: openLocalOrg };
  return url === undefined || token === undefined
    ? [local]
    : [local, { name: 'a real org', open: () => openRealOrg(url, token) }];
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
    credentials: undefined,
    connectedAppsFile: undefined,
    connect: () => Promise.resolve(new Connection({ instanceUrl: url, accessToken: token, version: API_VERSION })),
    close: () => Promise.resolve(),
  };
}
