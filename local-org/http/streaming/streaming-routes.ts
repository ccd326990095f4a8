import type { FastifyInstance } from 'fastify';
import Server from 'faye/src/protocol/server.js';
import type { BayeuxMessage } from 'faye/src/protocol/server.js';

import { OrgError } from '../../error.ts';
import { isObject } from '../../json-object.ts';
import type { Org } from '../../org.ts';
import { isApiVersion } from '../rest/versions.ts';
import { actorOf, bearerOf } from '../session/caller.ts';
import type { Sessions } from '../session/sessions.ts';
import { ChangeEngine } from './change-engine.ts';
import { sessionExtension, type StreamingRequest } from './session-extension.ts';

/** Seconds that a request waits for an event, as the platform has it. */
const PATIENCE_S = 110;

/**
 * `/cometd/XX.0`: change events over Bayeux by long polling. A session is named by a token only, never by a cookie, so
 * that no page of another site can follow the org.
 */
export function registerStreaming(app: FastifyInstance, { org, sessions }: { org: Org; sessions: Sessions }): void {
  let made: ChangeEngine | undefined;
  const engine = (): ChangeEngine => {
    if (made === undefined) throw new Error('Faye made no engine');
    return made;
  };
  const server = Server.create<StreamingRequest>({
    timeout: PATIENCE_S,
    engine: { type: { create: (host) => (made = new ChangeEngine(org, host, 2 * PATIENCE_S * 1000)) } },
  });
  server.addExtension(sessionExtension(org, engine));
  app.post<{ Params: { version: string } }>('/cometd/:version', (request, reply) => {
    if (!isApiVersion(`v${request.params.version}`)) {
      throw new OrgError(
        'INVALID_INPUT',
        `Unsupported API version '${request.params.version}'. URI format: '/cometd/66.0'`,
      );
    }
    const messages = messagesOf(request.body);
    const token = bearerOf(request);
    const who = (): ReturnType<typeof actorOf> => (token === undefined ? undefined : actorOf(token, org, sessions));
    // An answer that nobody waits for any more must not take its events along.
    const waiting = messages.flatMap(({ channel, clientId }) =>
      channel === '/meta/connect' && clientId ? [clientId] : [],
    );
    const marks = waiting.map((clientId) => engine().mark(clientId));
    reply.raw.once('close', () => {
      if (reply.raw.writableFinished) return;
      for (const clientId of waiting) server.closeSocket(clientId);
      for (const takeBack of marks) takeBack();
    });
    return new Promise((resolve) => {
      server.process(messages, { who }, (replies) => resolve(replies));
    });
  });
  app.addHook('preClose', () => Promise.resolve(server.close()));
}

function messagesOf(body: unknown): BayeuxMessage[] {
  const messages: unknown[] = [body].flat();
  if (messages.length === 0 || !messages.every(isMessage)) {
    throw new OrgError('INVALID_INPUT', 'Send one Bayeux message, or a list of them, each with a channel');
  }
  return messages;
}

function isMessage(value: unknown): value is BayeuxMessage {
  return isObject(value) && typeof value['channel'] === 'string';
}
