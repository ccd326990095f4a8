import type { Connection } from 'jsforce';

import { manifest, zipOf } from './contract-package.ts';
import { install } from './install.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** An object of which people see only their own records, with one field of each kind that values are checked for. */
export const ITEM = 'Contract_Item__c';
/** Its details, which may move to another item. */
export const PART = 'Contract_Part__c';
/** Details that may not move. */
export const TAG = 'Contract_Tag__c';

/** Gives all rights to all of it. */
const ALL_RIGHTS = 'Contract_Items';
/** Gives the rights of a rep: `Secret__c` is out of sight, `Color__c` can be read only, tags are out of sight. */
export const FEW_RIGHTS = 'Contract_Items_Few';

export function customField(name: string, type: string, inner = ''): string {
  const label = name.replace(/__c$/, '').replaceAll('_', ' ');
  return `<fields><fullName>${name}</fullName>${inner}<label>${label}</label><type>${type}</type></fields>`;
}

export function pickList(values: readonly string[], options: { restricted?: boolean; before?: string } = {}): string {
  const { restricted = true, before = '' } = options;
  const listed = values.map(
    (value) => `<value><fullName>${value}</fullName><default>false</default><label>${value}</label></value>`,
  );
  return `<valueSet>${before}<restricted>${restricted}</restricted><valueSetDefinition><sorted>false</sorted>${listed.join('')}</valueSetDefinition></valueSet>`;
}

export function customObject(label: string, inner: string, sharingModel = 'ReadWrite'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${NAMESPACE}>
  <deploymentStatus>Deployed</deploymentStatus>
  ${inner}
  <label>${label}</label>
  <nameField><label>Name</label><type>Text</type></nameField>
  <pluralLabel>${label}s</pluralLabel>
  <sharingModel>${sharingModel}</sharingModel>
</CustomObject>`;
}

const NUMBER = '<precision>18</precision><scale>2</scale>';

function toAccount(relationship: string, constraint?: string): string {
  const rule = constraint === undefined ? '' : `<deleteConstraint>${constraint}</deleteConstraint>`;
  return `${rule}<referenceTo>Account</referenceTo><relationshipName>${relationship}</relationshipName>`;
}

function toItem(relationship: string, reparentable: boolean): string {
  return `<referenceTo>${ITEM}</referenceTo><relationshipName>${relationship}</relationshipName><relationshipOrder>0</relationshipOrder><reparentableMasterDetail>${reparentable}</reparentableMasterDetail>`;
}

function formula(source: string, rest = '', blanks = 'BlankAsZero'): string {
  const escaped = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<formula>${escaped}</formula><formulaTreatBlanksAs>${blanks}</formulaTreatBlanksAs>${rest}`;
}

function rollUp(operation: string, field?: string, filter = ''): string {
  const summarized = field === undefined ? '' : `<summarizedField>${PART}.${field}</summarizedField>`;
  return `${summarized}${filter}<summaryForeignKey>${PART}.Item__c</summaryForeignKey><summaryOperation>${operation}</summaryOperation>`;
}

function where(field: string, operation: string, value: string): string {
  return `<summaryFilterItems><field>${PART}.${field}</field><operation>${operation}</operation><value>${value}</value></summaryFilterItems>`;
}

const KEY = '<externalId>true</externalId><length>20</length><unique>true</unique>';

/** Stored fields, by name: type and the rest of their metadata. */
const STORED: Readonly<Record<string, readonly [type: string, inner?: string]>> = {
  Key__c: ['Text', `<caseSensitive>false</caseSensitive>${KEY}`],
  Exact__c: ['Text', `<caseSensitive>true</caseSensitive>${KEY}`],
  Serial__c: ['Number', '<externalId>true</externalId><precision>8</precision><scale>0</scale><unique>true</unique>'],
  Small__c: ['Number', '<precision>5</precision><scale>2</scale>'],
  Price__c: ['Currency', NUMBER],
  Share__c: ['Percent', '<precision>5</precision><scale>1</scale>'],
  Ready__c: ['Checkbox', '<defaultValue>true</defaultValue>'],
  Due__c: ['Date'],
  Seen__c: ['DateTime'],
  Mail__c: ['Email'],
  Note__c: ['LongTextArea', '<length>300</length><visibleLines>3</visibleLines>'],
  Secret__c: ['Text', '<length>20</length>'],
  Color__c: ['Picklist', pickList(['Red', 'Green'])],
  Tone__c: ['Picklist', pickList(['Plain', 'Playful'], { restricted: false })],
  Topics__c: ['MultiselectPicklist', `${pickList(['Price', 'Value', 'Risk'])}<visibleLines>3</visibleLines>`],
  Cleared__c: ['Lookup', toAccount('Cleared_Items')],
  Guarded__c: ['Lookup', toAccount('Guarded_Items', 'Restrict')],
  Taken__c: ['Lookup', toAccount('Taken_Items', 'Cascade')],
};

const COMPUTED: Readonly<Record<string, readonly [type: string, inner?: string]>> = {
  Zero_Plus__c: ['Number', formula('Small__c + 1', NUMBER)],
  Blank_Plus__c: ['Number', formula('Small__c + 1', NUMBER, 'BlankAsBlank')],
  Below_Zero__c: ['Checkbox', formula('Small__c < 5')],
  Below_Blank__c: ['Checkbox', formula('Small__c < 5', '', 'BlankAsBlank')],
  Inverse__c: ['Number', formula('1 / Small__c', NUMBER)],
  Words__c: ['Text', formula('Key__c & "-" & TEXT(Color__c) & "-" & TEXT(Small__c)')],
  Days__c: ['Number', formula('Due__c - DATE(2026, 1, 1)', '<precision>18</precision><scale>0</scale>')],
  Parts__c: ['Summary', rollUp('count')],
  Total__c: ['Summary', rollUp('sum', 'Amount__c')],
  Dearest__c: ['Summary', rollUp('max', 'Amount__c')],
  Dear_Parts__c: ['Summary', rollUp('count', undefined, where('Amount__c', 'greaterThan', '50'))],
  Oak_Total__c: [
    'Summary',
    rollUp('sum', 'Amount__c', where('Name', 'startsWith', 'oak, 100%') + where('Name', 'notContain', 'pine')),
  ],
  Number__c: ['AutoNumber', '<displayFormat>I-{YYYY}-{000}</displayFormat><startingNumber>100</startingNumber>'],
};

function fieldsOf(definitions: typeof STORED): string {
  return Object.entries(definitions)
    .map(([name, [type, inner]]) => customField(name, type, inner))
    .join('\n  ');
}

/** `editable` says which fields may be written; only these and `readable` ones are granted. */
export function permissionSet(
  label: string,
  fields: Readonly<Record<string, 'edit' | 'read'>>,
  objects: readonly string[],
  allRecords: boolean,
): string {
  const fieldRights = Object.entries(fields).map(
    ([field, right]) =>
      `<fieldPermissions><editable>${right === 'edit'}</editable><field>${field}</field><readable>true</readable></fieldPermissions>`,
  );
  const objectRights = objects.map(
    (object) => `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete>
    <allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>${allRecords}</modifyAllRecords>
    <object>${object}</object><viewAllRecords>${allRecords}</viewAllRecords></objectPermissions>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet ${NAMESPACE}>
  ${fieldRights.join('\n  ')}
  <label>${label}</label>
  ${objectRights.join('\n  ')}
</PermissionSet>`;
}

/** Deploys one more object and gives the connection's user all rights to it and its fields. */
export async function installObject(
  connection: Connection,
  name: string,
  xml: string,
  fields: readonly string[],
): Promise<void> {
  const rights = name.replace(/__c$/, '_Rights');
  const granted = Object.fromEntries(fields.map((field) => [`${name}.${field}`, 'edit'] as const));
  const zip = await zipOf({
    'package.xml': manifest({ CustomObject: [name], PermissionSet: [rights] }),
    [`objects/${name}.object`]: xml,
    [`permissionsets/${rights}.permissionset`]: permissionSet(rights, granted, [name], true),
  });
  await install(connection, zip, rights);
}

const EDITABLE = Object.fromEntries(Object.keys(STORED).map((name) => [`${ITEM}.${name}`, 'edit'] as const));
const READABLE = Object.fromEntries(Object.keys(COMPUTED).map((name) => [`${ITEM}.${name}`, 'read'] as const));
const PARTS = { [`${PART}.Amount__c`]: 'edit' } as const;
const { [`${ITEM}.Secret__c`]: _secret, ...seen } = EDITABLE;

/** Deploys the objects and gives the connection's user all rights to them. */
export async function installItemPackage(connection: Connection): Promise<void> {
  const zip = await zipOf({
    'package.xml': manifest({ CustomObject: [ITEM, PART, TAG], PermissionSet: [ALL_RIGHTS, FEW_RIGHTS] }),
    [`objects/${ITEM}.object`]: customObject('Contract Item', fieldsOf(STORED) + fieldsOf(COMPUTED), 'Private'),
    [`objects/${PART}.object`]: customObject(
      'Contract Part',
      customField('Item__c', 'MasterDetail', toItem('Parts', true)) + customField('Amount__c', 'Currency', NUMBER),
      'ControlledByParent',
    ),
    [`objects/${TAG}.object`]: customObject(
      'Contract Tag',
      customField('Item__c', 'MasterDetail', toItem('Tags', false)),
      'ControlledByParent',
    ),
    [`permissionsets/${ALL_RIGHTS}.permissionset`]: permissionSet(
      'Contract Items',
      { ...EDITABLE, ...READABLE, ...PARTS },
      [ITEM, PART, TAG],
      true,
    ),
    [`permissionsets/${FEW_RIGHTS}.permissionset`]: permissionSet(
      'Contract Items Few',
      { ...seen, ...READABLE, ...PARTS, [`${ITEM}.Color__c`]: 'read' },
      [ITEM, PART],
      false,
    ),
  });
  await install(connection, zip, ALL_RIGHTS);
}
