import type { BayeuxMessage, Extension } from 'faye/src/protocol/server.js';

import { isObject, type JsonObject } from '../../json-object.ts';
import type { Org } from '../../org.ts';
import type { Actor } from '../../security/types.ts';
import type { ChangeEngine, WhoIs } from './change-engine.ts';
import { replayStart, subscriptionError } from './subscriptions.ts';

/** What a streaming request brings besides its messages. */
export interface StreamingRequest {
  /** Who sent it, asked now: undefined for a session that ended or never was. */
  readonly who: WhoIs;
}

const HANDSHAKE = '/meta/handshake';
const CONNECT = '/meta/connect';
const SUBSCRIBE = '/meta/subscribe';
const TRANSPORT = 'long-polling';
const UNKNOWN_CLIENT = '403::Unknown client';
const NO_SESSION = '401::Authentication invalid';

/** The rules of the org over Faye's protocol: sessions, rights, replay; and errors in the platform's words. */
export function sessionExtension(org: Org, engine: () => ChangeEngine): Extension<StreamingRequest> {
  return {
    incoming(message, { who }, callback) {
      const error = refusalOf(org, engine(), message, who());
      callback(error === undefined ? message : { ...message, error });
    },
    outgoing(message, { who }, callback) {
      const { channel = '' } = message;
      if (!channel.startsWith('/meta/')) return callback(message);
      if (who() === undefined) return callback(withoutSession(message));
      if (channel === HANDSHAKE && message.successful) {
        engine().identify(message.clientId ?? '', who);
        return callback({
          ...message,
          supportedConnectionTypes: [TRANSPORT],
          ext: { replay: true, 'payload.format': true },
        });
      }
      return callback(inOurWords(message));
    },
  };
}

/** Why a message is refused, or undefined. A subscription that is accepted has its place in the log then. */
function refusalOf(
  org: Org,
  engine: ChangeEngine,
  message: BayeuxMessage,
  actor: Actor | undefined,
): string | undefined {
  const { channel = '', clientId } = message;
  if (actor === undefined) return NO_SESSION;
  if (!channel.startsWith('/meta/')) return '403::Clients cannot publish to this channel';
  if (channel === HANDSHAKE) return undefined;
  if (clientId === undefined || engine.userOf(clientId) !== actor.userId) return UNKNOWN_CLIENT;
  if (channel === CONNECT && message.connectionType !== TRANSPORT) {
    return `400::Invalid connection type {${message.connectionType ?? ''}}`;
  }
  if (channel !== SUBSCRIBE) return undefined;
  const access = org.access(actor);
  for (const name of [message.subscription ?? []].flat()) {
    const error = subscriptionError(org, access, name);
    if (error !== undefined) return error;
    const asked = replayOf(message)[name];
    const start = replayStart(org, asked);
    if (start === undefined) {
      return (
        `400::The replayId {${String(asked)}} you provided was invalid. Please provide a valid ID, -2 to replay all ` +
        'events, or -1 to replay only new events.'
      );
    }
    engine.startAfter(clientId, name, start);
  }
  return undefined;
}

function replayOf({ ext }: BayeuxMessage): JsonObject {
  const replay = ext?.['replay'];
  return isObject(replay) ? replay : {};
}

/** An answer to somebody without a session: nobody should try again with the same token. */
function withoutSession(message: BayeuxMessage): BayeuxMessage {
  const refused = { ...message, successful: false, advice: { reconnect: 'none', interval: 0 } };
  return message.channel === HANDSHAKE
    ? {
        ...refused,
        error: '403::Handshake denied',
        ext: { sfdc: { failureReason: NO_SESSION }, replay: true },
      }
    : { ...refused, error: NO_SESSION };
}

function inOurWords(message: BayeuxMessage): BayeuxMessage {
  const unknown = message.error === UNKNOWN_CLIENT || /^401:.*Unknown client/.test(message.error ?? '');
  if (!unknown) return message;
  return { ...message, error: UNKNOWN_CLIENT, advice: { reconnect: 'handshake', interval: 0 } };
}
