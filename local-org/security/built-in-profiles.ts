import type { PermissionGrants } from './permission-rows.ts';

interface BuiltInProfile {
  readonly name: string;
  readonly description: string;
  readonly grants: PermissionGrants;
}

type ObjectPermission = PermissionGrants['objectPermissions'][number];

const CRUD = ['Account', 'Contact', 'Opportunity', 'Lead'];
const READ_ONLY = ['Campaign', 'Product2', 'Pricebook2'];
const ALL = [...CRUD, ...READ_ONLY];

/** What an administrator may do. Setting audit fields has to be granted on purpose, as in a real org. */
const ADMINISTRATION = [
  'ApiEnabled',
  'AuthorApex',
  'CustomizeApplication',
  'EditTask',
  'EditEvent',
  'ManageUsers',
  'ModifyAllData',
  'ModifyMetadata',
  'ViewAllData',
  'ViewSetup',
];

/** The profiles that every org has. */
export const BUILT_IN_PROFILES: readonly BuiltInProfile[] = [
  {
    name: 'System Administrator',
    description: 'Everything',
    grants: {
      objectPermissions: ALL.map((object) => permission(object, { crud: true, all: true })),
      fieldPermissions: [],
      userPermissions: ADMINISTRATION,
      customPermissions: [],
      apexClasses: [],
    },
  },
  {
    name: 'Standard User',
    description: 'Works with accounts, contacts, leads and opportunities',
    grants: {
      objectPermissions: [
        ...CRUD.map((object) => permission(object, { crud: true })),
        ...READ_ONLY.map((object) => permission(object, {})),
      ],
      fieldPermissions: [],
      userPermissions: ['ApiEnabled', 'EditTask', 'EditEvent'],
      customPermissions: [],
      apexClasses: [],
    },
  },
  {
    name: 'Minimum Access - Salesforce',
    description: 'Nothing but logging in; everything else comes from permission sets',
    grants: {
      objectPermissions: [],
      fieldPermissions: [],
      userPermissions: ['ApiEnabled'],
      customPermissions: [],
      apexClasses: [],
    },
  },
];

function permission(object: string, given: { crud?: boolean; all?: boolean }): ObjectPermission {
  const { crud = false, all = false } = given;
  return {
    object,
    read: true,
    create: crud,
    edit: crud,
    delete: crud,
    viewAllRecords: all,
    modifyAllRecords: all,
  };
}
