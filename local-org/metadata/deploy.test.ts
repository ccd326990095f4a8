import { deployFixture, problems, type DeployFixture } from './deploy-fixture.ts';
import {
  BADGE,
  BADGE_MEMBERS,
  bundle,
  fieldXml,
  HELLO_JS,
  metadataFile,
  object,
  packageOf,
  rule,
  TEXT,
} from './package-fixture.ts';
import { writeZip } from './zip.ts';

describe('a deploy', () => {
  let org: DeployFixture;
  beforeEach(() => (org = deployFixture()));

  it('creates an object with its fields and rules', () => {
    const result = org.deploy(packageOf(BADGE, BADGE_MEMBERS));
    expect(problems(result)).toEqual([]);
    expect(
      result.componentSuccesses.map(({ componentType, fullName }) => `${componentType}:${fullName}`).sort(),
    ).toEqual([...BADGE_MEMBERS].sort());
    expect(result.componentSuccesses.every(({ created, changed }) => created && changed)).toBe(true);
    expect(org.schema()?.object('Badge__c')).toMatchObject({ keyPrefix: 'a00', sharingModel: 'Private', custom: true });
    expect(org.schema()?.field('badge__c', 'note__c')).toMatchObject({ type: 'string', length: 80, custom: true });
    expect(org.schema()?.field('badge__c', 'OwnerId')).toBeDefined();
  });

  it('changes nothing the second time', () => {
    org.deploy(packageOf(BADGE, BADGE_MEMBERS));
    const again = org.deploy(packageOf(BADGE, BADGE_MEMBERS));
    expect(again.success).toBe(true);
    expect(again.componentSuccesses.some(({ changed, created }) => changed || created)).toBe(false);
  });

  it('adds a part to an object and keeps the others', () => {
    org.deploy(packageOf(BADGE, BADGE_MEMBERS));
    const files = { 'objects/Badge__c.object': metadataFile('CustomObject', fieldXml('Extra__c', TEXT)) };
    const result = org.deploy(packageOf(files, ['CustomField:Badge__c.Extra__c']));
    expect(problems(result)).toEqual([]);
    expect(org.schema()?.field('Badge__c', 'Note__c')).toBeDefined();
    expect(org.schema()?.field('Badge__c', 'Extra__c')).toBeDefined();
    expect(org.schema()?.object('Badge__c')).toMatchObject({ label: 'Badge', keyPrefix: 'a00' });
  });

  it('adds fields and rules to a standard object', () => {
    const files = {
      'objects/Opportunity.object': metadataFile('CustomObject', fieldXml('Note__c', TEXT) + rule('Amount &lt; 0')),
    };
    const result = org.deploy(packageOf(files, ['CustomField:Opportunity.Note__c', 'ValidationRule:Opportunity.R']));
    expect(problems(result)).toEqual([]);
    expect(org.schema()?.object('Opportunity')).toMatchObject({ keyPrefix: '006', sharingModel: 'Private' });
    expect(org.schema()?.object('Opportunity')?.validationRules).toHaveLength(1);
  });

  it('checks without changing anything', () => {
    const result = org.deploy(packageOf(BADGE, BADGE_MEMBERS), { checkOnly: true });
    expect(result.success).toBe(true);
    expect(org.schema()).toBeUndefined();
    expect(org.metadata.list()).toEqual([]);
  });

  it('writes nothing when one component is at fault', () => {
    const files = { ...BADGE, ...bundle('broken', { 'broken.js': 'let x = ;' }) };
    const result = org.deploy(packageOf(files, [...BADGE_MEMBERS, 'LightningComponentBundle:broken']));
    expect(result.success).toBe(false);
    expect(result.componentSuccesses).toHaveLength(3);
    expect(org.metadata.list()).toEqual([]);
    expect(org.schema()).toBeUndefined();
  });

  it('deletes parts and whole components, and only warns of what is not there', () => {
    org.deploy(packageOf(BADGE, BADGE_MEMBERS));
    const part = org.deploy(packageOf({}, [], ['ValidationRule:Badge__c.R', 'CustomField:Badge__c.Gone__c']));
    expect(part.success).toBe(true);
    expect(part.componentSuccesses.map(({ deleted, problemType }) => [deleted, problemType])).toEqual([
      [true, undefined],
      [false, 'Warning'],
    ]);
    expect(org.schema()?.object('Badge__c')?.validationRules).toEqual([]);
    expect(org.deploy(packageOf({}, [], ['CustomObject:Badge__c'])).success).toBe(true);
    expect(org.schema()?.object('Badge__c')).toBeUndefined();
  });

  it('refuses to delete what something else needs', () => {
    org.deploy(packageOf(BADGE, BADGE_MEMBERS));
    const result = org.deploy(packageOf({}, [], ['CustomField:Badge__c.Note__c']));
    expect(problems(result)).toEqual([
      'CustomField Badge__c.Note__c: This custom field is referenced elsewhere in salesforce.com. Remove the usage and ' +
        'try again. : Validation Rule - Badge__c.R.',
    ]);
    expect(result.componentFailures[0]?.fileName).toBe('destructiveChanges.xml');
    expect(org.schema()?.field('Badge__c', 'Note__c')).toBeDefined();
  });

  it('takes what is about a deleted field or object out of permission sets and layouts', () => {
    const grants = `<label>Badges</label>
      <fieldPermissions><editable>false</editable><field>Badge__c.Note__c</field><readable>true</readable></fieldPermissions>
      <fieldPermissions><editable>false</editable><field>Account.Site</field><readable>true</readable></fieldPermissions>
      <objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit>
      <allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Badge__c</object>
      <viewAllRecords>false</viewAllRecords></objectPermissions>`;
    const layout = `<layoutSections><layoutColumns>
      <layoutItems><field>Name</field></layoutItems><layoutItems><field>Note__c</field></layoutItems>
      </layoutColumns></layoutSections>`;
    const first = org.deploy(
      packageOf(
        {
          'objects/Badge__c.object': object(fieldXml('Note__c', TEXT)),
          'permissionsets/B.permissionset': metadataFile('PermissionSet', grants),
          'layouts/Badge__c-L.layout': metadataFile('Layout', layout),
        },
        ['CustomObject:Badge__c', 'CustomField:Badge__c.Note__c', 'PermissionSet:B', 'Layout:Badge__c-L'],
      ),
    );
    expect(problems(first)).toEqual([]);
    const text = (type: string, fullName: string): string =>
      Buffer.from([...(org.metadata.get(type, fullName)?.files.values() ?? [])][0] ?? []).toString();
    expect(problems(org.deploy(packageOf({}, [], ['CustomField:Badge__c.Note__c'])))).toEqual([]);
    expect(text('Layout', 'Badge__c-L')).toContain('<field>Name</field>');
    expect(text('Layout', 'Badge__c-L')).not.toContain('Note__c');
    expect(org.permissionSets.get('B')?.fieldPermissions.map(({ field }) => field)).toEqual(['Account.Site']);
    expect(problems(org.deploy(packageOf({}, [], ['CustomObject:Badge__c'])))).toEqual([]);
    expect(org.permissionSets.get('B')?.objectPermissions).toEqual([]);
    expect(org.metadata.list().map(({ type }) => type)).toEqual(['PermissionSet']);
  });

  it('hands the grants of a permission set on', () => {
    const set = metadataFile(
      'PermissionSet',
      `<label>Badges</label>
       <fieldPermissions><editable>false</editable><field>badge__c.note__c</field><readable>true</readable></fieldPermissions>
       <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit>
       <allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Badge__c</object>
       <viewAllRecords>false</viewAllRecords></objectPermissions>
       <userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>`,
    );
    const result = org.deploy(
      packageOf({ ...BADGE, 'permissionsets/B.permissionset': set }, [...BADGE_MEMBERS, 'PermissionSet:B']),
    );
    expect(problems(result)).toEqual([]);
    expect(org.permissionSets.get('B')).toEqual({
      objectPermissions: [
        {
          object: 'Badge__c',
          read: true,
          create: true,
          edit: false,
          delete: false,
          viewAllRecords: false,
          modifyAllRecords: false,
        },
      ],
      fieldPermissions: [{ field: 'Badge__c.Note__c', read: true, edit: false }],
      userPermissions: ['ApiEnabled'],
      customPermissions: [],
      apexClasses: [],
    });
  });

  it('finds the package in a folder of the zip', () => {
    const manifest = metadataFile('Package', '<types><members>Badge__c</members><name>CustomObject</name></types>');
    const files = Object.entries({ ...BADGE, 'package.xml': manifest });
    const zip = writeZip(new Map(files.map(([path, text]) => [`unpackaged/${path}`, Buffer.from(text)])));
    expect(problems(org.deploy(zip))).toEqual([]);
    expect(org.schema()?.object('Badge__c')).toBeDefined();
  });

  it('points at the line and column of a component that does not compile', () => {
    const files = bundle('hello', { 'hello.js': HELLO_JS, 'hello.html': '<template>\n  <div>\n</template>' });
    const [failure] = org.deploy(packageOf(files, ['LightningComponentBundle:hello'])).componentFailures;
    expect(failure).toMatchObject({
      componentType: 'LightningComponentBundle',
      fullName: 'hello',
      fileName: 'lwc/hello/hello.html',
      lineNumber: 3,
      columnNumber: 1,
      problemType: 'Error',
    });
    expect(failure?.problem).toMatch(/^LWC1058: /);
  });

  it('points at the line of a part', () => {
    const files = { 'objects/Badge__c.object': object(fieldXml('A__c', TEXT) + fieldXml('B__c', '<label>B</label>')) };
    const { componentFailures } = org.deploy(packageOf(files, ['CustomObject:Badge__c']));
    expect(componentFailures).toEqual([
      expect.objectContaining({ fullName: 'Badge__c.B__c', lineNumber: 9, fileName: 'objects/Badge__c.object' }),
    ]);
  });
});
