import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const SALESFORCE_CLI_VERSION = '2.150.6';

/** Says why there is to be no Salesforce CLI: for who wants none, and for processes that would only find out again. */
export const MISSING_CLI = 'FLUENCY_NO_SALESFORCE_CLI';

/** The script that Node runs as `sf`, or why there is none. */
export type SalesforceCli = { readonly script: string } | { readonly missing: string };

const CACHE = fileURLToPath(new URL('../.cache/salesforce-cli/', import.meta.url));

/** Its newest HTTP library needs Node 22, the one before works on all that Fluency runs on. */
const PACKAGE = {
  name: 'salesforce-cli-for-tests',
  private: true,
  dependencies: { '@salesforce/cli': SALESFORCE_CLI_VERSION },
  overrides: { undici: '^7' },
};

const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;
const TIMEOUT_MS = 300_000;

/**
 * Makes sure that the Salesforce CLI is in the cache folder, where it is installed once. It is no dependency of the
 * package: only the contract tests run it.
 *
 * @throws Error when npm cannot install it, although it reaches its registry
 */
export function ensureSalesforceCli(): SalesforceCli {
  const home = path.join(CACHE, SALESFORCE_CLI_VERSION);
  const script = path.join(home, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');
  const known = process.env[MISSING_CLI];
  if (known !== undefined) return { missing: known };
  if (existsSync(script)) return { script };
  const missing = install(home);
  return missing === undefined ? { script } : { missing };
}

/** Installs beside the place and moves there, so that what is there is whole. Says why not if npm reached nothing. */
function install(home: string): string | undefined {
  console.log(`Installing the Salesforce CLI ${SALESFORCE_CLI_VERSION} for the contract tests (npm install) …`);
  const folder = `${home}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(PACKAGE));
    const npm = spawnSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'],
      {
        cwd: folder,
        encoding: 'utf8',
        // Tests have a home folder of their own; npm's settings and cache are in that of the person.
        env: { ...process.env, HOME: userInfo().homedir },
        shell: process.platform === 'win32',
        timeout: TIMEOUT_MS,
      },
    );
    if (npm.status === 0) {
      moveTo(home, folder);
      return undefined;
    }
    const said = `${npm.stderr}${npm.error?.message ?? ''}`;
    const [code] = UNREACHABLE.exec(said) ?? [];
    if (code !== undefined) return `npm does not reach its registry: ${code}`;
    throw new Error(`npm could not install @salesforce/cli@${SALESFORCE_CLI_VERSION}: ${said.trim()}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Another process may have been faster; its installation is as good. */
function moveTo(home: string, folder: string): void {
  try {
    renameSync(folder, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  }
}
