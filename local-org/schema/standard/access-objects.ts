import { READ_ONLY, checkbox, field, picklist, reference, standardObject, text } from '../field.ts';
import { auditFields, identityFields } from '../system-fields.ts';
import type { FieldDefinition } from '../types.ts';

const setup = { createable: false, updateable: false, deletable: false } as const;
const administered = { createable: true, updateable: true, deletable: true } as const;

const ACCESS_LEVELS = ['None', 'Read', 'Edit', 'ControlledByLeadOrContact', 'ControlledByCampaign'];

export const profile = standardObject(
  'Profile',
  '00e',
  [
    ...identityFields({ deletable: false }),
    text('Name', 255, { ...READ_ONLY, nameField: true }),
    picklist('UserType', ['Standard', 'Guest'], { ...READ_ONLY, restricted: true }),
    text('Description', 255, READ_ONLY),
    ...auditFields(),
  ],
  { ...setup },
);

export const userRole = standardObject(
  'UserRole',
  '00E',
  [
    ...identityFields({ deletable: false }),
    text('Name', 80, { nameField: true, required: true }),
    reference('ParentRoleId', ['UserRole'], { label: 'Parent Role ID', relationshipName: undefined }),
    text('RollupDescription', 80, { label: 'Description' }),
    text('DeveloperName', 80, { unique: true }),
    picklist('OpportunityAccessForAccountOwner', ACCESS_LEVELS, {
      label: 'Opportunity Access Level for Account Owner',
    }),
    picklist('CaseAccessForAccountOwner', ACCESS_LEVELS, { label: 'Case Access Level for Account Owner' }),
    picklist('ContactAccessForAccountOwner', ACCESS_LEVELS, { label: 'Contact Access Level for Account Owner' }),
    ...auditFields().filter(({ name }) => !name.startsWith('Created')),
  ],
  { ...administered, label: 'Role' },
);

export const permissionSet = standardObject(
  'PermissionSet',
  '0PS',
  [
    ...identityFields({ deletable: false }),
    text('Name', 80, { nameField: true, required: true, unique: true, label: 'Permission Set Name' }),
    text('Label', 80, { required: true, label: 'Permission Set Label' }),
    text('Description', 255),
    reference('ProfileId', ['Profile'], { ...READ_ONLY, child: 'PermissionSets' }),
    checkbox('IsOwnedByProfile', READ_ONLY),
    checkbox('IsCustom', READ_ONLY),
    text('NamespacePrefix', 15, READ_ONLY),
    picklist('Type', ['*Regular', 'Standard', 'Session', 'Group', 'Profile'], { ...READ_ONLY, restricted: true }),
    ...auditFields(),
  ],
  { ...administered },
);

export const permissionSetAssignment = standardObject(
  'PermissionSetAssignment',
  '0Pa',
  [
    ...identityFields({ deletable: false }),
    reference('PermissionSetId', ['PermissionSet'], {
      label: 'PermissionSet ID',
      child: 'Assignments',
      required: true,
      deleteConstraint: 'cascade',
      updateable: false,
    }),
    reference('AssigneeId', ['User'], { child: 'PermissionSetAssignments', required: true, updateable: false }),
    checkbox('IsActive', READ_ONLY),
    field('ExpirationDate', 'datetime', {}),
    field('SystemModstamp', 'datetime', READ_ONLY),
  ],
  { ...administered, updateable: false },
);

const permissionFlags = (names: readonly string[]): FieldDefinition[] => names.map((name) => checkbox(name));

/** The set (or the profile's own set) that grants. */
const parent = (child: string): FieldDefinition =>
  reference('ParentId', ['PermissionSet'], { child, required: true, deleteConstraint: 'cascade', updateable: false });

export const objectPermissions = standardObject(
  'ObjectPermissions',
  '110',
  [
    ...identityFields({ deletable: false }),
    parent('ObjectPerms'),
    picklist('SobjectType', [], { required: true, updateable: false }),
    ...permissionFlags(['PermissionsCreate', 'PermissionsRead', 'PermissionsEdit', 'PermissionsDelete']),
    ...permissionFlags(['PermissionsViewAllRecords', 'PermissionsModifyAllRecords']),
    ...auditFields(),
  ],
  { ...administered, label: 'Object Permissions', labelPlural: 'Object Permissions' },
);

export const fieldPermissions = standardObject(
  'FieldPermissions',
  '01k',
  [
    ...identityFields({ deletable: false }),
    parent('FieldPerms'),
    picklist('SobjectType', [], { required: true, updateable: false }),
    picklist('Field', [], { required: true, updateable: false }),
    ...permissionFlags(['PermissionsEdit', 'PermissionsRead']),
    field('SystemModstamp', 'datetime', READ_ONLY),
  ],
  { ...administered, label: 'Field Permissions', labelPlural: 'Field Permissions' },
);
