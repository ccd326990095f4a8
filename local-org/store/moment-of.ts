import { evaluationOf } from '../query/query-context.ts';
import type { Schema } from '../schema/types.ts';
import type { AccessRegistry } from '../security/access-registry.ts';
import type { Actor } from '../security/types.ts';
import type { OrgClock } from './clock.ts';
import type { WriteMoment } from './write-moment.ts';

export interface MomentContext {
  readonly schema: Schema;
  readonly registry: AccessRegistry;
  readonly clock: OrgClock;
  /** IANA name of a person's time zone: TODAY() is the date there. */
  readonly timeZoneOf: (actor: Actor) => string;
}

/** The moment of a write that happens now. */
export function momentOf({ schema, registry, clock, timeZoneOf }: MomentContext, actor: Actor): WriteMoment {
  const now = clock.now();
  const { userId } = actor;
  const context = { schema, access: registry.of(actor), now, timeZone: timeZoneOf(actor), userId };
  return { now: now.toISOString(), stamp: clock.stamp(), userId, formulaContext: evaluationOf(context) };
}
