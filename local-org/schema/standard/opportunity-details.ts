import { READ_ONLY, checkbox, detailOf, field, number, picklist, reference, standardObject, text } from '../field.ts';
import { auditFields, identityFields } from '../system-fields.ts';
import { FORECAST_CATEGORIES, FORECAST_CATEGORY_NAMES } from './opportunity-stages.ts';

const CONTACT_ROLES = [
  'Business User',
  'Decision Maker',
  'Economic Buyer',
  'Economic Decision Maker',
  'Evaluator',
  'Executive Sponsor',
  'Influencer',
  'Technical Buyer',
  'Other',
];

/** The platform's own team roles, and the one that it gives an opportunity's owner. */
const TEAM_ROLES = [
  'Account Manager',
  'Channel Manager',
  'Executive Sponsor',
  'Lead Qualifier',
  'Opportunity Owner',
  'Pre-Sales Consultant',
  'Sales Manager',
  'Sales Rep',
];

const historyAudit = auditFields().filter((candidate) => !candidate.name.startsWith('LastModified'));

/** A row for every change of stage, amount, probability or close date; written by the org. */
export const opportunityHistory = standardObject(
  'OpportunityHistory',
  '008',
  [
    ...identityFields(),
    detailOf('Opportunity', 'OpportunityId', 'OpportunityHistories', { createable: false }),
    ...historyAudit,
    picklist('StageName', [], { ...READ_ONLY, label: 'Stage' }),
    number('Amount', 'currency', 18, 2, READ_ONLY),
    number('ExpectedRevenue', 'currency', 18, 2, { ...READ_ONLY, label: 'Expected Revenue' }),
    field('CloseDate', 'date', READ_ONLY),
    number('Probability', 'percent', 3, 0, { ...READ_ONLY, label: 'Probability (%)' }),
    picklist('ForecastCategory', FORECAST_CATEGORIES, { ...READ_ONLY, label: 'To ForecastCategory' }),
    number('PrevAmount', 'currency', 18, 2, { ...READ_ONLY, label: 'Previous Amount' }),
    field('PrevCloseDate', 'date', { ...READ_ONLY, label: 'Previous Close Date' }),
  ],
  { sharingModel: 'ControlledByParent', createable: false, updateable: false, deletable: false },
);

export const opportunityContactRole = standardObject(
  'OpportunityContactRole',
  '00K',
  [
    ...identityFields(),
    detailOf('Opportunity', 'OpportunityId', 'OpportunityContactRoles'),
    reference('ContactId', ['Contact'], {
      child: 'OpportunityContactRoles',
      required: true,
      deleteConstraint: 'cascade',
    }),
    picklist('Role', CONTACT_ROLES),
    checkbox('IsPrimary', { label: 'Primary' }),
    ...auditFields(),
  ],
  { sharingModel: 'ControlledByParent', uiApi: true, compactLayout: ['ContactId', 'Role'] },
);

/** Who works on an opportunity besides its owner; opens it to them. Orgs have it that enabled team selling. */
export const opportunityTeamMember = standardObject(
  'OpportunityTeamMember',
  '00q',
  [
    ...identityFields(),
    detailOf('Opportunity', 'OpportunityId', 'OpportunityTeamMembers'),
    reference('UserId', ['User'], {
      child: 'OpportunityTeamMembers',
      required: true,
      updateable: false,
      deleteConstraint: 'cascade',
    }),
    picklist('TeamMemberRole', TEAM_ROLES, { label: 'Team Role' }),
    picklist('OpportunityAccessLevel', ['*Read', 'Edit', 'All'], { label: 'Opportunity Access', restricted: true }),
    ...auditFields(),
  ],
  { sharingModel: 'ControlledByParent', uiApi: true, compactLayout: ['UserId', 'TeamMemberRole'] },
);

export const opportunityStage = standardObject(
  'OpportunityStage',
  '01J',
  [
    ...identityFields({ deletable: false }),
    text('MasterLabel', 255, { ...READ_ONLY, nameField: true }),
    text('ApiName', 255, { ...READ_ONLY, label: 'API Name' }),
    checkbox('IsActive', { ...READ_ONLY, label: 'Is Active' }),
    number('SortOrder', 'int', 9, 0, READ_ONLY),
    checkbox('IsClosed', { ...READ_ONLY, label: 'Closed' }),
    checkbox('IsWon', { ...READ_ONLY, label: 'Won' }),
    picklist('ForecastCategory', FORECAST_CATEGORIES, READ_ONLY),
    picklist('ForecastCategoryName', FORECAST_CATEGORY_NAMES, { ...READ_ONLY, label: 'Forecast Category Name' }),
    number('DefaultProbability', 'percent', 3, 0, { ...READ_ONLY, label: 'Probability (%)' }),
    text('Description', 255, READ_ONLY),
    ...auditFields(),
  ],
  { createable: false, updateable: false, deletable: false },
);

export const opportunityLineItem = standardObject(
  'OpportunityLineItem',
  '00k',
  [
    ...identityFields(),
    detailOf('Opportunity', 'OpportunityId', 'OpportunityLineItems'),
    number('SortOrder', 'int', 9, 0),
    reference('PricebookEntryId', ['PricebookEntry'], {
      label: 'Price Book Entry ID',
      child: 'OpportunityLineItems',
      updateable: false,
    }),
    reference('Product2Id', ['Product2'], { label: 'Product ID', child: 'OpportunityLineItems', updateable: false }),
    text('ProductCode', 255, READ_ONLY),
    text('Name', 376, { ...READ_ONLY, nameField: true, label: 'Opportunity Product Name' }),
    number('Quantity', 'double', 12, 2, { required: true }),
    number('Discount', 'percent', 5, 2),
    number('Subtotal', 'currency', 18, 2, READ_ONLY),
    number('TotalPrice', 'currency', 18, 2),
    number('UnitPrice', 'currency', 18, 2, { label: 'Sales Price' }),
    number('ListPrice', 'currency', 18, 2, READ_ONLY),
    field('ServiceDate', 'date', { label: 'Date' }),
    text('Description', 255, { label: 'Line Description' }),
    ...auditFields(),
  ],
  {
    label: 'Opportunity Product',
    labelPlural: 'Opportunity Products',
    sharingModel: 'ControlledByParent',
    uiApi: true,
    compactLayout: ['Product2Id', 'Quantity', 'UnitPrice'],
  },
);
