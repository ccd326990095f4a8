import type { BayeuxMessage, Engine, EngineHost } from 'faye/src/protocol/server.js';

import type { Org } from '../../org.ts';
import type { Actor } from '../../security/types.ts';
import { changeMessage } from './change-message.ts';
import { entitiesFor } from './subscriptions.ts';

/** Events that one answer carries at most; the client asks for the next ones at once. */
const EVENTS_AN_ANSWER = 500;

/** Who a client is, asked anew for every delivery: sessions end, and people lose rights. */
export type WhoIs = () => Actor | undefined;

interface Client {
  who: WhoIs;
  /** The id of the last event delivered, by channel. */
  readonly cursors: Map<string, number>;
  /** After which event a subscription begins that is about to be made, by channel. */
  readonly starts: Map<string, number>;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Faye's engine over the log of change events. Nothing is queued: a subscription is a place in the log, and whoever
 * asks gets what comes after it. So a slow client costs no memory, and replay is the same as following.
 */
export class ChangeEngine implements Engine {
  readonly #org: Org;
  readonly #host: EngineHost;
  readonly #idleMs: number;
  readonly #clients = new Map<string, Client>();
  readonly #stop: () => void;
  #waking = false;

  /** @param idleMs milliseconds without a request after which a client is forgotten */
  constructor(org: Org, host: EngineHost, idleMs: number) {
    this.#org = org;
    this.#host = host;
    this.#idleMs = idleMs;
    this.#stop = org.changes.onCommitted(() => this.#wake());
  }

  /** Says who a new client is. */
  identify(clientId: string, who: WhoIs): void {
    const client = this.#clients.get(clientId);
    if (client) client.who = who;
  }

  userOf(clientId: string): string | undefined {
    return this.#clients.get(clientId)?.who()?.userId;
  }

  /** Remembers what a client has been given; the answer takes it back to there, as when an answer did not arrive. */
  mark(clientId: string): () => void {
    const before = [...(this.#clients.get(clientId)?.cursors ?? [])];
    return () => {
      const cursors = this.#clients.get(clientId)?.cursors;
      for (const [channel, replayId] of before) if (cursors?.has(channel)) cursors.set(channel, replayId);
    };
  }

  /** Says after which event the subscription begins that is made next. */
  startAfter(clientId: string, channel: string, replayId: number): void {
    this.#clients.get(clientId)?.starts.set(channel, replayId);
  }

  disconnect(): void {
    this.#stop();
    for (const { timer } of this.#clients.values()) clearTimeout(timer);
    this.#clients.clear();
  }

  createClient(callback: (clientId: string) => void, context: unknown): void {
    const clientId = this.#host.generateId();
    this.#clients.set(clientId, { who: () => undefined, cursors: new Map(), starts: new Map(), timer: undefined });
    this.ping(clientId);
    callback.call(context, clientId);
  }

  destroyClient(clientId: string): void {
    clearTimeout(this.#clients.get(clientId)?.timer);
    if (this.#clients.delete(clientId)) this.#host.trigger('close', clientId);
  }

  clientExists(clientId: string | undefined, callback: (exists: boolean) => void, context: unknown): void {
    callback.call(context, clientId !== undefined && this.#clients.has(clientId));
  }

  ping(clientId: string): void {
    const client = this.#clients.get(clientId);
    if (!client) return;
    clearTimeout(client.timer);
    client.timer = setTimeout(() => this.destroyClient(clientId), this.#idleMs).unref();
  }

  subscribe(clientId: string, channel: string): void {
    const client = this.#clients.get(clientId);
    client?.cursors.set(channel, client.starts.get(channel) ?? this.#org.changes.latest);
    client?.starts.delete(channel);
    this.emptyQueue(clientId);
  }

  unsubscribe(clientId: string, channel: string): void {
    this.#clients.get(clientId)?.cursors.delete(channel);
  }

  publish(): void {
    // Only the org tells events.
  }

  emptyQueue(clientId: string): void {
    const client = this.#clients.get(clientId);
    if (!client || !this.#host.hasConnection(clientId)) return;
    const actor = client.who();
    if (actor)
      this.#host.deliver(
        clientId,
        [...client.cursors.keys()].flatMap((channel) => this.#next(client, actor, channel)),
      );
    else this.destroyClient(clientId);
  }

  #next(client: Client, actor: Actor, channel: string): BayeuxMessage[] {
    const { changes, schema } = this.#org;
    const after = client.cursors.get(channel) ?? 0;
    const { latest } = changes;
    if (after >= latest) return [];
    const access = this.#org.access(actor);
    const events = changes.read(after, entitiesFor(this.#org, access, channel), EVENTS_AN_ANSWER);
    client.cursors.set(channel, events.length < EVENTS_AN_ANSWER ? latest : (events.at(-1)?.replayId ?? latest));
    return events.flatMap((event) => {
      const object = schema.object(event.entity);
      return object ? [{ channel, data: changeMessage(event, object, access) }] : [];
    });
  }

  /** Delivers to all clients soon, once for many commits. */
  #wake(): void {
    if (this.#waking) return;
    this.#waking = true;
    setImmediate(() => {
      this.#waking = false;
      for (const clientId of this.#clients.keys()) this.emptyQueue(clientId);
    });
  }
}
