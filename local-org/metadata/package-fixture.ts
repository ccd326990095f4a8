import { writeZip } from './zip.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A package of these files; its manifest names `members` as `Type:fullName`. */
export function packageOf(
  files: Readonly<Record<string, string>>,
  members: readonly string[],
  destructive?: readonly string[],
): Uint8Array {
  const tree = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  tree.set('package.xml', Buffer.from(manifest(members)));
  if (destructive) tree.set('destructiveChanges.xml', Buffer.from(manifest(destructive)));
  return writeZip(tree);
}

function manifest(members: readonly string[]): string {
  const types = members.map((member) => {
    const [type, ...name] = member.split(':');
    return `<types><members>${name.join(':')}</members><name>${type}</name></types>`;
  });
  return `<Package ${NAMESPACE}>${types.join('')}<version>66.0</version></Package>`;
}

/** A metadata file with this root. */
export function metadataFile(root: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACE}>\n${inner}\n</${root}>\n`;
}

export const TEXT = '<label>Note</label><length>80</length><type>Text</type>';

export function object(inner = '', sharing = 'Private'): string {
  return metadataFile(
    'CustomObject',
    `<deploymentStatus>Deployed</deploymentStatus><label>Badge</label>
     <nameField><label>Name</label><type>Text</type></nameField>
     <pluralLabel>Badges</pluralLabel><sharingModel>${sharing}</sharingModel>\n${inner}`,
  );
}

export function fieldXml(name: string, inner: string): string {
  return `<fields>\n<fullName>${name}</fullName>${inner}</fields>\n`;
}

export function rule(formula: string): string {
  return `<validationRules><fullName>R</fullName><active>true</active>
    <errorConditionFormula>${formula}</errorConditionFormula><errorMessage>No</errorMessage></validationRules>`;
}

export const BADGE = { 'objects/Badge__c.object': object(fieldXml('Note__c', TEXT) + rule('ISBLANK(Note__c)')) };
export const BADGE_MEMBERS = ['CustomObject:Badge__c', 'CustomField:Badge__c.Note__c', 'ValidationRule:Badge__c.R'];

const LWC_META = metadataFile(
  'LightningComponentBundle',
  '<apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__AppPage</target></targets>',
);

export function bundle(name: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const paths = Object.entries({ [`${name}.js-meta.xml`]: LWC_META, ...files });
  return Object.fromEntries(paths.map(([path, text]) => [`lwc/${name}/${path}`, text]));
}

export const HELLO_JS =
  "import { LightningElement } from 'lwc';\nexport default class Hello extends LightningElement {}\n";
export const HELLO = bundle('hello', { 'hello.js': HELLO_JS, 'hello.html': '<template>Hi</template>' });
