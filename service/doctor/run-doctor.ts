import { type OrgClient, type OrgIdentity, redact } from '../connection/index.ts';
import { FluencyError, messageOf } from '../error.ts';
import { type Check, failure, ok } from './check.ts';
import { activityChecks, packageChecks } from './org-checks.ts';
import { replicaChecks } from './replica-checks.ts';

export interface DoctorOptions {
  readonly replica: string;
  readonly now: Date;
}

/** Looks at everything the service depends on; a check that cannot be made is a failed check, not an error. */
export async function runDoctor(connect: () => Promise<OrgClient>, options: DoctorOptions): Promise<Check[]> {
  const checks: Check[] = [];
  let client: OrgClient | undefined;
  let identity: OrgIdentity | undefined;
  try {
    client = await connect();
    identity = await client.identity();
    checks.push(ok('connection', `${client.instanceUrl} as ${identity.username} (org ${identity.organizationId})`));
  } catch (error) {
    checks.push(failed('connection', error));
  }
  if (client !== undefined && identity !== undefined) {
    const org = client;
    const packaged = await attempt('package', () => packageChecks(org));
    checks.push(...packaged);
    if (packaged.some((check) => check.name === 'package' && check.status === 'ok')) {
      checks.push(...(await attempt('last sync', () => activityChecks(org, options.now))));
    }
  }
  checks.push(...(await attempt('replica', () => replicaChecks(options.replica, identity?.organizationId))));
  return checks;
}

async function attempt(name: string, work: () => Promise<Check[]>): Promise<Check[]> {
  try {
    return await work();
  } catch (error) {
    return [failed(name, error)];
  }
}

function failed(name: string, error: unknown): Check {
  return failure(name, redact(messageOf(error)), error instanceof FluencyError ? error.nextStep : undefined);
}
