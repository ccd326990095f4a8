import { controllerOf } from '../../schema/dependent-picklist.ts';
import type { FieldDefinition, ObjectDefinition, Schema } from '../../schema/types.ts';
import { UI_DATA_TYPES } from '../../schema/ui-data-types.ts';
import type { Access } from '../../security/types.ts';

/** The id that stands for "no record type". */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

/** What the UI API tells an actor about an object (`ui-api/object-info/{object}`). */
export function toObjectInfo(schema: Schema, access: Access, object: ObjectDefinition): Record<string, unknown> {
  const rights = access.object(object.name);
  const readable = object.fields.filter(({ name }) => access.fieldReadable(object.name, name));
  return {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: schema
      .childRelationships(object.name)
      .filter(
        ({ childObject, field }) => access.object(childObject).read && access.fieldReadable(childObject, field.name),
      )
      .map(({ name, childObject, field }) => ({
        childObjectApiName: childObject,
        fieldName: field.name,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: name,
      })),
    createable: object.createable && rights.create,
    custom: object.custom,
    defaultRecordTypeId: MASTER_RECORD_TYPE,
    deletable: object.deletable && rights.delete,
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(readable.map((field) => [field.name, toFieldInfo(schema, access, object, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: false,
    nameFields: nameFields(object),
    queryable: true,
    recordTypeInfos: {
      [MASTER_RECORD_TYPE]: {
        available: true,
        defaultRecordTypeMapping: true,
        master: true,
        name: 'Master',
        recordTypeId: MASTER_RECORD_TYPE,
      },
    },
    searchLayoutable: object.searchable,
    searchable: object.searchable,
    themeInfo: null,
    updateable: object.updateable && rights.edit,
  };
}

export function nameFields(object: ObjectDefinition): string[] {
  return object.fields.filter(({ nameField }) => nameField).map(({ name }) => name);
}

function toFieldInfo(
  schema: Schema,
  access: Access,
  object: ObjectDefinition,
  field: FieldDefinition,
): Record<string, unknown> {
  const isEditable = access.fieldEditable(object.name, field.name);
  const isCalculated =
    field.formula !== undefined || field.rollup !== undefined || field.autoNumberFormat !== undefined;
  const controller = controllerOf(object, field, access)?.field.name;
  return {
    apiName: field.name,
    calculated: field.formula !== undefined || field.rollup !== undefined,
    compound: false,
    compoundComponentName: null,
    compoundFieldName: null,
    controllerName: controller ?? null,
    controllingFields: controller === undefined ? [] : [controller],
    createable: field.createable && isEditable && !isCalculated,
    custom: field.custom,
    dataType: UI_DATA_TYPES[field.type],
    extraTypeInfo: field.type === 'textarea' ? (field.html ? 'RichTextArea' : 'PlainTextArea') : null,
    externalId: field.externalId,
    filterable: field.filterable,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: field.html,
    inlineHelpText: field.helpText ?? null,
    label: field.label,
    length: field.length ?? 0,
    maskType: null,
    nameField: field.nameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision ?? 0,
    reference: field.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.flatMap((name) => {
      const target = schema.object(name);
      return target === undefined ? [] : [{ apiName: target.name, nameFields: nameFields(target) }];
    }),
    relationshipName: field.relationshipName ?? null,
    required: field.required,
    scale: field.scale ?? 0,
    searchPrefilterable: false,
    sortable: field.sortable,
    unique: field.unique,
    updateable: field.updateable && isEditable && !isCalculated,
  };
}
