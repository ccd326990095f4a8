import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** The object that the project brings, and the fields that every version of it has. */
export const CRATE = 'Contract_Crate__c';

/** A component in source format: `objects/…/X__c.field-meta.xml` → content. */
export type SourceFiles = Readonly<Record<string, string>>;

/** A file of source format with this root. */
export function sourceFile(root: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACE}>\n${inner}\n</${root}>\n`;
}

/** A field of the crate. */
export function crateField(name: string, inner: string): SourceFiles {
  return {
    [`objects/${CRATE}/fields/${name}.field-meta.xml`]: sourceFile(
      'CustomField',
      `    <fullName>${name}</fullName>\n    <label>${name.replace('__c', '').replaceAll('_', ' ')}</label>\n${inner}`,
    ),
  };
}

export const TEXT = '    <length>80</length>\n    <required>false</required>\n    <type>Text</type>';

/** An object with one field, and the permission set that opens it. */
export const CRATE_SOURCE: SourceFiles = {
  [`objects/${CRATE}/${CRATE}.object-meta.xml`]: sourceFile(
    'CustomObject',
    `    <deploymentStatus>Deployed</deploymentStatus>
    <label>Contract Crate</label>
    <nameField>
        <label>Name</label>
        <type>Text</type>
    </nameField>
    <pluralLabel>Contract Crates</pluralLabel>
    <sharingModel>ReadWrite</sharingModel>`,
  ),
  ...crateField('Content__c', TEXT),
  'permissionsets/Contract_Crate.permissionset-meta.xml': sourceFile(
    'PermissionSet',
    `    <fieldPermissions>
        <editable>true</editable>
        <field>${CRATE}.Content__c</field>
        <readable>true</readable>
    </fieldPermissions>
    <label>Contract Crate</label>
    <objectPermissions>
        <allowCreate>true</allowCreate>
        <allowDelete>true</allowDelete>
        <allowEdit>true</allowEdit>
        <allowRead>true</allowRead>
        <modifyAllRecords>true</modifyAllRecords>
        <object>${CRATE}</object>
        <viewAllRecords>true</viewAllRecords>
    </objectPermissions>`,
  ),
};

/** Writes source files into a folder, a new one unless it is given, and answers the folder. */
export function writeSource(files: SourceFiles, folder = mkdtempSync(join(tmpdir(), 'crate-'))): string {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return folder;
}
