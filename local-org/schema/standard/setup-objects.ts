import { READ_ONLY, checkbox, field, number, picklist, reference, standardObject, text } from '../field.ts';
import { auditFields, identityFields } from '../system-fields.ts';
import { addressFields, phone } from './address-fields.ts';

const setup = { createable: false, updateable: false, deletable: false } as const;

export const organization = standardObject(
  'Organization',
  '00D',
  [
    ...identityFields({ deletable: false }),
    text('Name', 80, { nameField: true, required: true, createable: false }),
    text('Division', 80, { createable: false }),
    ...addressFields(''),
    phone('Phone'),
    phone('Fax'),
    text('PrimaryContact', 80, { createable: false }),
    picklist('DefaultLocaleSidKey', [], { createable: false, label: 'Locale' }),
    picklist('TimeZoneSidKey', [], { createable: false, label: 'Time Zone' }),
    picklist('LanguageLocaleKey', [], { createable: false, label: 'Language' }),
    checkbox('ReceivesInfoEmails', { createable: false, label: 'Info Emails' }),
    number('FiscalYearStartMonth', 'int', 9, 0, READ_ONLY),
    checkbox('UsesStartDateAsFiscalYearName', { ...READ_ONLY, label: 'Fiscal Year Name by Start' }),
    picklist('DefaultAccountAccess', [], READ_ONLY),
    picklist('DefaultContactAccess', [], READ_ONLY),
    picklist('DefaultOpportunityAccess', [], READ_ONLY),
    picklist('DefaultLeadAccess', [], READ_ONLY),
    picklist('OrganizationType', ['Developer Edition', 'Enterprise Edition', 'Unlimited Edition'], {
      ...READ_ONLY,
      label: 'Edition',
    }),
    text('NamespacePrefix', 15, READ_ONLY),
    text('InstanceName', 5, READ_ONLY),
    checkbox('IsSandbox', { ...READ_ONLY, label: 'Is Sandbox' }),
    checkbox('IsReadOnly', { ...READ_ONLY, label: 'Is Read Only' }),
    field('TrialExpirationDate', 'datetime', READ_ONLY),
    ...auditFields(),
  ],
  { ...setup, updateable: true },
);

export const recordType = standardObject(
  'RecordType',
  '012',
  [
    ...identityFields({ deletable: false }),
    text('Name', 80, { nameField: true, required: true }),
    text('DeveloperName', 80, { required: true, label: 'Record Type Name' }),
    text('NamespacePrefix', 15, READ_ONLY),
    text('Description', 255),
    picklist('SobjectType', [], { required: true, label: 'SObject Type Name' }),
    checkbox('IsActive', { label: 'Active' }),
    ...auditFields(),
  ],
  { ...setup },
);

export const group = standardObject(
  'Group',
  '00G',
  [
    ...identityFields({ deletable: false }),
    text('Name', 40, { nameField: true, required: true }),
    text('DeveloperName', 80),
    reference('RelatedId', ['UserRole', 'User'], { ...READ_ONLY }),
    picklist('Type', ['*Regular', 'Role', 'RoleAndSubordinates', 'Organization', 'Queue'], { restricted: true }),
    field('Email', 'email', { length: 80 }),
    checkbox('DoesSendEmailToMembers', { label: 'Send Email to Members' }),
    checkbox('DoesIncludeBosses', { label: 'Include Bosses' }),
    ...auditFields(),
  ],
  { createable: true, updateable: true, deletable: true },
);
