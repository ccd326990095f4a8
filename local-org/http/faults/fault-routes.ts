import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { OrgError } from '../../error.ts';
import { restErrorAnswer } from '../rest/rest-error.ts';
import { FaultPlan, readFaultSettings, type Fault } from './fault-plan.ts';

const PATH = '/local-org/faults';

/** How the platform words a refused call. */
const REFUSALS: Partial<Record<Fault, OrgError>> = {
  UNABLE_TO_LOCK_ROW: new OrgError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record'),
  REQUEST_LIMIT_EXCEEDED: new OrgError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', { status: 403 }),
  SERVER_UNAVAILABLE: new OrgError('SERVER_UNAVAILABLE', 'The server is temporarily unavailable', { status: 503 }),
  INVALID_SESSION_ID: new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', { status: 401 }),
};

/**
 * Faults on demand, for tests of what talks to an org: `PUT /local-org/faults` makes a share of the calls below
 * `/services/data` go wrong, `DELETE` ends that, `GET` says what came of it. A real org has no such door, so it is
 * opened on purpose (`faults` of `startLocalOrg`), and only on loopback.
 */
export function registerFaults(app: FastifyInstance): void {
  const plan = new FaultPlan();
  app.get(PATH, () => plan.report());
  app.put(PATH, (request) => {
    plan.use(readFaultSettings(request.body));
    return plan.report();
  });
  app.delete(PATH, async (_request, reply) => {
    plan.use(undefined);
    await reply.status(204).send();
  });
  const cutAfter = new WeakSet<FastifyRequest>();
  app.addHook('onRequest', async (request, reply) => {
    const fault = request.url.startsWith('/services/data/') ? plan.next(request.method) : undefined;
    if (fault === 'SLOW') await wait(plan.delayMs);
    else if (fault === 'CUT') cut(request, reply);
    else if (fault === 'CUT_AFTER') cutAfter.add(request);
    else if (fault !== undefined) await refuse(reply, fault);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (cutAfter.has(request)) cut(request, reply);
    return payload;
  });
}

function cut(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  request.raw.socket.destroy();
}

async function refuse(reply: FastifyReply, fault: Fault): Promise<void> {
  const { status, body } = restErrorAnswer(REFUSALS[fault]);
  await reply.status(status).send(body);
}
