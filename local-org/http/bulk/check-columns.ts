import { OrgError } from '../../error.ts';
import type { Schema } from '../../schema/types.ts';
import type { Access } from '../../security/types.ts';

/**
 * Refuses a job of which a column is no field: the platform processes none of its rows then. A field that the person
 * may not read is not there.
 *
 * @throws {OrgError} `INVALIDJOB`
 */
export function checkColumns(
  { schema, access }: { readonly schema: Schema; readonly access: Access },
  object: string,
  columns: readonly string[],
): void {
  const isField = (owner: string, name: string): boolean => {
    const field = schema.field(owner, name);
    return field !== undefined && access.fieldReadable(owner, field.name);
  };
  const unknown = columns.find((column) => {
    const [path = '', key] = column.split('.');
    if (key === undefined) return !isField(object, path);
    const [stated, relationship] = path.includes(':') ? path.split(':') : [undefined, path];
    const parent = schema.parent(object, relationship ?? '');
    const owners = stated === undefined ? (parent?.referenceTo ?? []) : [stated];
    return !owners.some((owner) => isField(owner, key));
  });
  if (unknown !== undefined) throw new OrgError('INVALIDJOB', `InvalidBatch : Field name not found : ${unknown}`);
}
