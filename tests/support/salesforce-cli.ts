import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command did. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command says with `--json`. */
export interface JsonOutcome {
  readonly status: number;
  /** Of a command that failed. */
  readonly name?: string;
  readonly message?: string;
  readonly result?: unknown;
}

/** The Salesforce CLI, logged in to one org, in a home and a working folder of its own. */
export interface CliSession {
  /** The working folder. */
  readonly folder: string;
  /** Runs a command as a person would: `sf('data', 'query', '--query', …)`. */
  sf(...args: readonly string[]): Promise<Outcome>;
  /** Runs it for its JSON. */
  json(...args: readonly string[]): Promise<JsonOutcome>;
  close(): void;
}

const TIMEOUT_MS = 180_000;
const OUTPUT_LIMIT = 64 * 1024 * 1024;

/**
 * Logs the CLI in with a token, as `sf org login access-token` does, and makes the org its default.
 *
 * @throws Error with what the CLI said when it does not log in
 */
export async function loginToCli(
  script: string,
  org: { readonly url: string; readonly accessToken: string },
): Promise<CliSession> {
  const home = mkdtempSync(join(tmpdir(), 'sf-home-'));
  const folder = mkdtempSync(join(tmpdir(), 'sf-work-'));
  const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
    new Promise((resolve) => {
      const env = { ...environment(home), ...more };
      const options = { cwd: folder, env, timeout: TIMEOUT_MS, maxBuffer: OUTPUT_LIMIT };
      const child = execFile(process.execPath, [script, ...args], options, (_, stdout, stderr) => {
        resolve({ exitCode: child.exitCode ?? 1, stdout, stderr });
      });
    });
  const login = await run(
    ['org', 'login', 'access-token', '--instance-url', org.url, '--no-prompt', '--alias', 'local', '--set-default'],
    { SF_ACCESS_TOKEN: org.accessToken },
  );
  if (login.exitCode !== 0) throw new Error(`The Salesforce CLI does not log in: ${login.stderr}`);
  return {
    folder,
    sf: (...args) => run(args),
    json: async (...args) => {
      const { stdout, stderr } = await run([...args, '--json']);
      try {
        return JSON.parse(stdout) as JsonOutcome;
      } catch (error) {
        throw new Error(`sf ${args.join(' ')} did not answer with JSON: ${stdout}${stderr}`, { cause: error });
      }
    },
    close: () => {
      for (const each of [home, folder]) rmSync(each, { recursive: true, force: true });
    },
  };
}

/** Nothing of the person's own logins and settings, and nothing sent or updated. `CI` makes progress plain lines. */
function environment(home: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    SystemRoot: process.env['SystemRoot'] ?? '',
    HOME: home,
    USERPROFILE: home,
    SF_DATA_DIR: join(home, 'data'),
    SF_CACHE_DIR: join(home, 'cache'),
    SF_CONFIG_DIR: join(home, 'config'),
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_HIDE_RELEASE_NOTES: 'true',
    SF_DISABLE_LOG_FILE: 'true',
    NO_COLOR: '1',
    CI: 'true',
  };
}
