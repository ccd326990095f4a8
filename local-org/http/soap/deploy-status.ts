import type { DeployMessage } from '../../metadata/deploy-result.ts';
import type { Deployment } from './deployments.ts';

/** A deployment in the platform's `DeployResult` form, the same in SOAP and REST. */
export function toDeployStatus(deployment: Deployment, includeDetails: boolean): Record<string, unknown> {
  const { result, fault, finishedAt, options } = deployment;
  const done = finishedAt !== undefined;
  const failures = result?.componentFailures.length ?? 0;
  const successes = result?.componentSuccesses.length ?? 0;
  return {
    checkOnly: options.checkOnly === true,
    ...(done ? { completedDate: finishedAt.toISOString() } : {}),
    createdBy: deployment.actor.userId,
    createdByName: deployment.actorName,
    createdDate: deployment.startedAt.toISOString(),
    ...(includeDetails ? { details: detailsOf(deployment) } : {}),
    done,
    ...(fault === undefined ? {} : { errorMessage: fault.message, errorStatusCode: fault.code }),
    id: deployment.id,
    ignoreWarnings: false,
    lastModifiedDate: (finishedAt ?? deployment.startedAt).toISOString(),
    numberComponentErrors: failures,
    numberComponentsDeployed: result?.success === true ? successes : 0,
    numberComponentsTotal: failures + successes,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    rollbackOnError: true,
    runTestsEnabled: false,
    startDate: deployment.startedAt.toISOString(),
    status: done ? (result?.success === true ? 'Succeeded' : 'Failed') : 'InProgress',
    success: result?.success === true,
  };
}

function detailsOf({ result, finishedAt, startedAt }: Deployment): Record<string, unknown> {
  const date = (finishedAt ?? startedAt).toISOString();
  return {
    componentFailures: (result?.componentFailures ?? []).map((message) => toMessage(message, date)),
    componentSuccesses: (result?.componentSuccesses ?? []).map((message) => toMessage(message, date)),
    runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 },
  };
}

function toMessage(message: DeployMessage, createdDate: string): Record<string, unknown> {
  return { ...message, createdDate };
}
