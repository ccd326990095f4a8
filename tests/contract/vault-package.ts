import type { Connection } from 'jsforce';

import { assignToSelf } from './assign-to-self.ts';
import { manifest, zipOf } from './contract-package.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * Two private objects for tests of who sees what: of a `Contract_Vault__c` the permission set `Contract_Clerk` shows
 * the open field and a formula over a hidden one; a `Contract_Cellar__c`, to which vaults look up, not at all.
 */
export async function installVaultPackage(connection: Connection): Promise<void> {
  const zip = await zipOf({
    'package.xml': manifest({
      CustomObject: ['Contract_Vault__c', 'Contract_Cellar__c'],
      PermissionSet: ['Contract_Clerk', 'Contract_Keeper'],
    }),
    'objects/Contract_Vault__c.object': VAULT,
    'objects/Contract_Cellar__c.object': objectXml('Contract Cellar', ''),
    'permissionsets/Contract_Clerk.permissionset': permissionSet(
      'Contract Clerk',
      ['Contract_Vault__c.Open__c', 'Contract_Vault__c.Shadow__c'],
      [{ object: 'Contract_Vault__c', all: false }],
    ),
    'permissionsets/Contract_Keeper.permissionset': permissionSet(
      'Contract Keeper',
      ['Secret__c', 'Code__c', 'Sum__c', 'Day__c', 'Open__c', 'Shadow__c', 'Cellar__c'].map(
        (field) => `Contract_Vault__c.${field}`,
      ),
      [
        { object: 'Contract_Vault__c', all: true },
        { object: 'Contract_Cellar__c', all: true },
      ],
    ),
  });
  const result = await connection.metadata.deploy(zip, { singlePackage: true }).complete();
  if (!result.success) throw new Error(`The package of vaults was refused: ${JSON.stringify(result)}`);
  await assignToSelf(connection, 'Contract_Keeper');
}

const VAULT = objectXml(
  'Contract Vault',
  `<fields><fullName>Secret__c</fullName><label>Secret</label><length>80</length><type>Text</type></fields>
  <fields><fullName>Code__c</fullName><externalId>true</externalId><label>Code</label><length>80</length>
    <type>Text</type><unique>true</unique></fields>
  <fields><fullName>Sum__c</fullName><label>Sum</label><precision>8</precision><scale>0</scale><type>Number</type></fields>
  <fields><fullName>Day__c</fullName><label>Day</label><type>Date</type></fields>
  <fields><fullName>Open__c</fullName><label>Open</label><length>80</length><type>Text</type></fields>
  <fields><fullName>Cellar__c</fullName><deleteConstraint>SetNull</deleteConstraint><label>Cellar</label>
    <referenceTo>Contract_Cellar__c</referenceTo><relationshipLabel>Vaults</relationshipLabel>
    <relationshipName>Vaults</relationshipName><type>Lookup</type></fields>
  <fields><fullName>Shadow__c</fullName><formula>Secret__c</formula><label>Shadow</label><type>Text</type></fields>`,
);

function objectXml(label: string, fields: string): string {
  return `${HEAD}
<CustomObject ${NAMESPACE}>
  <deploymentStatus>Deployed</deploymentStatus>
  <enableSearch>true</enableSearch>
  ${fields}
  <label>${label}</label>
  <nameField><label>Name</label><type>Text</type></nameField>
  <pluralLabel>${label}s</pluralLabel>
  <sharingModel>Private</sharingModel>
</CustomObject>`;
}

function permissionSet(
  label: string,
  fields: readonly string[],
  objects: readonly { readonly object: string; readonly all: boolean }[],
): string {
  const fieldRights = fields.map((field) => {
    const editable = !field.endsWith('Shadow__c');
    return `<fieldPermissions><editable>${editable}</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;
  });
  const objectRights = objects.map(
    ({ object, all }) =>
      `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit>
    <allowRead>true</allowRead><modifyAllRecords>${all}</modifyAllRecords><object>${object}</object>
    <viewAllRecords>${all}</viewAllRecords></objectPermissions>`,
  );
  return `${HEAD}
<PermissionSet ${NAMESPACE}>
  ${fieldRights.join('\n  ')}
  <label>${label}</label>
  ${objectRights.join('\n  ')}
</PermissionSet>`;
}
