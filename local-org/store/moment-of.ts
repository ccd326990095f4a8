import type { AccessRegistry } from '../security/access-registry.ts';
import type { Actor } from '../security/types.ts';
import type { OrgClock } from './clock.ts';
import { quote } from './sql-database.ts';
import type { SqlDatabase } from './sql-database.ts';
import { dateIn } from './write-moment.ts';
import type { WriteMoment } from './write-moment.ts';

export interface MomentContext {
  readonly database: SqlDatabase;
  readonly registry: AccessRegistry;
  readonly clock: OrgClock;
  /** The org's time zone: formulas' TODAY() is the date there. */
  readonly timeZone: () => string;
}

/** The moment of a write that happens now. */
export function momentOf({ clock, database, registry, timeZone }: MomentContext, actor: Actor): WriteMoment {
  const date = clock.now();
  const now = date.toISOString();
  return {
    now,
    stamp: clock.stamp(),
    userId: actor.userId,
    formulaContext: {
      today: dateIn(timeZone(), date),
      now,
      userField(name) {
        const value = database.value(`SELECT ${quote(name)} FROM "User" WHERE "Id" = ?`, [actor.userId]);
        return { sql: '?', parameters: [value ?? null] };
      },
      hasPermission: (name) => registry.of(actor).hasCustomPermission(name),
    },
  };
}
