import { READ_ONLY, checkbox, field, number, picklist, reference, standardObject, text, textArea } from '../field.ts';
import { auditFields, identityFields, viewedFields } from '../system-fields.ts';
import { addressFields, email, phone } from './address-fields.ts';
import { INDUSTRIES, LEAD_SOURCES, RATINGS, SALUTATIONS } from './shared-picklists.ts';

const LEAD_STATUSES = ['*Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'];

export const lead = standardObject(
  'Lead',
  '00Q',
  [
    ...identityFields(),
    text('LastName', 80, { required: true }),
    text('FirstName', 40),
    picklist('Salutation', SALUTATIONS),
    text('Name', 121, { ...READ_ONLY, nameField: true, label: 'Full Name' }),
    text('Title', 128),
    text('Company', 255, { required: true }),
    ...addressFields(''),
    phone('Phone'),
    phone('MobilePhone'),
    phone('Fax'),
    email('Email'),
    field('Website', 'url', { length: 255 }),
    field('PhotoUrl', 'url', { ...READ_ONLY, length: 255, label: 'Photo URL' }),
    textArea('Description', 32000),
    picklist('LeadSource', LEAD_SOURCES),
    picklist('Status', LEAD_STATUSES, { label: 'Status', required: true }),
    picklist('Industry', INDUSTRIES),
    picklist('Rating', RATINGS),
    number('AnnualRevenue', 'currency', 18, 0),
    number('NumberOfEmployees', 'int', 8, 0, { label: 'Employees' }),
    reference('OwnerId', ['Group', 'User']),
    checkbox('HasOptedOutOfEmail', { label: 'Email Opt Out' }),
    checkbox('DoNotCall'),
    checkbox('IsConverted', { ...READ_ONLY, label: 'Converted' }),
    field('ConvertedDate', 'date', READ_ONLY),
    reference('ConvertedAccountId', ['Account'], READ_ONLY),
    reference('ConvertedContactId', ['Contact'], READ_ONLY),
    reference('ConvertedOpportunityId', ['Opportunity'], READ_ONLY),
    checkbox('IsUnreadByOwner', { label: 'Unread By Owner' }),
    ...auditFields(),
    field('LastActivityDate', 'date', { ...READ_ONLY, label: 'Last Activity' }),
    ...viewedFields(),
    text('EmailBouncedReason', 255),
    field('EmailBouncedDate', 'datetime'),
  ],
  {
    sharingModel: 'Private',
    searchable: true,
    uiApi: true,
    compactLayout: ['Name', 'Title', 'Company', 'Phone', 'Email'],
  },
);
