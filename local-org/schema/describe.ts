import { OrgError } from '../error.ts';
import type { Access } from '../security/types.ts';
import { hiddenInHistory } from './field-history.ts';
import { describeField, type FieldDescribe } from './describe-field.ts';
import type { FieldDefinition, ObjectDefinition, Schema } from './types.ts';

/** The id that stands for "no record type". */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

export interface DescribeOptions {
  /** The API version in the links, e.g. `66.0`. */
  readonly version?: string;
}

/** An object as the REST API describes it, without its fields: an entry of the global describe. */
export type ObjectSummary = Readonly<Record<string, unknown>> & { readonly name: string };

export type ObjectDescribe = ObjectSummary & { readonly fields: readonly FieldDescribe[] };

/**
 * The full describe of an object, with the fields that `access` may read.
 *
 * @throws OrgError NOT_FOUND for an object that does not exist or may not be read.
 */
export function describeObject(
  schema: Schema,
  access: Access,
  object: string,
  options: DescribeOptions = {},
): ObjectDescribe {
  const definition = schema.object(object);
  if (!definition || !access.object(definition.name).read) {
    throw new OrgError('NOT_FOUND', 'The requested resource does not exist', { status: 404 });
  }
  const summary = summarize(definition, access, options);
  return {
    ...summary,
    actionOverrides: [],
    childRelationships: childRelationships(schema, access, definition.name),
    compactLayoutable: definition.uiApi,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: definition.fields
      .filter((field) => access.fieldReadable(definition.name, field.name))
      .map((field) => describeField(definition, withoutHidden(schema, access, definition, field), access)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [masterRecordType(definition, options)],
    searchLayoutable: definition.searchable,
    sobjectDescribeOption: 'FULL',
    supportedScopes: supportedScopes(definition),
  };
}

/** The objects that `access` may read, as GET `/sobjects` lists them. */
export function describeGlobal(
  schema: Schema,
  access: Access,
  options: DescribeOptions = {},
): { encoding: 'UTF-8'; maxBatchSize: 200; sobjects: readonly ObjectSummary[] } {
  const sobjects = schema.objects
    .filter(({ name }) => access.object(name).read)
    .map((object) => summarize(object, access, options))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { encoding: 'UTF-8', maxBatchSize: 200, sobjects };
}

/** A history offers the names of those fields only that the reader may know of. */
function withoutHidden(
  schema: Schema,
  access: Access,
  object: ObjectDefinition,
  field: FieldDefinition,
): FieldDefinition {
  if (!object.historyOf || field.name !== 'Field' || !field.picklist) return field;
  const hidden = new Set(hiddenInHistory(schema, access, object.name));
  const values = field.picklist.values.filter(({ value }) => !hidden.has(value));
  return { ...field, picklist: { ...field.picklist, values } };
}

function summarize(object: ObjectDefinition, access: Access, options: DescribeOptions): ObjectSummary {
  const rights = access.object(object.name);
  const deletable = object.deletable && rights.delete;
  const base = `${baseUrl(options)}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: object.historyOf ? 'History' : null,
    associateParentEntity: object.historyOf?.object ?? null,
    createable: object.createable && rights.create,
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: object.uiApi,
    mergeable: ['Account', 'Contact', 'Lead'].includes(object.name) && deletable,
    mruEnabled: object.uiApi,
    name: object.name,
    queryable: true,
    replicateable: true,
    retrieveable: true,
    searchable: object.searchable,
    triggerable: object.uiApi,
    undeletable: deletable && object.fields.some(({ name }) => name === 'IsDeleted'),
    updateable: object.updateable && rights.edit,
    urls: {
      compactLayouts: `${base}/describe/compactLayouts`,
      rowTemplate: `${base}/{ID}`,
      describe: `${base}/describe`,
      layouts: `${base}/describe/layouts`,
      sobject: base,
    },
  };
}

function baseUrl({ version = '66.0' }: DescribeOptions): string {
  return `/services/data/v${version}`;
}

function masterRecordType(object: ObjectDefinition, options: DescribeOptions): object {
  const layout = `${baseUrl(options)}/sobjects/${object.name}/describe/layouts/${MASTER_RECORD_TYPE}`;
  return {
    active: true,
    available: true,
    defaultRecordTypeMapping: true,
    developerName: 'Master',
    master: true,
    name: 'Master',
    recordTypeId: MASTER_RECORD_TYPE,
    urls: { layout },
  };
}

function supportedScopes(object: ObjectDefinition): readonly { label: string; name: string }[] {
  const scopes = [{ label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' }];
  const owned = object.fields.some(({ name }) => name === 'OwnerId');
  return owned ? [...scopes, { label: `My ${object.labelPlural.toLowerCase()}`, name: 'mine' }] : scopes;
}

function childRelationships(schema: Schema, access: Access, parent: string): readonly object[] {
  const pointsHere = (field: FieldDefinition): boolean => field.referenceTo.includes(parent);
  return schema.objects
    .filter(({ name }) => access.object(name).read)
    .flatMap((child) =>
      child.fields
        .filter((field) => pointsHere(field) && access.fieldReadable(child.name, field.name))
        .map((field) => ({
          cascadeDelete: field.deleteConstraint === 'cascade',
          childSObject: child.name,
          deprecatedAndHidden: false,
          field: field.name,
          junctionIdListNames: [],
          junctionReferenceTo: [],
          relationshipName: field.childRelationshipName ?? null,
          restrictedDelete: field.deleteConstraint === 'restrict',
        })),
    );
}
