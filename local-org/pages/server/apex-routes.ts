import type { FastifyInstance } from 'fastify';
import { callApex } from '../../apex/call-apex.ts';
import { OrgError } from '../../error.ts';
import { isSameOrigin } from '../../http/session/caller.ts';
import type { Org } from '../../org.ts';
import { pageActor } from './session-routes.ts';
import type { PagesOptions } from './types.ts';

/** Where components call Apex. On the platform this is part of a private protocol; only pages of this org use it. */
export function registerApexRoutes(app: FastifyInstance, org: Org, options: PagesOptions): void {
  app.post<{ Params: { name: string }; Body: Readonly<Record<string, unknown>> | undefined }>(
    '/local-org/apex/:name',
    (request, reply) => {
      const actor = isSameOrigin(request) ? pageActor(request, org, options) : undefined;
      if (actor === undefined) throw new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', { status: 401 });
      const answer = callApex(org, actor, request.params.name, request.body ?? {});
      return reply.header('cache-control', 'no-store').send(answer);
    },
  );
}
