import { READ_ONLY, checkbox, field, number, picklist, reference, standardObject, text, textArea } from '../field.ts';
import { auditFields, identityFields, viewedFields } from '../system-fields.ts';
import type { PicklistDefinition } from '../types.ts';
import { addressFields, email, phone } from './address-fields.ts';

const LOCALES = [
  'en_US',
  'en_GB',
  'en_CA',
  'en_AU',
  'en_IE',
  'en_IN',
  'de_DE',
  'de_CH',
  'de_AT',
  'fr_FR',
  'fr_CA',
].concat(
  ['es_ES', 'es_MX', 'it_IT', 'nl_NL', 'pt_BR', 'pt_PT', 'sv_SE', 'da_DK', 'fi_FI', 'no_NO', 'pl_PL', 'ja_JP', 'ko_KR'],
  ['zh_CN', 'zh_TW', 'ru_RU', 'tr_TR', 'cs_CZ'],
);

const LANGUAGES = [
  'en_US',
  'de',
  'es',
  'fr',
  'it',
  'ja',
  'sv',
  'ko',
  'zh_TW',
  'zh_CN',
  'pt_BR',
  'nl_NL',
  'da',
  'th',
].concat(['fi', 'ru', 'es_MX', 'no']);

const ENCODINGS = ['UTF-8', 'ISO-8859-1', 'Shift_JIS', 'ISO-2022-JP', 'EUC-JP', 'ks_c_5601-1987', 'Big5', 'GB2312'];

const USER_TYPES = [
  'Standard',
  'PowerPartner',
  'PowerCustomerSuccess',
  'CustomerSuccess',
  'Guest',
  'CspLitePortal',
].concat(['CsnOnly', 'SelfService', 'AutomatedProcess', 'CloudIntegrationUser']);

function timeZones(): PicklistDefinition {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'GMT', 'UTC']);
  return {
    restricted: true,
    values: [...names].map((value) => ({ value, label: value, isDefault: false, active: true })),
  };
}

export const user = standardObject(
  'User',
  '005',
  [
    ...identityFields({ deletable: false }),
    text('Username', 80, { required: true, unique: true }),
    text('LastName', 80, { required: true }),
    text('FirstName', 40),
    text('MiddleName', 40),
    text('Name', 121, { ...READ_ONLY, nameField: true, label: 'Full Name' }),
    text('CompanyName', 80),
    text('Division', 80),
    text('Department', 80),
    text('Title', 80),
    ...addressFields(''),
    email('Email', { length: 128, required: true }),
    text('SenderEmail', 80, { label: 'Email Sender Address' }),
    text('SenderName', 80, { label: 'Email Sender Name' }),
    textArea('Signature', 1333, { label: 'Email Signature' }),
    phone('Phone'),
    phone('Fax'),
    phone('MobilePhone', 'Mobile'),
    text('Alias', 8, { required: true }),
    text('CommunityNickname', 40, { label: 'Nickname' }),
    text('BadgeText', 80, { ...READ_ONLY, label: 'User Photo badge text overlay' }),
    checkbox('IsActive', { label: 'Active', defaultValue: 'true' }),
    picklist('TimeZoneSidKey', [], { label: 'Time Zone', required: true, picklist: timeZones() }),
    reference('UserRoleId', ['UserRole'], { label: 'Role ID', child: 'Users' }),
    picklist('LocaleSidKey', LOCALES, { label: 'Locale', required: true }),
    checkbox('ReceivesInfoEmails', { label: 'Info Emails' }),
    checkbox('ReceivesAdminInfoEmails', { label: 'Admin Info Emails' }),
    picklist('EmailEncodingKey', ENCODINGS, { label: 'Email Encoding', required: true, restricted: true }),
    reference('ProfileId', ['Profile'], { child: 'Users', required: true }),
    picklist('UserType', USER_TYPES, { ...READ_ONLY, restricted: true }),
    picklist('LanguageLocaleKey', LANGUAGES, { label: 'Language', required: true, restricted: true }),
    text('EmployeeNumber', 20),
    reference('DelegatedApproverId', ['Group', 'User'], { label: 'Delegated Approver ID' }),
    reference('ManagerId', ['User'], { label: 'Manager ID', child: 'ManagedUsers' }),
    field('LastLoginDate', 'datetime', { ...READ_ONLY, label: 'Last Login' }),
    field('LastPasswordChangeDate', 'datetime', { ...READ_ONLY, label: 'Last Password Change or Reset' }),
    ...auditFields(),
    number('NumberOfFailedLogins', 'int', 9, 0, { ...READ_ONLY, label: 'Failed Login Attempts' }),
    checkbox('ForecastEnabled', { label: 'Allow Forecasting' }),
    text('FederationIdentifier', 512, { unique: true, caseSensitive: true, label: 'SAML Federation ID' }),
    textArea('AboutMe', 1000, { label: 'About Me' }),
    field('FullPhotoUrl', 'url', { ...READ_ONLY, length: 1024, label: 'Url for full-sized Photo' }),
    field('SmallPhotoUrl', 'url', { ...READ_ONLY, length: 1024, label: 'Url for Photo' }),
    field('MediumPhotoUrl', 'url', { ...READ_ONLY, length: 1024, label: 'Url for medium profile photo' }),
    field('BannerPhotoUrl', 'url', { ...READ_ONLY, length: 1024, label: 'Url for banner photo' }),
    checkbox('IsProfilePhotoActive', { ...READ_ONLY, label: 'Has Profile Photo' }),
    picklist('DigestFrequency', ['*D', 'W', 'N'], { label: 'Chatter Email Highlights Frequency', restricted: true }),
    ...viewedFields(),
  ],
  { deletable: false, searchable: true, uiApi: true, compactLayout: ['Name', 'Title', 'ManagerId', 'Email', 'Phone'] },
);
