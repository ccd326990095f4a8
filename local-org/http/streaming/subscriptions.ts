import type { Org } from '../../org.ts';
import type { Access } from '../../security/types.ts';
import { STANDARD_CHANNEL, objectOfEvent } from '../../store/changes/change-channels.ts';

/** All kept events. */
export const REPLAY_ALL = -2;
/** Only events after the subscription. */
export const REPLAY_NEW = -1;

/**
 * Why this access may not subscribe to a channel, as Bayeux writes errors, or undefined. A channel of one object asks
 * for its records, all of them; a channel of several is open to everyone, and each event is checked when delivered.
 */
export function subscriptionError(org: Org, access: Access, channel: string): string | undefined {
  const name = /^\/data\/(\w+)$/.exec(channel)?.[1] ?? '';
  if (org.changes.entitiesOf(name) !== undefined) return undefined;
  const object = objectOfEvent(org.schema, name);
  // Whoever may not read an object does not learn whether it is there.
  if (!object || !access.object(object.name).read) {
    return `400::The channel you requested to subscribe to does not exist {${channel}}`;
  }
  return mayReceive(access, object.name)
    ? undefined
    : `403::User does not have permission to subscribe to this channel {${channel}}`;
}

/** Whether somebody gets the events of an object: sharing does not matter, so all of its records must be visible. */
export function mayReceive(access: Access, object: string): boolean {
  if (object === 'User') return access.has('ViewAllUsers') || access.has('ViewAllData');
  return access.object(object).viewAll;
}

/** The objects whose events go to a channel and to somebody with this access. */
export function entitiesFor(org: Org, access: Access, channel: string): string[] {
  const name = channel.replace('/data/', '');
  const object = objectOfEvent(org.schema, name);
  const entities = object && name !== STANDARD_CHANNEL ? [object.name] : (org.changes.entitiesOf(name) ?? []);
  return entities.filter((entity) => mayReceive(access, entity));
}

/**
 * The event after which a subscription begins.
 *
 * @param asked the channel's entry in `ext.replay`: an event's id, {@link REPLAY_NEW} or {@link REPLAY_ALL}
 * @returns undefined for an id that is not kept
 */
export function replayStart(org: Org, asked: unknown): number | undefined {
  if (asked === undefined || asked === null || asked === REPLAY_NEW) return org.changes.latest;
  if (asked === REPLAY_ALL) return 0;
  return typeof asked === 'number' && org.changes.holds(asked) ? asked : undefined;
}
