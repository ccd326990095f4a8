import { EXIT, FluencyError, messageOf } from '../error.ts';
import type { Login, Session } from './login.ts';
import { redact } from './redact.ts';

/**
 * Logs in as the Salesforce CLI already did: by alias or username, from the CLI's own store, renewing the token when
 * it has expired. The library is loaded only here, because it takes most of a second.
 */
export function loginOfCli(targetOrg: string): Login {
  let renew = false;
  return async () => {
    const session = await readCliSession(targetOrg, renew);
    renew = true;
    return session;
  };
}

async function readCliSession(targetOrg: string, renew: boolean): Promise<Session> {
  const { AuthInfo, Org, StateAggregator } = await import('@salesforce/core');
  const aggregator = await StateAggregator.getInstance();
  const username = aggregator.aliases.resolveUsername(targetOrg);
  if (!(await aggregator.orgs.hasFile(username).catch(() => false))) {
    const known = (await AuthInfo.listAllAuthorizations()).map((login) => login.aliases?.[0] ?? login.username);
    throw new FluencyError('TARGET_ORG_UNKNOWN', 'The Salesforce CLI has no login by that alias or username.', {
      value: targetOrg,
      nextStep:
        known.length > 0
          ? `Use one of: ${known.join(', ')}; or run: sf org login web --alias ${targetOrg}`
          : `Run: sf org login web --alias ${targetOrg}`,
      exitCode: EXIT.connection,
    });
  }
  try {
    const org = await Org.create({ aliasOrUsername: username });
    if (renew) await org.refreshAuth();
    const connection = org.getConnection();
    const fields = connection.getAuthInfoFields();
    const { accessToken } = connection.getConnectionOptions();
    if (!accessToken || !fields.instanceUrl) throw new Error('the stored login holds no session');
    return {
      instanceUrl: fields.instanceUrl,
      accessToken,
      username,
      ...(fields.orgId ? { organizationId: fields.orgId } : {}),
    };
  } catch (error) {
    throw new FluencyError('TARGET_ORG_UNUSABLE', `The stored login cannot be used: ${redact(messageOf(error))}`, {
      value: targetOrg,
      nextStep: `Log in again: sf org login web --alias ${targetOrg}`,
      exitCode: EXIT.connection,
    });
  }
}
