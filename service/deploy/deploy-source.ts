import { existsSync } from 'node:fs';
import type { Connection } from '@salesforce/core';
import type { OrgClient } from '../connection/index.ts';
import { API_VERSION, redact } from '../connection/index.ts';
import { EXIT, FluencyError, messageOf } from '../error.ts';
import { missingLwcBuilds } from './missing-lwc-builds.ts';

export interface DeployFailure {
  readonly type: string;
  readonly name: string;
  readonly file: string;
  readonly line?: number;
  readonly problem: string;
}

export interface DeployReport {
  readonly id: string;
  readonly succeeded: boolean;
  readonly status: string;
  readonly components: number;
  readonly failures: readonly DeployFailure[];
}

export interface DeployOptions {
  /** Validate only. */
  readonly checkOnly?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

const POLL_MILLISECONDS = 500;
const TIMEOUT_SECONDS = 30 * 60;

/**
 * Deploys source-format metadata through the client's session. The libraries are loaded here and not at the top,
 * because they take most of a second.
 *
 * @throws FluencyError DEPLOY_SOURCE_MISSING, LWC_NOT_BUILT, DEPLOY_IMPOSSIBLE
 */
export async function deploySource(
  client: OrgClient,
  source: string,
  options: DeployOptions = {},
): Promise<DeployReport> {
  checkSource(source);
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const connection = await coreConnection(client);
  try {
    const components = ComponentSet.fromSource(source);
    components.apiVersion = API_VERSION;
    components.sourceApiVersion = API_VERSION;
    const deploy = await components.deploy({
      usernameOrConnection: connection,
      apiOptions: { checkOnly: options.checkOnly === true, singlePackage: true, rollbackOnError: true },
    });
    deploy.onUpdate(({ numberComponentsDeployed, numberComponentErrors, numberComponentsTotal }) =>
      options.onProgress?.(numberComponentsDeployed + numberComponentErrors, numberComponentsTotal),
    );
    const { response } = await deploy.pollStatus(POLL_MILLISECONDS, TIMEOUT_SECONDS);
    return reportOf(response);
  } catch (error) {
    throw new FluencyError('DEPLOY_IMPOSSIBLE', `The deploy could not be carried out: ${redact(messageOf(error))}`, {
      value: source,
      cause: error,
    });
  }
}

function checkSource(source: string): void {
  if (!existsSync(source)) {
    throw new FluencyError('DEPLOY_SOURCE_MISSING', 'There is no such folder of metadata.', {
      value: source,
      nextStep: 'Pass the folder of the package, such as force-app.',
      exitCode: EXIT.usage,
    });
  }
  const missing = missingLwcBuilds(source);
  if (missing.length > 0) {
    throw new FluencyError('LWC_NOT_BUILT', `These components are not built: ${missing.join(', ')}.`, {
      value: source,
      nextStep: 'Run: npm run lwc:build',
      exitCode: EXIT.usage,
    });
  }
}

/** The metadata library has its own connection class: it gets the session this client already has. */
async function coreConnection(client: OrgClient): Promise<Connection> {
  const { AuthInfo, Connection: CoreConnection, Lifecycle } = await import('@salesforce/core');
  // settings.ts lets plain HTTP through for this machine alone: the library need not warn of it.
  Lifecycle.getInstance().onWarning((warning) => {
    if (!warning.startsWith('Using insecure protocol')) process.emitWarning(warning);
    return Promise.resolve();
  });
  const { accessToken, instanceUrl } = client.session();
  const authInfo = await AuthInfo.create({
    username: accessToken,
    accessTokenOptions: { accessToken, instanceUrl, loginUrl: instanceUrl },
  });
  return CoreConnection.create({ authInfo, connectionOptions: { version: API_VERSION, accessToken, instanceUrl } });
}

interface MetadataResponse {
  readonly id: string;
  readonly success: boolean;
  readonly status: string;
  readonly numberComponentsTotal: number;
  readonly errorMessage?: string;
  readonly details?: { readonly componentFailures?: ComponentMessage | readonly ComponentMessage[] };
}

interface ComponentMessage {
  readonly componentType?: string;
  readonly fullName?: string;
  readonly fileName?: string;
  readonly lineNumber?: string | number;
  readonly problem?: string;
}

function reportOf(response: MetadataResponse): DeployReport {
  const messages = [response.details?.componentFailures ?? []].flat();
  const failures = messages.map((message) => ({
    type: message.componentType ?? '',
    name: message.fullName ?? '',
    file: message.fileName ?? '',
    ...(message.lineNumber === undefined ? {} : { line: Number(message.lineNumber) }),
    problem: message.problem ?? 'no reason given',
  }));
  if (!response.success && failures.length === 0) {
    failures.push({
      type: '',
      name: '',
      file: '',
      problem: response.errorMessage ?? `the deploy ended as ${response.status}`,
    });
  }
  return {
    id: response.id,
    succeeded: response.success,
    status: response.status,
    components: Number(response.numberComponentsTotal),
    failures,
  };
}
