import type { Access } from '../security/types.ts';
import { bitmapOf, controllerOf, type Controller } from './dependent-picklist.ts';
import { SYSTEM_FIELDS } from './system-fields.ts';
import type { FieldDefinition, FieldType, ObjectDefinition } from './types.ts';

/** A field as the REST API's describe shows it. */
export type FieldDescribe = Readonly<Record<string, unknown>> & { readonly name: string };

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  anyType: 'xsd:anyType',
};

const NUMBERS: readonly FieldType[] = ['int', 'double', 'currency', 'percent'];
const GROUPABLE: readonly FieldType[] = [
  'id',
  'string',
  'boolean',
  'int',
  'date',
  'picklist',
  'reference',
  'email',
  'phone',
  'url',
];

/** One field of `object` as `access` may use it. */
export function describeField(object: ObjectDefinition, field: FieldDefinition, access: Access): FieldDescribe {
  const editable = access.fieldEditable(object.name, field.name);
  const rights = access.object(object.name);
  const createable = field.createable && object.createable && editable && rights.create;
  const updateable = field.updateable && object.updateable && editable && rights.edit;
  return {
    ...kind(field),
    ...size(field),
    ...reference(field),
    ...picklist(field, controllerOf(object, field, access)),
    ...defaults(field),
    ...formula(field),
    createable,
    updateable,
    custom: field.custom,
    name: field.name,
    label: field.label,
    inlineHelpText: field.helpText ?? null,
    nameField: field.nameField,
    nillable: isNillable(field),
    permissionable: isPermissionable(object, field),
    unique: field.unique,
    externalId: field.externalId,
    idLookup:
      field.externalId || field.type === 'id' || (field.nameField && object.custom) || field.name === 'Username',
    caseSensitive: field.caseSensitive,
    compoundFieldName: null,
    deprecatedAndHidden: false,
    displayLocationInDecimal: false,
    encrypted: false,
    aiPredictionField: false,
    filteredLookupInfo: null,
    highScaleNumber: false,
    mask: null,
    maskType: null,
    queryByDistance: false,
    searchPrefilterable: field.type === 'reference',
  };
}

function kind(field: FieldDefinition): object {
  const long = field.type === 'textarea' && !field.filterable;
  return {
    type: field.type,
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    autoNumber: field.autoNumberFormat !== undefined,
    htmlFormatted: field.html,
    extraTypeInfo: field.html ? 'richtextarea' : long && field.custom ? 'plaintextarea' : null,
    filterable: field.filterable,
    sortable: field.sortable,
    groupable: field.filterable && GROUPABLE.includes(field.type) && field.formula === undefined,
    aggregatable: field.filterable && field.type !== 'boolean' && field.type !== 'multipicklist',
  };
}

function size(field: FieldDefinition): object {
  const length = field.length ?? 0;
  const numeric = NUMBERS.includes(field.type);
  const whole = field.type === 'int';
  return {
    length,
    byteLength: length * 3,
    precision: numeric && !whole ? (field.precision ?? 18) : 0,
    scale: numeric && !whole ? (field.scale ?? 0) : 0,
    digits: whole ? (field.precision ?? 9) : 0,
  };
}

function reference(field: FieldDefinition): object {
  return {
    referenceTo: field.referenceTo,
    referenceTargetField: null,
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: field.masterDetail && field.custom ? 0 : null,
    polymorphicForeignKey: field.referenceTo.length > 1,
    namePointing: field.referenceTo.length > 1,
    cascadeDelete: field.deleteConstraint === 'cascade',
    restrictedDelete: field.deleteConstraint === 'restrict',
    writeRequiresMasterRead: field.writeRequiresMasterRead,
  };
}

function picklist(field: FieldDefinition, controller: Controller | undefined): object {
  return {
    controllerName: controller?.field.name ?? null,
    dependentPicklist: controller !== undefined,
    restrictedPicklist: field.picklist?.restricted ?? false,
    picklistValues: (field.picklist?.values ?? []).map(({ value, label, isDefault, active }) => ({
      active,
      defaultValue: isDefault,
      label,
      validFor: controller ? bitmapOf(controller.validFor(value), controller.values.length) : null,
      value,
    })),
  };
}

function defaults(field: FieldDefinition): object {
  const boolean = field.type === 'boolean';
  const hasDefault = field.defaultValue !== undefined || (field.picklist?.values.some((one) => one.isDefault) ?? false);
  return {
    defaultValue: boolean ? field.defaultValue?.toLowerCase() === 'true' : null,
    defaultValueFormula: boolean || !field.custom ? null : (field.defaultValue ?? null),
    defaultedOnCreate: boolean || hasDefault || SYSTEM_FIELDS.has(field.name) || field.autoNumberFormat !== undefined,
  };
}

function formula(field: FieldDefinition): object {
  const calculated = (field.custom && field.formula !== undefined) || field.rollup !== undefined;
  return {
    calculated,
    calculatedFormula: calculated ? (field.formula?.source ?? null) : null,
    formulaTreatNullNumberAsZero: calculated && field.formula?.blanksAs === 'zero',
  };
}

/** False where a record always holds a value: required fields, checkboxes, and what the org fills in. */
export function isNillable(field: FieldDefinition): boolean {
  return !field.required && field.type !== 'boolean' && !SYSTEM_FIELDS.has(field.name);
}

/**
 * True where field-level security decides. Names, required fields, masters and what the org fills in follow the
 * object's permissions alone.
 */
export function isPermissionable(object: ObjectDefinition, field: FieldDefinition): boolean {
  if (SYSTEM_FIELDS.has(field.name) || field.masterDetail || field.nameField) return false;
  if (field.required || object.historyOf) return false;
  return field.custom || !OBJECTS_WITHOUT_FIELD_SECURITY.has(object.name);
}

const OBJECTS_WITHOUT_FIELD_SECURITY: ReadonlySet<string> = new Set([
  'Organization',
  'User',
  'UserRole',
  'Profile',
  'PermissionSet',
  'PermissionSetAssignment',
  'ObjectPermissions',
  'FieldPermissions',
  'RecordType',
  'Group',
  'OpportunityStage',
  'OpportunityHistory',
  'OpportunityContactRole',
  'OpportunityTeamMember',
]);
