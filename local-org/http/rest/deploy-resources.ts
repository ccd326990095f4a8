import { OrgError } from '../../error.ts';
import { isObject } from '../../json-object.ts';
import { ok, type Answer, type Call, type Resource } from '../call.ts';
import { toDeployStatus } from '../soap/deploy-status.ts';

/** Metadata deployment over REST; SOAP offers the same. */
export const deployResources: readonly Resource[] = [
  { method: 'POST', pattern: '/metadata/deployRequest', handle: start },
  { method: 'GET', pattern: '/metadata/deployRequest/:id', handle: status },
  { method: 'PATCH', pattern: '/metadata/deployRequest/:id', handle: cancel },
];

/**
 * A multipart request: the part `file` with the zip, and one with the options, which the guide calls `json` and jsforce
 * `entity_content`. Or JSON that names a validation, whose package is deployed then.
 */
async function start(call: Call): Promise<Answer> {
  const parts = isObject(call.body) ? call.body : {};
  if (typeof parts['validatedDeployRequestId'] === 'string') {
    return quickDeploy(call, parts['validatedDeployRequestId']);
  }
  const { file } = parts;
  const json = parts['json'] ?? parts['entity_content'];
  if (!(file instanceof Uint8Array)) {
    throw new OrgError('INVALID_INPUT', "Send multipart/form-data with the parts 'json' and 'file'");
  }
  const request: unknown = typeof json === 'string' ? JSON.parse(json) : {};
  const options = isObject(request) && isObject(request['deployOptions']) ? request['deployOptions'] : {};
  const deployment = call.services.deployments.start(call.actor, file, { checkOnly: options['checkOnly'] === true });
  return {
    status: 201,
    body: {
      id: deployment.id,
      url: `${call.instanceUrl}/services/data/${call.version}/metadata/deployRequest/${deployment.id}`,
      deployOptions: options,
    },
  };
}

async function quickDeploy(call: Call, validatedDeployRequestId: string): Promise<Answer> {
  const { id } = await call.services.deployments.startValidated(call.actor, validatedDeployRequestId);
  return { status: 201, body: { id, validatedDeployRequestId } };
}

function cancel(call: Call): Promise<Answer> {
  return call.services.deployments.cancel(call.actor, call.params['id'] ?? '');
}

async function status(call: Call): Promise<Answer> {
  const deployment = await call.services.deployments.status(call.actor, call.params['id'] ?? '');
  const includeDetails = call.query.get('includeDetails') === 'true';
  return ok({ id: deployment.id, url: null, deployResult: toDeployStatus(deployment, includeDetails) });
}
