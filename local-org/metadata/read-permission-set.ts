import type { ObjectDefinition } from '../schema/types.ts';
import { isPermissionable } from '../schema/describe-field.ts';
import type { ComponentIndex } from './component-index.ts';
import { checkElements, requiredText } from './known-elements.ts';
import { MetadataFault } from './metadata-fault.ts';
import { children, isTrue, type XmlElement } from './xml.ts';

/** What a permission set or profile gives. */
export interface Grants {
  readonly objectPermissions: readonly ObjectGrant[];
  /** `field` as in the metadata: `Nugget__c.Key__c`. */
  readonly fieldPermissions: readonly { readonly field: string; readonly read: boolean; readonly edit: boolean }[];
  readonly userPermissions: readonly string[];
  readonly customPermissions: readonly string[];
  readonly apexClasses: readonly string[];
}

export interface ObjectGrant {
  readonly object: string;
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAllRecords: boolean;
  readonly modifyAllRecords: boolean;
}

/**
 * The grants of a permission set or profile, checked against what exists.
 *
 * @throws MetadataFault for the first reference or combination that the platform refuses.
 */
export function readGrants(root: XmlElement, index: ComponentIndex): Grants {
  const isSet = root.name === 'PermissionSet';
  if (isSet) {
    checkElements(root, 'PermissionSet');
    requiredText(root, 'label');
  }
  const objectPermissions = children(root, 'objectPermissions').map((element) => readObjectGrant(element, index));
  checkMasters(objectPermissions, index);
  checkReferences(root, index);
  return {
    objectPermissions,
    fieldPermissions: children(root, 'fieldPermissions').map((element) => readFieldGrant(element, index, isSet)),
    userPermissions: enabledNames(root, 'userPermissions'),
    customPermissions: enabledNames(root, 'customPermissions'),
    apexClasses: enabledNames(root, 'classAccesses', 'apexClass'),
  };
}

function readObjectGrant(element: XmlElement, index: ComponentIndex): ObjectGrant {
  checkElements(element, 'PermissionSetObjectPermissions');
  const name = requiredText(element, 'object');
  const object = index.schema.object(name);
  if (!object) throw new MetadataFault(`In field: field - no CustomObject named ${name} found`);
  const grant: ObjectGrant = {
    object: object.name,
    read: isTrue(element, 'allowRead'),
    create: isTrue(element, 'allowCreate'),
    edit: isTrue(element, 'allowEdit'),
    delete: isTrue(element, 'allowDelete'),
    viewAllRecords: isTrue(element, 'viewAllRecords'),
    modifyAllRecords: isTrue(element, 'modifyAllRecords'),
  };
  checkDependencies(object, grant);
  return grant;
}

function checkDependencies(object: ObjectDefinition, grant: ObjectGrant): void {
  const depends = (given: boolean, permission: string, on: readonly (readonly [boolean, string])[]): void => {
    const missing = on.filter(([held]) => !held).map(([, name]) => `${name} ${object.labelPlural}`);
    if (!given || missing.length === 0) return;
    throw new MetadataFault(
      `Permission ${permission} ${object.labelPlural} depends on permission(s): ${missing.join(', ')}`,
    );
  };
  const read = [grant.read, 'Read'] as const;
  const edit = [grant.edit, 'Edit'] as const;
  depends(grant.create, 'Create', [read]);
  depends(grant.edit, 'Edit', [read]);
  depends(grant.delete, 'Delete', [read, edit]);
  depends(grant.viewAllRecords, 'View All', [read]);
  depends(grant.modifyAllRecords, 'Modify All', [
    read,
    edit,
    [grant.delete, 'Delete'],
    [grant.viewAllRecords, 'View All'],
  ]);
}

/** To read a detail one has to be able to read its master. */
function checkMasters(grants: readonly ObjectGrant[], { schema }: ComponentIndex): void {
  for (const { object, read } of grants) {
    const master = schema.object(object)?.fields.find(({ masterDetail, custom }) => masterDetail && custom)
      ?.referenceTo[0];
    const parent = master === undefined ? undefined : schema.object(master);
    // Access to a standard master usually comes from the profile.
    if (!read || !parent?.custom || grants.some((grant) => grant.object === parent.name && grant.read)) continue;
    const details = schema.object(object)?.labelPlural ?? object;
    throw new MetadataFault(`Permission Read ${details} depends on permission(s): Read ${parent.labelPlural}`);
  }
}

function readFieldGrant(
  element: XmlElement,
  { schema }: ComponentIndex,
  isSet: boolean,
): Grants['fieldPermissions'][number] {
  checkElements(element, 'PermissionSetFieldPermissions');
  const name = requiredText(element, 'field');
  const [objectName = '', fieldName = ''] = name.split('.');
  const object = schema.object(objectName);
  const field = schema.field(objectName, fieldName);
  if (!object || !field) throw new MetadataFault(`In field: field - no CustomField named ${name} found`);
  if (isSet && !isPermissionable(object, field))
    throw new MetadataFault(`You cannot deploy to a required field: ${name}`);
  const edit = isTrue(element, 'editable');
  const read = isTrue(element, 'readable');
  if (edit && !read) throw new MetadataFault(`Permission Edit ${name} depends on permission(s): Read ${name}`);
  return { field: `${object.name}.${field.name}`, read, edit };
}

/** References whose names are components of their own: element, its child with the name, the type. */
const REFERENCES: readonly (readonly [string, string, string])[] = [
  ['tabSettings', 'tab', 'CustomTab'],
  ['tabVisibilities', 'tab', 'CustomTab'],
  ['applicationVisibilities', 'application', 'CustomApplication'],
  ['classAccesses', 'apexClass', 'ApexClass'],
  ['customPermissions', 'name', 'CustomPermission'],
];

function checkReferences(root: XmlElement, index: ComponentIndex): void {
  for (const [tag, field, type] of REFERENCES) {
    for (const element of children(root, tag)) {
      const name = requiredText(element, field);
      if (name.startsWith('standard-') || name.startsWith('standard__') || index.has(type, name)) continue;
      throw new MetadataFault(`In field: ${field} - no ${type} named ${name} found`);
    }
  }
}

function enabledNames(root: XmlElement, tag: string, field = 'name'): string[] {
  return children(root, tag)
    .filter((element) => isTrue(element, 'enabled'))
    .map((element) => requiredText(element, field));
}
