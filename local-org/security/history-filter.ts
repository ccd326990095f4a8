import { isTrackable, nameInHistory } from '../schema/field-history.ts';
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
  const link = schema.object(object)?.historyOf;
  const parent = link && schema.object(link.object);
  if (!parent) return undefined;
  const hidden = parent.fields
    .filter((field) => isTrackable(field) && !access.fieldReadable(parent.name, field.name))
    .map(nameInHistory);
  if (hidden.length === 0) return undefined;
  return { sql: `${alias}."Field" NOT IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(hidden)] };
}
