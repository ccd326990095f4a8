import type { Schema } from '../schema/types.ts';
import type { Access, SqlFragment, SqlValue } from '../security/types.ts';
import { aliasSequence, JoinedTables, type AliasSequence } from './joined-tables.ts';
import { SqlScope, type Evaluation } from './sql-scope.ts';
import { identifier, raw, sql } from './sql.ts';
import { localDay } from './time-zone.ts';

/** What queries need of a database; `SqlDatabase` of the store is one. */
export interface QueryDatabase {
  /** Rows as arrays, in the order of the selected columns. */
  rows(sql: string, parameters: readonly SqlValue[]): SqlValue[][];
}

/** For whom, over what and when a query runs. */
export interface QueryContext {
  readonly db: QueryDatabase;
  readonly schema: Schema;
  readonly access: Access;
  readonly now: Date;
  /** IANA name, e.g. `America/Los_Angeles`. */
  readonly timeZone: string;
  /** The actor, for `$User` in formulas and for the scope `mine`. */
  readonly userId?: string;
  /** For `attributes.url`, e.g. `66.0`. */
  readonly apiVersion?: string;
  /** 0 is Sunday, which is the default. */
  readonly firstDayOfWeek?: number;
  /** 1 is January, which is the default. */
  readonly fiscalYearStartMonth?: number;
}

/** What formulas see of a context: the clock and the person. */
export function evaluationOf(context: Omit<QueryContext, 'db'>): Evaluation {
  return {
    today: localDay(context.timeZone, context.now),
    now: context.now.toISOString(),
    userField: (name) => userField(context, name),
    hasPermission: (name) => context.access.hasCustomPermission(name),
  };
}

/** A field of the actor's own user record, as a subquery. */
function userField(context: Omit<QueryContext, 'db'>, name: string): SqlFragment {
  const { schema, userId } = context;
  const object = schema.object('User');
  if (!object || userId === undefined) return raw('NULL');
  if (name.toLowerCase() === 'id') return sql`${userId}`;
  const tables = new JoinedTables(schema, userAliases());
  const place = { object, alias: tables.aliases.next(), root: true };
  const value = new SqlScope(tables, place, { evaluation: evaluationOf(context) }).column([name]);
  const from = raw(`${identifier(object.name)} ${place.alias}`);
  return sql`(SELECT ${value} FROM ${from} ${tables.toSql()} WHERE ${raw(place.alias)}."Id" = ${userId})`;
}

/** Aliases that no outer statement uses. */
function userAliases(): AliasSequence {
  const aliases = aliasSequence();
  return { next: () => `u${aliases.next()}` };
}
