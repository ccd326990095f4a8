import { deployFixture, problems } from './deploy-fixture.ts';
import {
  BADGE,
  BADGE_MEMBERS,
  bundle,
  fieldXml,
  HELLO,
  HELLO_JS,
  metadataFile,
  object,
  packageOf,
  rule,
  TEXT,
} from './package-fixture.ts';

describe('a deploy is refused for', () => {
  const inBadge = (inner: string, sharing?: string): Record<string, string> => {
    return { 'objects/Badge__c.object': object(inner, sharing) };
  };
  const lookup = (inner: string): string => `<label>L</label><type>Lookup</type>${inner}`;
  const page = (inner: string): Record<string, string> => {
    return { 'flexipages/P.flexipage': metadataFile('FlexiPage', `<masterLabel>P</masterLabel>${inner}`) };
  };
  const instance = (name: string): string => {
    return `<flexiPageRegions><itemInstances><componentInstance><componentName>${name}</componentName></componentInstance>
      </itemInstances><name>main</name><type>Region</type></flexiPageRegions>`;
  };

  it.each<[string, Record<string, string>, string[], string]>([
    [
      'a file that is no XML',
      { 'objects/Badge__c.object': '<CustomObject><a></CustomObject>' },
      ['CustomObject:Badge__c'],
      'CustomObject Badge__c: Error parsing file: Expected closing tag',
    ],
    [
      'a root of another type',
      { 'objects/Badge__c.object': '<Layout/>' },
      ['CustomObject:Badge__c'],
      'CustomObject Badge__c: Metadata is of type Layout',
    ],
    [
      'an unknown element',
      inBadge('<foo>1</foo>'),
      ['CustomObject:Badge__c'],
      'CustomObject Badge__c: Element {http://soap.sforce.com/2006/04/metadata}foo invalid at this location in type CustomObject',
    ],
    [
      'an unknown element in a field',
      inBadge(fieldXml('A__c', `${TEXT}<size>1</size>`)),
      ['CustomObject:Badge__c'],
      'CustomField Badge__c.A__c: Element {http://soap.sforce.com/2006/04/metadata}size invalid at this location in type CustomField',
    ],
    [
      'a member that is not there',
      BADGE,
      [...BADGE_MEMBERS, 'CustomTab:Badge__c'],
      "CustomTab Badge__c: An object 'Badge__c' of type CustomTab was named in package.xml, but was not found in zipped directory",
    ],
    [
      'a type that the org does not have',
      {},
      ['Flow:F'],
      'Flow F: The metadata type Flow is not supported by this org',
    ],
    [
      'a folder that the org does not know',
      { 'flows/F.flow': '<Flow/>' },
      [],
      'Package flows/F.flow: Files in flows/ are of a metadata type that is not supported by this org',
    ],
    [
      'a text without length',
      inBadge(fieldXml('A__c', '<label>A</label><type>Text</type>')),
      ['CustomObject:Badge__c'],
      "CustomField Badge__c.A__c: Must specify 'length' for a CustomField of type Text",
    ],
    [
      'a checkbox without default',
      inBadge(fieldXml('A__c', '<label>A</label><type>Checkbox</type>')),
      ['CustomObject:Badge__c'],
      "CustomField Badge__c.A__c: Must specify 'defaultValue' for a CustomField of type Checkbox",
    ],
    [
      'a type of field that does not exist',
      inBadge(fieldXml('A__c', '<label>A</label><type>Blob</type>')),
      ['CustomObject:Badge__c'],
      'CustomField Badge__c.A__c: Fields of type Blob are not supported by this org',
    ],
    [
      'an impossible name',
      inBadge(fieldXml('A__b__c', TEXT)),
      ['CustomObject:Badge__c'],
      'CustomField Badge__c.A__b__c: The field name: A__b__c can only contain',
    ],
    [
      'an unknown value set',
      inBadge(
        fieldXml('A__c', '<label>A</label><type>Picklist</type><valueSet><valueSetName>Nope</valueSetName></valueSet>'),
      ),
      ['CustomObject:Badge__c'],
      'CustomField Badge__c.A__c: In field: valueSet - no GlobalValueSet named Nope found',
    ],
    [
      'a lookup to nowhere',
      inBadge(fieldXml('L__c', lookup('<referenceTo>Nope__c</referenceTo>'))),
      ['CustomObject:Badge__c'],
      "CustomField Badge__c.L__c: referenceTo value of 'Nope__c' does not resolve to a valid sObject type",
    ],
    [
      'a required lookup that sets null',
      inBadge(fieldXml('L__c', lookup('<referenceTo>User</referenceTo><required>true</required>'))),
      ['CustomObject:Badge__c'],
      'CustomField Badge__c.L__c: Must specify either cascade delete or restrict delete for required lookup foreign key.',
    ],
    [
      'two ways down of one name',
      inBadge(
        fieldXml('L__c', lookup('<referenceTo>User</referenceTo><relationshipName>Bs</relationshipName>')) +
          fieldXml('M__c', lookup('<referenceTo>User</referenceTo><relationshipName>Bs</relationshipName>')),
      ),
      ['CustomObject:Badge__c'],
      'CustomField Badge__c.M__c: There is already a Child Relationship named Bs on User.',
    ],
    [
      'a detail that is private',
      inBadge(
        fieldXml(
          'M__c',
          '<label>M</label><type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Bs</relationshipName>',
        ),
      ),
      ['CustomObject:Badge__c'],
      'CustomObject Badge__c: Cannot set sharingModel to Private on a CustomObject with a MasterDetail relationship field',
    ],
    [
      'a formula with an unknown field',
      inBadge(fieldXml('F__c', '<label>F</label><type>Text</type><formula>Nope__c</formula>')),
      ['CustomObject:Badge__c'],
      'CustomField Badge__c.F__c: Field Nope__c does not exist. Check spelling.',
    ],
    [
      'a formula of another type',
      inBadge(fieldXml('F__c', '<label>F</label><type>Date</type><formula>Name</formula>')),
      ['CustomObject:Badge__c'],
      'CustomField Badge__c.F__c: Formula result is data type (Text), incompatible with expected data type (Date).',
    ],
    [
      'formulas in a circle',
      inBadge(
        fieldXml('F__c', '<label>F</label><type>Text</type><formula>G__c</formula>') +
          fieldXml('G__c', '<label>G</label><type>Text</type><formula>F__c</formula>'),
      ),
      ['CustomObject:Badge__c'],
      'CustomField Badge__c.F__c: Field F__c cannot be used here: the formula refers to itself',
    ],
    [
      'a rule about an unknown permission',
      inBadge(rule('$Permission.Nope')),
      ['CustomObject:Badge__c'],
      'ValidationRule Badge__c.R: Field $Permission.Nope does not exist. Check spelling.',
    ],
    [
      'a default of another type',
      inBadge(fieldXml('A__c', `${TEXT}<defaultValue>1</defaultValue>`)),
      ['CustomObject:Badge__c'],
      'CustomField Badge__c.A__c: Formula result is data type (Number), incompatible with expected data type (Text).',
    ],
    [
      'a compact layout of unknown fields',
      inBadge('<compactLayouts><fullName>C</fullName><fields>Nope__c</fields><label>C</label></compactLayouts>'),
      ['CustomObject:Badge__c'],
      'CompactLayout Badge__c.C: In field: field - no CustomField named Badge__c.Nope__c found',
    ],
    [
      'parts of an object that is not there',
      { 'objects/Nope__c.object': metadataFile('CustomObject', fieldXml('A__c', TEXT)) },
      ['CustomField:Nope__c.A__c'],
      'CustomObject Nope__c: Entity Enumeration Or ID: no CustomObject named Nope__c found',
    ],
    [
      'a permission on a field that is not there',
      {
        'permissionsets/B.permissionset': metadataFile(
          'PermissionSet',
          '<label>B</label><fieldPermissions><editable>false</editable><field>Account.Nope__c</field><readable>true</readable></fieldPermissions>',
        ),
      },
      ['PermissionSet:B'],
      'PermissionSet B: In field: field - no CustomField named Account.Nope__c found',
    ],
    [
      'a permission on a required field',
      {
        ...inBadge(fieldXml('A__c', `${TEXT}<required>true</required>`)),
        'permissionsets/B.permissionset': metadataFile(
          'PermissionSet',
          '<label>B</label><fieldPermissions><editable>false</editable><field>Badge__c.A__c</field><readable>true</readable></fieldPermissions>',
        ),
      },
      ['CustomObject:Badge__c', 'PermissionSet:B'],
      'PermissionSet B: You cannot deploy to a required field: Badge__c.A__c',
    ],
    [
      'edit without read',
      {
        'permissionsets/B.permissionset': metadataFile(
          'PermissionSet',
          '<label>B</label><objectPermissions><allowEdit>true</allowEdit><object>Account</object></objectPermissions>',
        ),
      },
      ['PermissionSet:B'],
      'PermissionSet B: Permission Edit Accounts depends on permission(s): Read Accounts',
    ],
    [
      'a page with an unknown component',
      page(`<type>AppPage</type>${instance('nope')}`),
      ['FlexiPage:P'],
      "FlexiPage P: We couldn't retrieve the design time component information for component nope.",
    ],
    [
      'a page with a component that is not for it',
      { ...HELLO, ...page(`<type>HomePage</type>${instance('c:hello')}`) },
      ['FlexiPage:P', 'LightningComponentBundle:hello'],
      'FlexiPage P: The component c:hello is not exposed for lightning__HomePage',
    ],
    [
      'a tab without its page',
      { 'tabs/T.tab': metadataFile('CustomTab', '<flexiPage>Nope</flexiPage><motif>Custom1: Heart</motif>') },
      ['CustomTab:T'],
      'CustomTab T: In field: flexiPage - no FlexiPage named Nope found',
    ],
    [
      'an app with an unknown tab',
      { 'applications/A.app': metadataFile('CustomApplication', '<label>A</label><tabs>Nope</tabs>') },
      ['CustomApplication:A'],
      'CustomApplication A: In field: tab - no CustomTab named Nope found',
    ],
    [
      'a layout of unknown fields',
      {
        'layouts/Account-L.layout': metadataFile(
          'Layout',
          '<layoutSections><layoutColumns><layoutItems><field>Nope__c</field></layoutItems></layoutColumns></layoutSections>',
        ),
      },
      ['Layout:Account-L'],
      'Layout Account-L: In field: field - no CustomField named Account.Nope__c found',
    ],
    [
      'an import of an unknown module',
      bundle('hello', { 'hello.js': `import { x } from 'c/nope';\n${HELLO_JS}` }),
      ['LightningComponentBundle:hello'],
      'LightningComponentBundle hello: No MODULE named markup://c:nope found',
    ],
    [
      'an unknown child component',
      bundle('hello', { 'hello.js': HELLO_JS, 'hello.html': '<template><c-not-here></c-not-here></template>' }),
      ['LightningComponentBundle:hello'],
      'LightningComponentBundle hello: No MODULE named markup://c:notHere found',
    ],
    [
      'an unknown label',
      bundle('hello', { 'hello.js': `import T from '@salesforce/label/c.Nope';\n${HELLO_JS}` }),
      ['LightningComponentBundle:hello'],
      'LightningComponentBundle hello: Invalid reference c.Nope of type label in file hello.js',
    ],
    [
      'an unknown field in a schema import',
      bundle('hello', { 'hello.js': `import T from '@salesforce/schema/Account.Nope__c';\n${HELLO_JS}` }),
      ['LightningComponentBundle:hello'],
      'LightningComponentBundle hello: Invalid reference Account.Nope__c of type sobjectField in file hello.js',
    ],
    [
      'a bundle without configuration',
      { 'lwc/hello/hello.js': HELLO_JS },
      ['LightningComponentBundle:hello'],
      'LightningComponentBundle hello: Cannot find Lightning Component Bundle hello',
    ],
    [
      'a TypeScript source in a bundle',
      { ...HELLO, 'lwc/hello/hello.ts': '' },
      ['LightningComponentBundle:hello'],
      'LightningComponentBundle hello: Files like lwc/hello/hello.ts cannot be part',
    ],
  ])('%s', (_, files, members, problem) => {
    const result = deployFixture().deploy(packageOf(files, members));
    expect(result.success).toBe(false);
    expect(problems(result).filter((one) => one.startsWith(problem))).not.toEqual([]);
    expect(
      result.componentFailures.every(
        ({ componentType, fileName, problemType }) =>
          componentType !== '' && fileName !== '' && problemType === 'Error',
      ),
    ).toBe(true);
  });
});
