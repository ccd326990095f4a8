import type { Connection } from 'jsforce';

import { manifest, zipOf } from './contract-package.ts';
import { install } from './install.ts';
import { customField, customObject, permissionSet, pickList } from './item-package.ts';

/** An object of which people see only their own records, and whose fields are tracked but for one. */
export const TRACKED = 'Contract_Tracked__c';
export const TRACKED_HISTORY = 'Contract_Tracked__History';
/** Gives all rights to all of it. */
const TRACKED_RIGHTS = 'Contract_Tracked_Rights';
/** Gives the rights of a rep: `Secret__c` is out of sight. */
export const TRACKED_FEW = 'Contract_Tracked_Few';

/** Tracked fields by name: type and the rest of their metadata. */
const FIELDS: Readonly<Record<string, readonly [type: string, inner?: string]>> = {
  Note__c: ['Text', '<length>20</length>'],
  Secret__c: ['Text', '<length>20</length>'],
  Price__c: ['Currency', '<precision>18</precision><scale>2</scale>'],
  Ready__c: ['Checkbox', '<defaultValue>false</defaultValue>'],
  Due__c: ['Date'],
  Seen__c: ['DateTime'],
  Color__c: ['Picklist', pickList(['Red', 'Green'])],
  Story__c: ['LongTextArea', '<length>300</length><visibleLines>3</visibleLines>'],
  Topics__c: ['MultiselectPicklist', `${pickList(['Price', 'Risk'])}<visibleLines>3</visibleLines>`],
  Account__c: ['Lookup', '<referenceTo>Account</referenceTo><relationshipName>Contract_Tracked</relationshipName>'],
};

const RULE = `<validationRules><fullName>No_Forbidden_Notes</fullName><active>true</active>
  <errorConditionFormula>Note__c = "forbidden"</errorConditionFormula><errorMessage>Not this</errorMessage></validationRules>`;

function objectXml(): string {
  const fields = Object.entries(FIELDS).map(([name, [type, inner = '']]) => {
    return customField(name, type, `${inner}<trackHistory>true</trackHistory>`);
  });
  const loose = customField('Loose__c', 'Text', '<length>20</length><trackHistory>false</trackHistory>');
  const inner = `<enableHistory>true</enableHistory>${fields.join('')}${loose}${RULE}`;
  return customObject('Contract Tracked', inner, 'Private').replace(
    '<nameField>',
    '<nameField><trackHistory>true</trackHistory>',
  );
}

const OPPORTUNITY = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
  <enableHistory>true</enableHistory>
  ${['AccountId', 'OwnerId']
    .map((name) => `<fields><fullName>${name}</fullName><trackHistory>true</trackHistory><type>Lookup</type></fields>`)
    .join('')}
  <fields><fullName>StageName</fullName><trackHistory>true</trackHistory><type>Picklist</type></fields>
</CustomObject>`;

/** Deploys the tracked object, tracks opportunities, and gives the connection's user all rights. */
export async function installTracked(connection: Connection): Promise<void> {
  const names = [...Object.keys(FIELDS), 'Loose__c'].map((name) => `${TRACKED}.${name}`);
  const granted = (fields: readonly string[]): Record<string, 'edit'> => {
    return Object.fromEntries(fields.map((name) => [name, 'edit'] as const));
  };
  const seen = names.filter((name) => !name.endsWith('Secret__c'));
  const zip = await zipOf({
    'package.xml': manifest({
      CustomObject: [TRACKED, 'Opportunity'],
      PermissionSet: [TRACKED_RIGHTS, TRACKED_FEW],
    }),
    [`objects/${TRACKED}.object`]: objectXml(),
    'objects/Opportunity.object': OPPORTUNITY,
    [`permissionsets/${TRACKED_RIGHTS}.permissionset`]: permissionSet('All', granted(names), [TRACKED], true),
    [`permissionsets/${TRACKED_FEW}.permissionset`]: permissionSet('Few', granted(seen), [TRACKED], false),
  });
  await install(connection, zip, TRACKED_RIGHTS);
}
