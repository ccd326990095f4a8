import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServedOrg } from '../../../local-org/http/served-org.ts';
import type { Actor } from '../../../local-org/security/types.ts';
import { type StartedOrg, startLocalOrg } from '../../../local-org/start.ts';
import { type OrgClient, connect } from '../../../service/connection/index.ts';
import type { RetryOptions } from '../../../service/connection/retry.ts';
import { assignPermissionSets, deploySource } from '../../../service/deploy/index.ts';
import { missingLwcBuilds } from '../../../service/deploy/missing-lwc-builds.ts';

export const ADMIN = { username: 'admin@fluency.local', password: 'fluency-admin-1' };

export interface TestOrg extends StartedOrg {
  readonly directory: string;
  /** Environment variables that lead the service to this org. */
  readonly environment: Readonly<Record<string, string>>;
  connect(retry?: RetryOptions): Promise<OrgClient>;
}

const SOURCE = 'force-app';

/** A running org of its own with the package deployed; the deploy is done once for each state of the package. */
export async function startDeployedOrg(options: { readonly faults?: boolean } = {}): Promise<TestOrg> {
  const template = await deployedTemplate();
  const directory = mkdtempSync(join(tmpdir(), 'fluency-org-'));
  cpSync(template, directory, { recursive: true });
  const started = await startLocalOrg({ directory, ...options });
  const environment = { SF_LOGIN_URL: started.url, SF_USERNAME: ADMIN.username, SF_PASSWORD: ADMIN.password };
  return {
    ...started,
    directory,
    environment,
    connect: (retry) => connect({}, environment, retry),
    close: async () => {
      await started.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export function administratorOf(org: ServedOrg): Actor {
  const actor = org.actorByUsername(ADMIN.username);
  if (actor === undefined) throw new Error('the org has no administrator');
  return actor;
}

async function deployedTemplate(): Promise<string> {
  if (missingLwcBuilds(SOURCE).length > 0) execFileSync('npm', ['run', '--silent', 'lwc:build'], { stdio: 'inherit' });
  const template = join(tmpdir(), `fluency-org-template-${hashOf([SOURCE, 'local-org'])}`);
  if (existsSync(template)) return template;
  const building = mkdtempSync(join(tmpdir(), 'fluency-org-building-'));
  const started = await startLocalOrg({ directory: building });
  try {
    const client = await connect(
      {},
      { SF_LOGIN_URL: started.url, SF_USERNAME: ADMIN.username, SF_PASSWORD: ADMIN.password },
    );
    const report = await deploySource(client, SOURCE);
    if (!report.succeeded) throw new Error(`the package was refused: ${JSON.stringify(report.failures, undefined, 1)}`);
    await assignPermissionSets(client, ['Fluency_Sync', 'Fluency_Admin']);
  } finally {
    await started.close();
  }
  mkdirSync(join(template, '..'), { recursive: true });
  try {
    renameSync(building, template);
  } catch (error) {
    // Another test file was faster.
    if (!existsSync(template)) throw error;
    rmSync(building, { recursive: true, force: true });
  }
  return template;
}

function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('__tests__') && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
