import JSZip from 'jszip';
import type { Connection } from 'jsforce';

import { install } from './install.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Two objects of the contract's own: a shelf with a key that may hold a slash, and the books on it, whose key two may share. */
const SHELF = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${NAMESPACE}>
  <deploymentStatus>Deployed</deploymentStatus>
  <fields>
    <fullName>Key__c</fullName><externalId>true</externalId><label>Key</label><length>120</length>
    <required>true</required><type>Text</type><unique>true</unique><caseSensitive>false</caseSensitive>
  </fields>
  <fields>
    <fullName>Kind__c</fullName><label>Kind</label><type>Picklist</type>
    <valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
      <value><fullName>Oak</fullName><default>false</default><label>Oak wood</label></value>
      <value><fullName>Pine</fullName><default>false</default><label>Pine wood</label></value>
    </valueSetDefinition></valueSet>
  </fields>
  <label>Contract Shelf</label>
  <nameField><label>Name</label><type>Text</type></nameField>
  <pluralLabel>Contract Shelves</pluralLabel>
  <sharingModel>ReadWrite</sharingModel>
  <validationRules>
    <fullName>No_Pine_Named_Oak</fullName><active>true</active>
    <errorConditionFormula>AND(ISPICKVAL(Kind__c, "Pine"), Name = "Oak")</errorConditionFormula>
    <errorDisplayField>Kind__c</errorDisplayField><errorMessage>Pine is not oak.</errorMessage>
  </validationRules>
</CustomObject>`;

const BOOK = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${NAMESPACE}>
  <deploymentStatus>Deployed</deploymentStatus>
  <fields>
    <fullName>Shelf__c</fullName><label>Shelf</label><referenceTo>Contract_Shelf__c</referenceTo>
    <relationshipLabel>Books</relationshipLabel><relationshipName>Books</relationshipName>
    <relationshipOrder>0</relationshipOrder><reparentableMasterDetail>false</reparentableMasterDetail>
    <type>MasterDetail</type><writeRequiresMasterRead>false</writeRequiresMasterRead>
  </fields>
  <fields>
    <fullName>Pages__c</fullName><label>Pages</label><precision>6</precision><scale>0</scale><type>Number</type>
  </fields>
  <fields>
    <fullName>Read_On__c</fullName><label>Read On</label><type>Date</type>
  </fields>
  <fields>
    <fullName>Lent_At__c</fullName><label>Lent At</label><type>DateTime</type>
  </fields>
  <fields>
    <fullName>Topics__c</fullName><label>Topics</label><type>MultiselectPicklist</type>
    <valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
      <value><fullName>Art</fullName><default>false</default><label>Art</label></value>
      <value><fullName>Law</fullName><default>false</default><label>Law</label></value>
      <value><fullName>Sea</fullName><default>false</default><label>Sea</label></value>
    </valueSetDefinition></valueSet><visibleLines>3</visibleLines>
  </fields>
  <fields>
    <fullName>Print_Number__c</fullName><externalId>true</externalId><label>Print Number</label><length>40</length>
    <type>Text</type>
  </fields>
  <fields>
    <fullName>Long_Read__c</fullName><formula>Pages__c &gt; 300</formula><label>Long Read</label><type>Checkbox</type>
  </fields>
  <label>Contract Book</label>
  <nameField><label>Name</label><type>Text</type></nameField>
  <pluralLabel>Contract Books</pluralLabel>
  <sharingModel>ControlledByParent</sharingModel>
</CustomObject>`;

const PERMISSIONS = `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet ${NAMESPACE}>
  <fieldPermissions><editable>true</editable><field>Contract_Book__c.Pages__c</field><readable>true</readable></fieldPermissions>
  <fieldPermissions><editable>true</editable><field>Contract_Book__c.Lent_At__c</field><readable>true</readable></fieldPermissions>
  <fieldPermissions><editable>true</editable><field>Contract_Book__c.Topics__c</field><readable>true</readable></fieldPermissions>
  <fieldPermissions><editable>true</editable><field>Contract_Book__c.Print_Number__c</field><readable>true</readable></fieldPermissions>
  <fieldPermissions><editable>true</editable><field>Contract_Book__c.Read_On__c</field><readable>true</readable></fieldPermissions>
  <fieldPermissions><editable>false</editable><field>Contract_Book__c.Long_Read__c</field><readable>true</readable></fieldPermissions>
  <fieldPermissions><editable>true</editable><field>Contract_Shelf__c.Kind__c</field><readable>true</readable></fieldPermissions>
  <label>Contract</label>
  ${['Contract_Book__c', 'Contract_Shelf__c']
    .map(
      (object) => `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete>
    <allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>true</modifyAllRecords>
    <object>${object}</object><viewAllRecords>true</viewAllRecords></objectPermissions>`,
    )
    .join('\n  ')}
</PermissionSet>`;

const MANIFEST = manifest({
  CustomObject: ['Contract_Shelf__c', 'Contract_Book__c'],
  PermissionSet: ['Contract'],
});

export function manifest(types: Readonly<Record<string, readonly string[]>>): string {
  const listed = Object.entries(types).map(
    ([name, members]) =>
      `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Package ${NAMESPACE}>${listed.join('')}<version>66.0</version></Package>`;
}

export function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [path, content] of Object.entries(files)) {
    zip.file(path, content);
  }
  return zip.generateAsync({ type: 'nodebuffer' });
}

/** The contract's own package in metadata format. */
export function contractPackage(): Promise<Buffer> {
  return zipOf({
    'package.xml': MANIFEST,
    'objects/Contract_Shelf__c.object': SHELF,
    'objects/Contract_Book__c.object': BOOK,
    'permissionsets/Contract.permissionset': PERMISSIONS,
  });
}

/** Deploys the contract's package and gives the connection's user the rights to it. */
export async function installContractPackage(connection: Connection): Promise<void> {
  await install(connection, await contractPackage(), 'Contract');
}
