import { READ_ONLY, checkbox, field, reference } from './field.ts';
import type { FieldDefinition } from './types.ts';

/**
 * Fields that the org fills in by itself. A describe shows them as never empty although no client has to give them.
 */
export const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'OwnerId',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
]);

interface SystemFieldOptions {
  /** Objects that may own a record; absent for a detail and for set-up objects. */
  readonly owner?: readonly string[];
  /** False for objects that have no recycle bin, such as User. */
  readonly deletable?: boolean;
}

/** `Id` and, where the object has them, `IsDeleted` and `OwnerId`: what stands before the object's own fields. */
export function identityFields(options: SystemFieldOptions = {}): FieldDefinition[] {
  const fields = [field('Id', 'id', { ...READ_ONLY, length: 18, label: 'Record ID' })];
  if (options.deletable !== false) fields.push(checkbox('IsDeleted', { ...READ_ONLY, label: 'Deleted' }));
  if (options.owner) fields.push(reference('OwnerId', options.owner));
  return fields;
}

/** Who wrote the record and when. */
export function auditFields(): FieldDefinition[] {
  return [
    field('CreatedDate', 'datetime', READ_ONLY),
    reference('CreatedById', ['User'], READ_ONLY),
    field('LastModifiedDate', 'datetime', READ_ONLY),
    reference('LastModifiedById', ['User'], READ_ONLY),
    field('SystemModstamp', 'datetime', READ_ONLY),
  ];
}

/** When the record was last seen by the person who asks. */
export function viewedFields(): FieldDefinition[] {
  return [field('LastViewedDate', 'datetime', READ_ONLY), field('LastReferencedDate', 'datetime', READ_ONLY)];
}
