import { OrgError } from '../../error.ts';
import { ok, type Answer, type Call, type Resource } from '../call.ts';
import { toDeployStatus } from '../soap/deploy-status.ts';
import { isObject } from './body.ts';

/** Metadata deployment over REST; SOAP offers the same. */
export const deployResources: readonly Resource[] = [
  { method: 'POST', pattern: '/metadata/deployRequest', handle: start },
  { method: 'GET', pattern: '/metadata/deployRequest/:id', handle: status },
];

/** A multipart request: the part `json` with the options, the part `file` with the zip. */
function start(call: Call): Answer {
  const parts = isObject(call.body) ? call.body : {};
  const { json, file } = parts;
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

async function status(call: Call): Promise<Answer> {
  const deployment = await call.services.deployments.status(call.actor, call.params['id'] ?? '');
  const includeDetails = call.query.get('includeDetails') === 'true';
  return ok({ id: deployment.id, url: null, deployResult: toDeployStatus(deployment, includeDetails) });
}
