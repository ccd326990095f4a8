import { hiddenInHistory } from '../schema/field-history.ts';
import type { Schema } from '../schema/types.ts';
import type { OrgAccess } from './org-access.ts';
import type { SqlFragment } from './types.ts';

/**
 * SQL that is true for the rows of a field history (aliased `alias`) about fields that the actor may read; undefined
 * for other objects, and where the actor may read every field.
 */
export function historyFilter(
  schema: Schema,
  access: OrgAccess,
  object: string,
  alias: string,
): SqlFragment | undefined {
  const hidden = hiddenInHistory(schema, access, object);
  if (hidden.length === 0) return undefined;
  return { sql: `${alias}."Field" NOT IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(hidden)] };
}
