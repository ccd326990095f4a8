import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';

import { OrgError } from '../error.ts';
import { BulkJobs } from './bulk/bulk-jobs.ts';
import { registerFaults } from './faults/fault-routes.ts';
import { registerMultipart } from './multipart.ts';
import { AuthorizationCodes } from './oauth/authorization-codes.ts';
import { registerAuthorize } from './oauth/authorize-routes.ts';
import { connectedAppsIn } from './oauth/connected-apps.ts';
import { registerOAuth } from './oauth/oauth-routes.ts';
import type { OAuthServices } from './oauth/token.ts';
import { QueryCursors } from './rest/query-cursors.ts';
import { messageOf, notFound, restErrorAnswer } from './rest/rest-error.ts';
import { registerRest } from './rest/rest-routes.ts';
import type { ServedOrg } from './served-org.ts';
import type { Services } from './services.ts';
import { ApiUsage } from './session/api-usage.ts';
import { Approvals } from './session/approvals.ts';
import { requireLoopbackHost } from './session/loopback-host.ts';
import { Sessions } from './session/sessions.ts';
import { Deployments } from './soap/deployments.ts';
import { registerStreaming } from './streaming/streaming-routes.ts';
import { registerSoap } from './soap/soap-routes.ts';

/** Bulk uploads and deployments are the largest requests: the platform takes 150 MB. */
const BODY_LIMIT = 200 * 1024 * 1024;

export interface AppOptions {
  /** Where sessions and registered clients are kept. */
  readonly directory: string;
  /** Lets an administrator's requests state their own moment. */
  readonly timeTravel: boolean;
  /** Opens the door for faults on demand; only on loopback. */
  readonly faults?: boolean;
  /** True when only this machine reaches the org, which then answers to no other name. */
  readonly loopback: boolean;
}

/** The org's HTTP doors, not listening yet. */
export async function createApp(
  org: ServedOrg,
  options: AppOptions,
): Promise<{ app: FastifyInstance; services: Services }> {
  const services: Services = {
    sessions: new Sessions(options.directory, org.organizationId),
    cursors: new QueryCursors(),
    usage: new ApiUsage(),
    bulk: new BulkJobs(org),
    deployments: new Deployments(org),
  };
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    // Instance URLs arrive with a trailing slash, so paths come as //services/…
    rewriteUrl: (request) => (request.url ?? '/').replace(/^\/{2,}/, '/'),
    routerOptions: { ignoreTrailingSlash: true, caseSensitive: true },
  });
  if (options.loopback) {
    app.addHook('onRequest', requireLoopbackHost);
  }
  if (options.loopback && options.faults === true) {
    registerFaults(app);
  }
  await app.register(cookie);
  await app.register(formbody);
  await registerMultipart(app);
  registerBodies(app);
  app.setErrorHandler((error, _request, reply) => {
    const { status, body } = restErrorAnswer(clientError(error) ?? error);
    return reply.status(status).send(body);
  });
  app.setNotFoundHandler((_request, reply) => {
    const { status, body } = restErrorAnswer(notFound());
    return reply.status(status).send(body);
  });
  const approvals = new Approvals(options.directory, services.sessions);
  const oauth: OAuthServices = {
    org,
    approvals,
    sessions: services.sessions,
    codes: new AuthorizationCodes(),
    apps: connectedAppsIn(options.directory),
  };
  registerOAuth(app, oauth);
  registerAuthorize(app, oauth);
  registerSoap(app, { org, sessions: services.sessions, deployments: services.deployments });
  registerStreaming(app, { org, sessions: services.sessions });
  registerRest(app, { org, services, timeTravel: options.timeTravel });
  app.addHook('onClose', () => {
    services.bulk.close();
    approvals.close();
    services.sessions.close();
  });
  return { app, services };
}

/** XML and CSV stay text; JSON may be empty, as DELETE requests send it. */
function registerBodies(app: FastifyInstance): void {
  app.addContentTypeParser(
    ['text/xml', 'application/xml', 'application/soap+xml', 'text/csv', 'text/plain'],
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, body);
    },
  );
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : (JSON.parse(String(body)) as unknown));
    } catch (error) {
      done(
        new OrgError('JSON_PARSER_ERROR', `The HTTP entity body is not well-formed JSON: ${messageOf(error)}`),
        undefined,
      );
    }
  });
}

/** What fastify itself refuses, such as a body that is too large, in the REST API's terms. */
function clientError(error: unknown): OrgError | undefined {
  if (error instanceof OrgError || !(error instanceof Error) || !('statusCode' in error)) {
    return undefined;
  }
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode < 500
    ? new OrgError('INVALID_INPUT', error.message, { status: statusCode })
    : undefined;
}
