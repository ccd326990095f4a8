import { READ_ONLY, checkbox, field, number, picklist, reference, standardObject, text, textArea } from '../field.ts';
import { auditFields, identityFields, viewedFields } from '../system-fields.ts';

const CAMPAIGN_TYPES = [
  'Conference',
  'Webinar',
  'Trade Show',
  'Public Relations',
  'Partners',
  'Referral Program',
  'Advertisement',
  'Banner Ads',
  'Direct Mail',
  'Email',
  'Telemarketing',
  'Other',
];

export const campaign = standardObject(
  'Campaign',
  '701',
  [
    ...identityFields(),
    text('Name', 80, { nameField: true, required: true, label: 'Campaign Name' }),
    reference('ParentId', ['Campaign'], { label: 'Parent Campaign ID', child: 'ChildCampaigns' }),
    picklist('Type', CAMPAIGN_TYPES),
    picklist('Status', ['*Planned', 'In Progress', 'Completed', 'Aborted']),
    field('StartDate', 'date'),
    field('EndDate', 'date'),
    number('ExpectedRevenue', 'currency', 18, 2),
    number('BudgetedCost', 'currency', 18, 0),
    number('ActualCost', 'currency', 18, 0),
    number('ExpectedResponse', 'percent', 8, 2, { label: 'Expected Response (%)' }),
    number('NumberSent', 'double', 18, 0, { label: 'Num Sent' }),
    checkbox('IsActive', { label: 'Active' }),
    textArea('Description', 32000),
    reference('OwnerId', ['User']),
    ...auditFields(),
    field('LastActivityDate', 'date', { ...READ_ONLY, label: 'Last Activity' }),
    ...viewedFields(),
  ],
  { searchable: true, uiApi: true, compactLayout: ['Name', 'Type', 'Status', 'StartDate', 'EndDate'] },
);
