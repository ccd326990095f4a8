import { READ_ONLY, field, number, picklist, reference, standardObject, text, textArea } from '../field.ts';
import { auditFields, identityFields, viewedFields } from '../system-fields.ts';
import { addressFields, phone } from './address-fields.ts';
import { INDUSTRIES, LEAD_SOURCES, RATINGS } from './shared-picklists.ts';

const ACCOUNT_TYPES = [
  'Prospect',
  'Customer - Direct',
  'Customer - Channel',
  'Channel Partner / Reseller',
  'Installation Partner',
  'Technology Partner',
  'Other',
];

export const account = standardObject(
  'Account',
  '001',
  [
    ...identityFields(),
    text('Name', 255, { nameField: true, required: true, label: 'Account Name' }),
    picklist('Type', ACCOUNT_TYPES, { label: 'Account Type' }),
    reference('ParentId', ['Account'], { label: 'Parent Account ID', child: 'ChildAccounts' }),
    ...addressFields('Billing'),
    ...addressFields('Shipping'),
    phone('Phone', 'Account Phone'),
    phone('Fax', 'Account Fax'),
    text('AccountNumber', 40),
    field('Website', 'url', { length: 255 }),
    field('PhotoUrl', 'url', { ...READ_ONLY, length: 255, label: 'Photo URL' }),
    text('Sic', 20, { label: 'SIC Code' }),
    text('SicDesc', 80, { label: 'SIC Description' }),
    picklist('Industry', INDUSTRIES),
    number('AnnualRevenue', 'currency', 18, 0),
    number('NumberOfEmployees', 'int', 8, 0, { label: 'Employees' }),
    picklist('Ownership', ['Public', 'Private', 'Subsidiary', 'Other']),
    text('TickerSymbol', 20),
    textArea('Description', 32000, { label: 'Account Description' }),
    picklist('Rating', RATINGS, { label: 'Account Rating' }),
    text('Site', 80, { label: 'Account Site' }),
    reference('OwnerId', ['User']),
    ...auditFields(),
    field('LastActivityDate', 'date', { ...READ_ONLY, label: 'Last Activity' }),
    ...viewedFields(),
    text('Jigsaw', 20, { label: 'Data.com Key' }),
    text('JigsawCompanyId', 20, { ...READ_ONLY, label: 'Jigsaw Company ID' }),
    picklist('AccountSource', LEAD_SOURCES),
  ],
  { searchable: true, uiApi: true, compactLayout: ['Name', 'Type', 'Phone', 'Website', 'OwnerId', 'Site', 'Industry'] },
);
