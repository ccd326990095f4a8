import type { ObjectDefinition } from '../types.ts';
import {
  fieldPermissions,
  objectPermissions,
  permissionSet,
  permissionSetAssignment,
  profile,
  userRole,
} from './access-objects.ts';
import { account } from './account.ts';
import { event, task } from './activity.ts';
import { campaign } from './campaign.ts';
import { contact } from './contact.ts';
import { emailMessage } from './email-message.ts';
import { lead } from './lead.ts';
import {
  opportunityContactRole,
  opportunityHistory,
  opportunityLineItem,
  opportunityStage,
  opportunityTeamMember,
} from './opportunity-details.ts';
import { opportunity } from './opportunity.ts';
import { pricebook2, pricebookEntry, product2 } from './product.ts';
import { group, organization, recordType } from './setup-objects.ts';
import { user } from './user.ts';

/** The objects that an org has before anything is deployed, with the platform's names, prefixes and relationships. */
export function standardObjects(): ObjectDefinition[] {
  return [
    organization,
    user,
    userRole,
    profile,
    permissionSet,
    permissionSetAssignment,
    objectPermissions,
    fieldPermissions,
    recordType,
    group,
    account,
    contact,
    opportunity,
    opportunityHistory,
    opportunityContactRole,
    opportunityTeamMember,
    opportunityStage,
    product2,
    pricebook2,
    pricebookEntry,
    opportunityLineItem,
    task,
    event,
    lead,
    campaign,
    emailMessage,
  ];
}
