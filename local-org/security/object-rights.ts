import type { ObjectDefinition } from '../schema/types.ts';
import type { Grants } from './grants.ts';
import type { ObjectRights } from './types.ts';

export const NO_RIGHTS: ObjectRights = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
};

/** Objects that have no permissions of their own: who may do it to the other object may do it to these. */
const RIGHTS_OF: Readonly<Record<string, string>> = {
  OpportunityHistory: 'Opportunity',
  OpportunityContactRole: 'Opportunity',
  OpportunityLineItem: 'Opportunity',
  OpportunityTeamMember: 'Opportunity',
  PricebookEntry: 'Pricebook2',
};

/** Activities have no permissions either: everyone keeps the own ones. */
const ACTIVITIES: ReadonlySet<string> = new Set(['Task', 'Event', 'EmailMessage']);

/** Set-up objects: everyone may look, who has the permission may change. */
const SETUP_OBJECTS: Readonly<Record<string, string>> = {
  Organization: 'CustomizeApplication',
  User: 'ManageUsers',
  UserRole: 'ManageUsers',
  Profile: 'ManageUsers',
  Group: 'ManageUsers',
  PermissionSet: 'ManageUsers',
  PermissionSetAssignment: 'ManageUsers',
  ObjectPermissions: 'ManageUsers',
  FieldPermissions: 'ManageUsers',
  RecordType: 'CustomizeApplication',
  OpportunityStage: 'CustomizeApplication',
};

/** What the grants allow on an object, no more than the object itself allows to clients. */
export function objectRights(definition: ObjectDefinition, grants: Grants): ObjectRights {
  if (!grants.isActive) return NO_RIGHTS;
  // A history has no permissions of its own: who may read the records may read what became of them.
  const given = granted(definition.historyOf?.object ?? definition.name, grants);
  const all = grants.permissions.has('ModifyAllData');
  const viewAll = all || given.viewAll || grants.permissions.has('ViewAllData');
  const modifyAll = all || given.modifyAll;
  return {
    read: given.read || viewAll,
    create: (given.create || all) && definition.createable,
    edit: (given.edit || modifyAll) && definition.updateable,
    delete: (given.delete || modifyAll) && definition.deletable,
    viewAll: viewAll || modifyAll,
    modifyAll,
  };
}

function granted(object: string, grants: Grants): ObjectRights {
  const setup = SETUP_OBJECTS[object];
  if (setup !== undefined) {
    const administers = grants.permissions.has(setup);
    return {
      read: true,
      create: administers,
      edit: administers,
      delete: administers,
      viewAll: true,
      modifyAll: administers,
    };
  }
  if (ACTIVITIES.has(object)) {
    return { ...NO_RIGHTS, read: true, create: true, edit: true, delete: true };
  }
  const rights = grants.objects.get((RIGHTS_OF[object] ?? object).toLowerCase()) ?? NO_RIGHTS;
  // A line of an opportunity is written by whoever may edit opportunities.
  const line = RIGHTS_OF[object] === 'Opportunity' && object !== 'OpportunityHistory';
  return line ? { ...rights, create: rights.edit, delete: rights.edit } : rights;
}
