import type { Connection } from 'jsforce';

import { manifest, zipOf } from './contract-package.ts';
import { install } from './install.ts';
import { customField, customObject, permissionSet } from './item-package.ts';

const VAULT = 'Contract_Vault__c';
const CELLAR = 'Contract_Cellar__c';
const SEARCHED = '<enableSearch>true</enableSearch>';

const VAULT_FIELDS = [
  customField('Secret__c', 'Text', '<length>80</length>'),
  customField('Code__c', 'Text', '<externalId>true</externalId><length>80</length><unique>true</unique>'),
  customField('Sum__c', 'Number', '<precision>8</precision><scale>0</scale>'),
  customField('Day__c', 'Date'),
  customField('Open__c', 'Text', '<length>80</length>'),
  customField(
    'Cellar__c',
    'Lookup',
    `<deleteConstraint>SetNull</deleteConstraint><referenceTo>${CELLAR}</referenceTo>
    <relationshipLabel>Vaults</relationshipLabel><relationshipName>Vaults</relationshipName>`,
  ),
  customField('Shadow__c', 'Text', '<formula>Secret__c</formula>'),
];

const STORED = ['Secret__c', 'Code__c', 'Sum__c', 'Day__c', 'Open__c', 'Cellar__c'];
const SHADOW = { [`${VAULT}.Shadow__c`]: 'read' } as const;

function editable(fields: readonly string[]): Record<string, 'edit'> {
  return Object.fromEntries(fields.map((field) => [`${VAULT}.${field}`, 'edit']));
}

/**
 * Two private objects for tests of who sees what: of a `Contract_Vault__c` the permission set `Contract_Clerk` shows
 * the open field and a formula over a hidden one; a `Contract_Cellar__c`, to which vaults look up, not at all.
 */
export async function installVaultPackage(connection: Connection): Promise<void> {
  const clerk = { ...editable(['Open__c']), ...SHADOW };
  const keeper = { ...editable(STORED), ...SHADOW };
  const zip = await zipOf({
    'package.xml': manifest({ CustomObject: [VAULT, CELLAR], PermissionSet: ['Contract_Clerk', 'Contract_Keeper'] }),
    [`objects/${VAULT}.object`]: customObject('Contract Vault', `${SEARCHED}${VAULT_FIELDS.join('\n  ')}`, 'Private'),
    [`objects/${CELLAR}.object`]: customObject('Contract Cellar', SEARCHED, 'Private'),
    'permissionsets/Contract_Clerk.permissionset': permissionSet('Contract Clerk', clerk, [VAULT], false),
    'permissionsets/Contract_Keeper.permissionset': permissionSet('Contract Keeper', keeper, [VAULT, CELLAR], true),
  });
  await install(connection, zip, 'Contract_Keeper');
}
