import { openJsforceClient } from './jsforce-client.ts';
import { loginFor } from './login.ts';
import type { OrgClient } from './org-client.ts';
import type { RetryOptions } from './retry.ts';
import { type ConnectionOptions, type Environment, resolveSettings } from './settings.ts';

export type * from './org-client.ts';
export { API_VERSION, resolveSettings } from './settings.ts';
export type { ConnectionOptions, ConnectionSettings, Environment } from './settings.ts';
export { isOrgAway } from './org-away.ts';
export { OrgRefusal } from './rest.ts';
export { redact } from './redact.ts';
export { type RefusedRecord, isGone, notGone, reasonOf } from './refused-record.ts';

/**
 * Connects to the org that the options or the environment name.
 *
 * @throws FluencyError for each missing or wrong piece; none of them holds a secret.
 */
export async function connect(
  options: ConnectionOptions = {},
  environment: Environment = process.env,
  retry?: RetryOptions,
): Promise<OrgClient> {
  const settings = resolveSettings(options, environment);
  return openJsforceClient(loginFor(settings), settings.apiVersion, retry);
}
