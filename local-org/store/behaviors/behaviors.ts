import { eventBehavior, taskBehavior } from './activity.ts';
import type { Behavior } from './behavior.ts';
import { contactRoleBehavior } from './contact-role.ts';
import { opportunityBehavior } from './opportunity.ts';
import { opportunityLineItemBehavior } from './opportunity-line-item.ts';
import { personBehavior, userBehavior } from './people.ts';
import {
  fieldPermissionsBehavior,
  objectPermissionsBehavior,
  permissionSetAssignmentBehavior,
  permissionSetBehavior,
} from './permissions.ts';
import { pricebookEntryBehavior } from './pricebook-entry.ts';

const BEHAVIORS: Readonly<Record<string, Behavior>> = {
  Contact: personBehavior,
  Event: eventBehavior,
  FieldPermissions: fieldPermissionsBehavior,
  Lead: personBehavior,
  ObjectPermissions: objectPermissionsBehavior,
  Opportunity: opportunityBehavior,
  OpportunityContactRole: contactRoleBehavior,
  OpportunityLineItem: opportunityLineItemBehavior,
  PermissionSet: permissionSetBehavior,
  PermissionSetAssignment: permissionSetAssignmentBehavior,
  PricebookEntry: pricebookEntryBehavior,
  Task: taskBehavior,
  User: userBehavior,
};

/** What the standard object of this name does by itself; custom objects do nothing. */
export function behaviorOf(object: string): Behavior | undefined {
  return BEHAVIORS[object];
}
