import type { Connection } from 'jsforce';

import { assignToSelf } from './assign-to-self.ts';
import { manifest, zipOf } from './contract-package.ts';
import { describeContract } from './describe-contract.ts';
import { customField, customObject, permissionSet } from './item-package.ts';

const BOX = 'Contract_Box__c';
const OBJECT_FILE = `objects/${BOX}.object`;
const RIGHTS = 'Contract_Box_Rights';
const TEXT = '<length>20</length>';
const NUMBER = '<precision>8</precision><scale>2</scale>';

interface Failure {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly problem: string;
  readonly problemType: string;
  readonly lineNumber?: number;
}

interface Outcome {
  readonly success: boolean;
  readonly failures: readonly Failure[];
}

type Files = Readonly<Record<string, string>>;
type Members = Readonly<Record<string, readonly string[]>>;

async function deploy(connection: Connection, files: Files, members: Members, checkOnly = false): Promise<Outcome> {
  const zip = await zipOf({ 'package.xml': manifest(members), ...files });
  const { success, details } = await connection.metadata.deploy(zip, { singlePackage: true, checkOnly }).complete(true);
  return { success, failures: [details?.componentFailures ?? []].flat() as unknown as Failure[] };
}

/** Deploys fields of the box: those that it has already stay. */
function deployFields(connection: Connection, fields: string, more: Files = {}, checkOnly = false): Promise<Outcome> {
  return deploy(
    connection,
    { [OBJECT_FILE]: customObject('Contract Box', fields), ...more },
    { CustomObject: [BOX] },
    checkOnly,
  );
}

function deletion(...fields: readonly string[]): string {
  return manifest({ CustomField: fields.map((field) => `${BOX}.${field}`) });
}

async function grant(connection: Connection, ...fields: readonly string[]): Promise<void> {
  const granted = Object.fromEntries(fields.map((field) => [`${BOX}.${field}`, 'edit'] as const));
  const file = { [`permissionsets/${RIGHTS}.permissionset`]: permissionSet('Box Rights', granted, [BOX], true) };
  const { success } = await deploy(connection, file, { PermissionSet: [RIGHTS] });
  if (!success) throw new Error('The rights to the boxes were refused');
  await assignToSelf(connection, RIGHTS);
}

async function fieldNames(connection: Connection): Promise<string[]> {
  return (await connection.describe(BOX)).fields.map(({ name }) => name);
}

describeContract('What a deploy changes', (subject) => {
  beforeAll(async () => {
    const { connection } = subject();
    const fields = customField('Note__c', 'Text', TEXT) + customField('Weight__c', 'Number', NUMBER);
    await deployFields(connection, fields);
    await grant(connection, 'Note__c', 'Weight__c');
    await connection.sobject(BOX).create([
      { Name: 'One', Note__c: 'same', Weight__c: 12.34 },
      { Name: 'Two', Note__c: 'same', Weight__c: 5 },
    ]);
  });

  test('a type is not changed where records would lose their values', async () => {
    const { success, failures } = await deployFields(subject().connection, customField('Note__c', 'Number', NUMBER));
    expect(success).toBe(false);
    expect(failures).toMatchObject([
      { componentType: 'CustomField', fullName: `${BOX}.Note__c`, fileName: OBJECT_FILE, problemType: 'Error' },
    ]);
  });

  test('records are never left without a master', async () => {
    const { connection } = subject();
    const toAccount = (name: string, type: string): string =>
      customField(
        name,
        type,
        `<referenceTo>Account</referenceTo><relationshipLabel>${name}</relationshipLabel><relationshipName>${name.replace(/__c$/, '_Boxes')}</relationshipName>`,
      );
    const detail = (fields: string): Promise<Outcome> =>
      deploy(
        connection,
        { [OBJECT_FILE]: customObject('Contract Box', fields, 'ControlledByParent') },
        { CustomObject: [BOX] },
      );
    const created = await detail(toAccount('Master__c', 'MasterDetail'));
    expect(created.failures).toMatchObject([{ componentType: 'CustomField', fullName: `${BOX}.Master__c` }]);
    expect(await deployFields(connection, toAccount('Parent__c', 'Lookup'))).toMatchObject({ success: true });
    const changed = await detail(toAccount('Parent__c', 'MasterDetail'));
    expect(changed.failures).toMatchObject([{ componentType: 'CustomField', fullName: `${BOX}.Parent__c` }]);
  });

  test('a type is changed where they keep them', async () => {
    const { connection } = subject();
    const { success } = await deployFields(connection, customField('Weight__c', 'Text', TEXT));
    expect(success).toBe(true);
    const { records } = await connection.query(`SELECT Weight__c FROM ${BOX} WHERE Name = 'One'`);
    expect(records).toMatchObject([{ Weight__c: '12.34' }]);
  });

  test.each([true, false])('what records refuse is a fault of the field, check only: %s', async (checkOnly) => {
    const { connection } = subject();
    const unique = customField('Note__c', 'Text', `<externalId>true</externalId>${TEXT}<unique>true</unique>`);
    const added = customField('Added__c', 'Text', TEXT);
    const { success, failures } = await deployFields(connection, unique + added, {}, checkOnly);
    expect(success).toBe(false);
    expect(failures).toMatchObject([{ componentType: 'CustomField', fullName: `${BOX}.Note__c` }]);
    expect(await fieldNames(connection)).not.toContain('Added__c');
    await expect(connection.sobject(BOX).create({ Name: 'Three', Note__c: 'same' })).resolves.toMatchObject({
      success: true,
    });
  });

  test('what is deleted first may come again as another field, without its values', async () => {
    const { connection } = subject();
    await deployFields(connection, customField('Again__c', 'Text', TEXT));
    await grant(connection, 'Again__c');
    const { id } = await connection.sobject(BOX).create({ Name: 'Again', Again__c: '2026-01-31' });
    const { success } = await deployFields(connection, customField('Again__c', 'Date'), {
      'destructiveChangesPre.xml': deletion('Again__c'),
    });
    expect(success).toBe(true);
    await grant(connection, 'Again__c');
    const { fields } = await connection.describe(BOX);
    expect(fields.find(({ name }) => name === 'Again__c')).toMatchObject({ type: 'date' });
    expect(await connection.sobject(BOX).retrieve(String(id))).toMatchObject({ Again__c: null });
  });

  test('what is deleted last goes when what is new is there', async () => {
    const { connection } = subject();
    await deployFields(
      connection,
      customField('Old__c', 'Text', TEXT) + customField('Uses__c', 'Text', uses('Old__c')),
    );
    const { success } = await deployFields(
      connection,
      customField('New__c', 'Text', TEXT) + customField('Uses__c', 'Text', uses('New__c')),
      { 'destructiveChangesPost.xml': deletion('Old__c') },
    );
    expect(success).toBe(true);
    expect(await fieldNames(connection)).not.toContain('Old__c');
  });

  test('a field that a formula needs is not deleted, and is what the fault names', async () => {
    const { connection } = subject();
    await deployFields(
      connection,
      customField('Base__c', 'Text', TEXT) + customField('Top__c', 'Text', uses('Base__c')),
    );
    await grant(connection, 'Base__c');
    const file = 'destructiveChangesPost.xml';
    const { success, failures } = await deploy(connection, { [file]: deletion('Base__c') }, {});
    expect(success).toBe(false);
    expect(failures).toMatchObject([
      {
        componentType: 'CustomField',
        fullName: `${BOX}.Base__c`,
        problem: expect.stringMatching(/referenced elsewhere.*Top__c/s) as unknown,
      },
    ]);
    expect(await fieldNames(connection)).toContain('Base__c');
  });

  test('what is not there is deleted with a warning; a wildcard deletes nothing', async () => {
    const { connection } = subject();
    expect(await deploy(connection, { 'destructiveChanges.xml': deletion('Nothing__c') }, {})).toMatchObject({
      success: true,
    });
    const all = { 'destructiveChanges.xml': manifest({ CustomObject: ['*'] }) };
    expect(await deploy(connection, all, {})).toMatchObject({ success: false });
    expect(await fieldNames(connection)).toContain('Name');
  });

  test('a check of deletions deletes nothing', async () => {
    const { connection } = subject();
    const gone = { 'destructiveChanges.xml': manifest({ CustomObject: [BOX] }) };
    expect(await deploy(connection, gone, {}, true)).toMatchObject({ success: true });
    expect((await connection.query(`SELECT Id FROM ${BOX}`)).totalSize).toBeGreaterThan(0);
  });

  test('every fault has its row, with its component, file and line', async () => {
    const { connection } = subject();
    const fields = [
      customField('No_Length__c', 'Text'),
      customField('Wrong__c', 'Text', uses('Missing__c')),
      customField('Fine__c', 'Text', TEXT),
    ];
    const files = {
      [OBJECT_FILE]: customObject('Contract Box', fields.join('\n')),
      'permissionsets/Contract_Broken.permissionset': permissionSet(
        'Broken',
        { [`${BOX}.Nowhere__c`]: 'read' },
        [],
        false,
      ),
      'layouts/Contract_Box__c-Broken.layout': metadataFile(
        'Layout',
        '<layoutSections><layoutColumns><layoutItems><behavior>Edit</behavior><field>Elsewhere__c</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>',
      ),
      'flexipages/Contract_Broken.flexipage': metadataFile(
        'FlexiPage',
        `<flexiPageRegions><itemInstances><componentInstance><componentName>c:contractNothing</componentName>
        <identifier>c_nothing</identifier></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions>
        <masterLabel>Broken</masterLabel><template><name>flexipage:defaultAppHomeTemplate</name></template><type>AppPage</type>`,
      ),
    };
    const { success, failures } = await deploy(connection, files, {
      CustomObject: [BOX],
      PermissionSet: ['Contract_Broken'],
      Layout: ['Contract_Box__c-Broken'],
      FlexiPage: ['Contract_Broken'],
    });
    expect(success).toBe(false);
    expect(
      new Map(failures.map(({ componentType, fullName, ...row }) => [`${componentType} ${fullName}`, row])),
    ).toEqual(
      new Map(
        Object.entries({
          [`CustomField ${BOX}.No_Length__c`]: row(OBJECT_FILE, /length/, 4),
          [`CustomField ${BOX}.Wrong__c`]: row(OBJECT_FILE, /Missing__c/, 5),
          'PermissionSet Contract_Broken': row('permissionsets/Contract_Broken.permissionset', /Nowhere__c/),
          'Layout Contract_Box__c-Broken': row('layouts/Contract_Box__c-Broken.layout', /Elsewhere__c/),
          'FlexiPage Contract_Broken': row('flexipages/Contract_Broken.flexipage', /contractNothing/),
        }),
      ),
    );
    expect(await fieldNames(connection)).not.toContain('Fine__c');
  });

  test('types of metadata that there are not are refused by name', async () => {
    const { success, failures } = await deploy(subject().connection, {}, { ContractNothing: ['One'] });
    expect(success).toBe(false);
    expect(failures[0]?.problem).toContain('ContractNothing');
  });
});

function uses(field: string): string {
  return `<formula>${field}</formula>`;
}

function row(fileName: string, problem: RegExp, line?: number): unknown {
  return expect.objectContaining({
    fileName,
    problem: expect.stringMatching(problem) as unknown,
    problemType: 'Error',
    ...(line === undefined ? {} : { lineNumber: line }),
  });
}

function metadataFile(root: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://soap.sforce.com/2006/04/metadata">
  ${inner}
</${root}>`;
}
