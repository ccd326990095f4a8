import type { FieldDefinition, FieldType, ObjectDefinition, Schema } from '../../schema/types.ts';
import { UI_DATA_TYPES } from '../../schema/ui-data-types.ts';
import type { Access } from '../../security/types.ts';
import type { ColumnModel } from './types.ts';

/** In a list an id is a text of its own: only lookups lead to a record. */
const COLUMN_TYPES: Readonly<Record<FieldType, string>> = { ...UI_DATA_TYPES, id: 'String' };

/** The columns of list views of standard objects, as the platform ships them. */
const STANDARD_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Opportunity: ['Name', 'AccountId', 'Amount', 'CloseDate', 'StageName', 'OwnerId'],
  Account: ['Name', 'Industry', 'Type', 'BillingCity', 'Phone', 'OwnerId'],
  Contact: ['Name', 'AccountId', 'Title', 'Phone', 'Email', 'OwnerId'],
  Lead: ['Name', 'Title', 'Company', 'Email', 'Status', 'OwnerId'],
  User: ['Name', 'Title', 'UserRoleId', 'ManagerId', 'Email'],
};

const MOST_COLUMNS = 6;

/** The columns of an object's list: what this person may read, lookups by the name of the record they point to. */
export function listColumns(schema: Schema, access: Access, object: ObjectDefinition): ColumnModel[] {
  return columnsFor(schema, access, object, STANDARD_COLUMNS[object.name] ?? ownColumns(object));
}

/** The columns of a related list, without the way back to the parent. */
export function relatedColumns(
  schema: Schema,
  access: Access,
  object: ObjectDefinition,
  parentField: string,
): ColumnModel[] {
  const names = (STANDARD_COLUMNS[object.name] ?? ownColumns(object)).filter((name) => name !== parentField);
  return columnsFor(schema, access, object, names).slice(0, 4);
}

function ownColumns(object: ObjectDefinition): readonly string[] {
  const name = nameFieldOf(object);
  const others =
    object.compactLayout.length > 1 ? object.compactLayout : object.fields.filter(isListed).map((field) => field.name);
  return [...new Set([name, ...others])].slice(0, MOST_COLUMNS);
}

function isListed({ type, name, custom }: FieldDefinition): boolean {
  return custom && type !== 'textarea' && type !== 'id' && !name.endsWith('Key__c');
}

function columnsFor(schema: Schema, access: Access, object: ObjectDefinition, names: readonly string[]): ColumnModel[] {
  return names.flatMap((name) => {
    const field = schema.field(object.name, name);
    if (field === undefined || !access.fieldReadable(object.name, field.name)) return [];
    return columnOf(schema, access, object, field);
  });
}

function columnOf(schema: Schema, access: Access, object: ObjectDefinition, field: FieldDefinition): ColumnModel[] {
  const isName = field.name === nameFieldOf(object);
  if (field.type !== 'reference') {
    const column = { path: field.name, label: field.label, type: COLUMN_TYPES[field.type], sortable: field.sortable };
    return [isName ? { ...column, linkTo: 'Id' } : column];
  }
  const parent = schema.object(field.referenceTo[0] ?? '');
  if (parent === undefined || field.relationshipName === undefined || !access.object(parent.name).read) return [];
  const path = `${field.relationshipName}.${nameFieldOf(parent)}`;
  return [{ path, label: field.label.replace(/ ID$/, ''), type: 'String', sortable: true, linkTo: field.name }];
}

/** The field that names a record: `Name`, or what the object has instead. */
export function nameFieldOf(object: ObjectDefinition): string {
  return object.fields.find(({ nameField }) => nameField)?.name ?? 'Id';
}
