import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';

import { deployFixture, problems } from './deploy-fixture.ts';
import { bundle, HELLO_JS, metadataFile } from './package-fixture.ts';

const CHECKBOX = '<label>On</label><defaultValue>true</defaultValue><type>Checkbox</type>';

/** A small project in source format, as the Salesforce CLI keeps it. */
const PROJECT: Readonly<Record<string, string>> = {
  'objects/Badge__c/Badge__c.object-meta.xml': metadataFile(
    'CustomObject',
    `<deploymentStatus>Deployed</deploymentStatus><label>Badge</label>
     <nameField><displayFormat>B-{0000}</displayFormat><label>Number</label><type>AutoNumber</type></nameField>
     <pluralLabel>Badges</pluralLabel><sharingModel>Read</sharingModel>`,
  ),
  'objects/Badge__c/fields/On__c.field-meta.xml': metadataFile('CustomField', `<fullName>On__c</fullName>${CHECKBOX}`),
  'objects/Badge__c/fields/Domain__c.field-meta.xml': metadataFile(
    'CustomField',
    `<fullName>Domain__c</fullName><label>Domain</label><type>Picklist</type>
     <valueSet><restricted>true</restricted><valueSetName>Domain</valueSetName></valueSet>`,
  ),
  'objects/Badge__c/validationRules/Domain_Needed.validationRule-meta.xml': metadataFile(
    'ValidationRule',
    `<fullName>Domain_Needed</fullName><active>true</active>
     <errorConditionFormula>AND(On__c, ISPICKVAL(Domain__c, ""))</errorConditionFormula>
     <errorDisplayField>Domain__c</errorDisplayField><errorMessage>Say the domain</errorMessage>`,
  ),
  'objects/Opportunity/fields/Competitor__c.field-meta.xml': metadataFile(
    'CustomField',
    '<fullName>Competitor__c</fullName><label>Competitor</label><length>120</length><type>Text</type>',
  ),
  'globalValueSets/Domain.globalValueSet-meta.xml': metadataFile(
    'GlobalValueSet',
    `<customValue><fullName>Customer</fullName><default>true</default><label>Customer</label></customValue>
     <customValue><fullName>Product &amp; price</fullName><default>false</default><label>Product &amp; price</label></customValue>
     <masterLabel>Domain</masterLabel><sorted>false</sorted>`,
  ),
  'labels/CustomLabels.labels-meta.xml': metadataFile(
    'CustomLabels',
    `<labels><fullName>Hello</fullName><language>en_US</language><protected>true</protected>
     <shortDescription>Hello</shortDescription><value>Hello &quot;you&quot;</value></labels>`,
  ),
  'layouts/Badge__c-Badge Layout.layout-meta.xml': metadataFile('Layout', '<layoutSections/>'),
  'tabs/Badge__c.tab-meta.xml': metadataFile(
    'CustomTab',
    '<customObject>true</customObject><motif>Custom1: Heart</motif>',
  ),
  'classes/Search.cls': 'public with sharing class Search {}',
  'classes/Search.cls-meta.xml': metadataFile('ApexClass', '<apiVersion>66.0</apiVersion><status>Active</status>'),
  ...bundle('hello', { 'hello.js': `import HELLO from '@salesforce/label/c.Hello';\n${HELLO_JS}export { HELLO };\n` }),
};

async function zipOf(folder: string): Promise<Uint8Array> {
  const components = ComponentSet.fromSource(folder);
  const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' });
  if (!zipBuffer) throw new Error('nothing was converted');
  return zipBuffer;
}

describe('a project in source format', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'deploy-source-'));

  beforeAll(() => {
    for (const [file, content] of Object.entries(PROJECT)) {
      const target = path.join(folder, 'force-app/main/default', file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('deploys as source-deploy-retrieve converts it', async () => {
    const org = deployFixture();
    const result = org.deploy(await zipOf(path.join(folder, 'force-app')));
    expect(problems(result)).toEqual([]);
    expect(
      result.componentSuccesses.map(({ componentType, fullName }) => `${componentType}:${fullName}`).sort(),
    ).toEqual([
      'ApexClass:Search',
      'CustomField:Badge__c.Domain__c',
      'CustomField:Badge__c.On__c',
      'CustomField:Opportunity.Competitor__c',
      'CustomLabel:Hello',
      'CustomObject:Badge__c',
      'CustomTab:Badge__c',
      'GlobalValueSet:Domain',
      'Layout:Badge__c-Badge Layout',
      'LightningComponentBundle:hello',
      'ValidationRule:Badge__c.Domain_Needed',
    ]);
    const schema = org.schema();
    expect(schema?.field('Badge__c', 'Name')).toMatchObject({ autoNumberFormat: 'B-{0000}', createable: false });
    expect(schema?.field('Badge__c', 'On__c')).toMatchObject({ type: 'boolean', defaultValue: 'true' });
    expect(schema?.field('Badge__c', 'Domain__c')?.picklist).toEqual({
      restricted: true,
      values: [
        { value: 'Customer', label: 'Customer', isDefault: true, active: true },
        { value: 'Product & price', label: 'Product & price', isDefault: false, active: true },
      ],
    });
    expect(schema?.field('Opportunity', 'Competitor__c')).toMatchObject({ type: 'string', length: 120 });
  });
});
