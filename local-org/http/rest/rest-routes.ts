import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { ingestResources } from '../bulk/ingest-resources.ts';
import { queryJobResources } from '../bulk/query-job-resources.ts';
import type { Answer, Resource } from '../call.ts';
import { instanceUrlOf } from '../instance-url.ts';
import type { ServedOrg } from '../served-org.ts';
import type { Services } from '../services.ts';
import { callerOf } from '../session/caller.ts';
import { requestClock } from '../session/request-clock.ts';
import { graphqlResources } from '../../graphql/graphql-resources.ts';
import { uiApiResources } from '../ui-api/ui-api-resources.ts';
import { collectionResources } from './collection-resources.ts';
import { compositeResources } from './composite-resources.ts';
import { Dispatcher } from './dispatch.ts';
import { deployResources } from './deploy-resources.ts';
import { orgResources } from './org-resources.ts';
import { passwordResources } from './password-resources.ts';
import { queryResources } from './query-resources.ts';
import { replicationResources } from './replication-resources.ts';
import { notFound, restErrorAnswer } from './rest-error.ts';
import { searchResources } from './search-resources.ts';
import { sobjectResources } from './sobject-resources.ts';
import { treeResources } from './tree-resources.ts';
import { API_VERSIONS, isApiVersion } from './versions.ts';

/** Everything below `/services/data`. */
export function registerRest(
  app: FastifyInstance,
  parts: { org: ServedOrg; services: Services; timeTravel: boolean },
): void {
  const resources: readonly Resource[] = [
    ...orgResources,
    ...queryResources,
    ...searchResources,
    ...replicationResources,
    ...passwordResources,
    ...sobjectResources,
    ...treeResources,
    ...compositeResources(() => dispatcher),
    ...collectionResources,
    ...graphqlResources,
    ...uiApiResources,
    ...ingestResources,
    ...queryJobResources,
    ...deployResources,
  ];
  const dispatcher: Dispatcher = new Dispatcher(resources);

  app.get('/services/data', () =>
    API_VERSIONS.map((version) => ({ label: `API ${version}`, url: `/services/data/v${version}`, version })),
  );
  const answerTo = (request: FastifyRequest): Promise<Answer> => answer(dispatcher, parts, request);
  for (const url of ['/services/data/:version', '/services/data/:version/*']) {
    app.route({
      method: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
      url,
      handler: async (request, reply) => send(reply, await answerTo(request), parts.services),
    });
  }
}

async function answer(
  dispatcher: Dispatcher,
  { org, services, timeTravel }: { org: ServedOrg; services: Services; timeTravel: boolean },
  request: FastifyRequest,
): Promise<Answer> {
  try {
    const actor = callerOf(request, org, services.sessions);
    services.usage.count(org.now());
    const [path = '', query = ''] = request.url.split(/\?(.*)/s);
    const [, version = '', below = ''] = /^\/services\/data\/([^/]*)(\/.*)?$/s.exec(path) ?? [];
    if (!isApiVersion(version)) {
      throw notFound();
    }
    const parameters = new URLSearchParams(query);
    return await dispatcher.dispatch({
      org,
      services,
      actor,
      version,
      path: below,
      method: methodOf(request, parameters),
      query: parameters,
      headers: request.headers,
      body: request.body,
      instanceUrl: instanceUrlOf(request),
      clock: requestClock(request.headers, org, actor, timeTravel),
    });
  } catch (error) {
    return restErrorAnswer(error);
  }
}

/** Clients that cannot send PATCH post and say so in a parameter, as the REST API allows. */
function methodOf(request: FastifyRequest, parameters: URLSearchParams): string {
  const stated = request.method === 'POST' ? parameters.get('_HttpMethod') : null;
  return (stated ?? request.method).toUpperCase();
}

function send(reply: FastifyReply, { status, body, headers }: Answer, services: Services): FastifyReply {
  reply.status(status).header('sforce-limit-info', services.usage.header());
  for (const [name, value] of Object.entries(headers ?? {})) {
    reply.header(name, value);
  }
  if (body === undefined) {
    return reply.send();
  }
  if (typeof body === 'string') {
    return reply.send(body);
  }
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}
