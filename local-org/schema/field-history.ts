import type { Access } from '../security/types.ts';
import { READ_ONLY, checkbox, detailOf, field, picklist, reference } from './field.ts';
import { SYSTEM_FIELDS } from './system-fields.ts';
import type { FieldDefinition, ObjectDefinition, PicklistValue, Schema } from './types.ts';

/** The history objects of the platform's own objects; every org has them, tracking or not. */
const STANDARD_HISTORIES: ReadonlyMap<string, string> = new Map([
  ['Account', 'AccountHistory'],
  ['Campaign', 'CampaignHistory'],
  ['Contact', 'ContactHistory'],
  ['Lead', 'LeadHistory'],
  ['Opportunity', 'OpportunityFieldHistory'],
  ['Pricebook2', 'Pricebook2History'],
  ['PricebookEntry', 'PricebookEntryHistory'],
  ['Product2', 'Product2History'],
]);

/** All histories share this prefix: an id alone does not tell which one it belongs to. */
const HISTORY_KEY_PREFIX = '017';

/** The value of `Field` in the row that says that the record was made. */
export const CREATED = 'created';

/** An object tracks this many fields at most. */
export const TRACKED_FIELDS = 20;

/** A text of several lines that is longer has no values in histories, only the fact that it changed. */
const LONGEST_KEPT_TEXT = 255;

/**
 * The types of values in histories. Source: Object Reference, "StandardObjectNameHistory", field `DataType`.
 */
const DATA_TYPES = [
  ...['Address', 'AnyType', 'AutoNumber', 'Base64', 'BitVector', 'Boolean', 'Content', 'Currency'],
  ...['DataCategoryGroupReference', 'DateOnly', 'DateTime', 'Division', 'Double', 'DynamicEnum', 'Email'],
  ...['EncryptedBase64', 'EncryptedText', 'EntityId', 'EnumOrId', 'ExternalId', 'Fax', 'File', 'HtmlMultiLineText'],
  ...['HtmlStringPlusClob', 'InetAddress', 'Json', 'Location', 'MultiEnum', 'MultiLineText', 'Namespace', 'Percent'],
  ...['PersonName', 'Phone', 'Raw', 'RecordType', 'SfdcEncryptedText', 'SimpleNamespace', 'StringPlusClob'],
  ...['Switchable_PersonName', 'Text', 'TimeOnly', 'Url', 'YearQuarter'],
];

/** The name that the history of this object has, if it can have one: `X__History` for `X__c`. */
export function historyNameOf({ name, custom }: Pick<ObjectDefinition, 'name' | 'custom'>): string | undefined {
  return custom ? name.replace(/__c$/, '__History') : STANDARD_HISTORIES.get(name);
}

/** What `Field` calls a field: the platform's lookups go by their relationship (`Owner`), others by their name. */
export function nameInHistory({ name, custom, relationshipName }: FieldDefinition): string {
  return custom ? name : (relationshipName ?? name);
}

/**
 * True for a field that keeps what somebody writes, if only through others as the name of a contact; what the org works
 * out by itself has no history.
 */
export function isTrackable(one: FieldDefinition): boolean {
  if (one.name !== 'OwnerId' && SYSTEM_FIELDS.has(one.name)) return false;
  const isComputed = one.formula !== undefined || one.rollup !== undefined || one.autoNumberFormat !== undefined;
  return !isComputed && (one.createable || one.updateable || one.nameField);
}

/** What `Field` calls those fields of the history's object whose changes are nothing for this reader. */
export function hiddenInHistory(schema: Schema, access: Pick<Access, 'fieldReadable'>, history: string): string[] {
  const link = schema.object(history)?.historyOf;
  const parent = link && schema.object(link.object);
  return (parent?.fields ?? [])
    .filter((one) => isTrackable(one) && !access.fieldReadable(link?.object ?? '', one.name))
    .map(nameInHistory);
}

/** True where a history says only that the field changed, not from what to what. */
export function keepsNoValues({ type, length = 0 }: FieldDefinition): boolean {
  return type === 'multipicklist' || (type === 'textarea' && length > LONGEST_KEPT_TEXT);
}

/** `DataType` in the rows of this field. A lookup has a second row, with its record's name, which is a `Text`. */
export function historyDataType(one: FieldDefinition): string {
  switch (one.type) {
    case 'boolean':
      return 'Boolean';
    case 'int':
    case 'double':
      return 'Double';
    case 'currency':
      return 'Currency';
    case 'percent':
      return 'Percent';
    case 'date':
      return 'DateOnly';
    case 'datetime':
      return 'DateTime';
    case 'picklist':
      return 'DynamicEnum';
    case 'multipicklist':
      return 'MultiEnum';
    case 'id':
    case 'reference':
      return 'EntityId';
    case 'email':
      return 'Email';
    case 'phone':
      return 'Phone';
    case 'url':
      return 'Url';
    case 'textarea':
      if (one.html) return 'HtmlStringPlusClob';
      return keepsNoValues(one) ? 'StringPlusClob' : 'MultiLineText';
    case 'string':
    case 'anyType':
      return 'Text';
  }
}

/** These objects and the histories that they have. */
export function withHistories(objects: readonly ObjectDefinition[]): ObjectDefinition[] {
  return [...objects, ...objects.flatMap((object) => historyOf(object) ?? [])];
}

/** The object that keeps the changes of another's tracked fields, its fields as the object reference has them. */
function historyOf(object: ObjectDefinition): ObjectDefinition | undefined {
  const name = historyNameOf(object);
  if (name === undefined || (object.custom && !object.enableHistory)) return undefined;
  const link = object.custom ? 'ParentId' : `${object.name}Id`;
  const label = object.custom ? `History: ${object.label}` : standardLabel(object, name);
  return {
    name,
    label,
    labelPlural: label,
    keyPrefix: HISTORY_KEY_PREFIX,
    custom: object.custom,
    historyOf: { object: object.name, reference: link },
    sharingModel: 'ControlledByParent',
    fields: [
      field('Id', 'id', { ...READ_ONLY, length: 18, label: 'History ID' }),
      checkbox('IsDeleted', { ...READ_ONLY, label: 'Deleted' }),
      detailOf(object.name, link, 'Histories', { createable: false, label: `${object.label} ID` }),
      reference('CreatedById', ['User'], READ_ONLY),
      field('CreatedDate', 'datetime', READ_ONLY),
      changedField(object),
      picklist('DataType', DATA_TYPES, { ...READ_ONLY, label: 'Datatype', restricted: true }),
      field('OldValue', 'anyType', { ...READ_ONLY, filterable: false }),
      field('NewValue', 'anyType', { ...READ_ONLY, filterable: false }),
    ],
    validationRules: [],
    createable: false,
    updateable: false,
    deletable: false,
    searchable: false,
    uiApi: false,
    compactLayout: [],
  };
}

function standardLabel(object: ObjectDefinition, name: string): string {
  return `${object.label} ${name.endsWith('FieldHistory') ? 'Field History' : 'History'}`;
}

function changedField(object: ObjectDefinition): FieldDefinition {
  const value = (name: string, label: string): PicklistValue => ({
    value: name,
    label,
    isDefault: false,
    active: true,
  });
  const fields = object.fields.filter(isTrackable).map((one) => value(nameInHistory(one), one.label));
  return field('Field', 'picklist', {
    ...READ_ONLY,
    label: 'Changed Field',
    length: 255,
    picklist: { restricted: true, values: [value(CREATED, 'Created.'), ...fields] },
  });
}
