import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { AuthInfo, Connection, Lifecycle } from '@salesforce/core';
import {
  ComponentSet,
  DestructiveChangesType,
  RegistryAccess,
  SourceComponent,
  type DeploySetOptions,
} from '@salesforce/source-deploy-retrieve';

import { assignToSelf } from './assign-to-self.ts';
import { CRATE, CRATE_SOURCE, TEXT, crateField, sourceFile, writeSource, type SourceFiles } from './crate-project.ts';
import { describeContract, type Subject } from './describe-contract.ts';

/** The connection of the library's own kind, with the session that the contract's has. */
async function coreConnection({ connection: { accessToken, instanceUrl } }: Subject): Promise<Connection> {
  Lifecycle.getInstance().onWarning(() => Promise.resolve());
  const authInfo = await AuthInfo.create({
    username: accessToken ?? '',
    accessTokenOptions: { accessToken: accessToken ?? '', instanceUrl, loginUrl: instanceUrl },
  });
  return Connection.create({ authInfo, connectionOptions: { version: '66.0', accessToken: accessToken ?? '' } });
}

describeContract('source-deploy-retrieve', (subject) => {
  const registry = new RegistryAccess();
  const folders: string[] = [];
  let usernameOrConnection: Connection;

  beforeAll(async () => {
    usernameOrConnection = await coreConnection(subject());
  });

  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  function folderOf(files: SourceFiles): string {
    const folder = writeSource(files);
    folders.push(folder);
    return folder;
  }

  async function deploy(
    components: ComponentSet,
    apiOptions: NonNullable<DeploySetOptions['apiOptions']> = {},
  ): Promise<{ success: boolean; rows: readonly string[] }> {
    const operation = await components.deploy({ usernameOrConnection, apiOptions });
    const { response } = await operation.pollStatus(100, 60);
    const { componentFailures = [], componentSuccesses = [] } = response.details;
    const messages = [componentFailures, componentSuccesses].flat(2);
    const rows = messages
      .filter(({ componentType }) => componentType !== '')
      .map(({ componentType, fullName, problem }) => `${componentType} ${fullName}: ${problem ?? 'ok'}`);
    return { success: response.success, rows };
  }

  const source = (files: SourceFiles): ComponentSet => ComponentSet.fromSource(folderOf(files));
  const contents = async (): Promise<unknown[]> => {
    const { records } = await subject().connection.query(`SELECT Name, Content__c FROM ${CRATE} ORDER BY Name`);
    return records.map(({ Name, Content__c }) => [Name, Content__c as unknown]);
  };

  test.each([
    ['SOAP', false],
    ['REST', true],
  ])('a check over %s changes nothing', async (_, rest) => {
    const { success } = await deploy(source(CRATE_SOURCE), { rest, checkOnly: true });
    expect(success).toBe(true);
    await expect(subject().connection.describe(CRATE)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  test('a deploy brings the object, its field and its permission set', async () => {
    expect(await deploy(source(CRATE_SOURCE), { rest: true })).toEqual({
      success: true,
      rows: expect.arrayContaining([
        `CustomObject ${CRATE}: ok`,
        `CustomField ${CRATE}.Content__c: ok`,
        'PermissionSet Contract_Crate: ok',
      ]) as unknown,
    });
    await assignToSelf(subject().connection, 'Contract_Crate');
    const saved = await subject()
      .connection.sobject(CRATE)
      .create([
        { Name: 'A', Content__c: 'Apples' },
        { Name: 'B', Content__c: 'Pears' },
      ]);
    expect(saved.map(({ success }) => success)).toEqual([true, true]);
  });

  test('a deploy again migrates, and records keep their values', async () => {
    const files = {
      ...CRATE_SOURCE,
      ...crateField('Content__c', '    <type>TextArea</type>'),
      ...crateField('Kept_Cool__c', '    <defaultValue>false</defaultValue>\n    <type>Checkbox</type>'),
    };
    expect((await deploy(source(files))).success).toBe(true);
    expect(await contents()).toEqual([
      ['A', 'Apples'],
      ['B', 'Pears'],
    ]);
    const { fields } = await subject().connection.describe(CRATE);
    expect(fields.find(({ name }) => name === 'Content__c')).toMatchObject({ type: 'textarea' });
  });

  test('each fault has its row, and nothing of the package is deployed', async () => {
    const { success, rows } = await deploy(
      source({
        ...crateField('Content__c', '    <precision>5</precision>\n    <scale>0</scale>\n    <type>Number</type>'),
        ...crateField('Fresh__c', TEXT),
        ...crateField('Odd__c', '    <formula>Nothing__c + 1</formula>\n    <type>Text</type>'),
        'permissionsets/Contract_Crate.permissionset-meta.xml': sourceFile(
          'PermissionSet',
          `<fieldPermissions><editable>true</editable><field>${CRATE}.Nothing__c</field><readable>true</readable></fieldPermissions><label>Contract Crate</label>`,
        ),
        'flexipages/Contract_Page.flexipage-meta.xml': sourceFile(
          'FlexiPage',
          `<flexiPageRegions><itemInstances><componentInstance><componentName>c:contractNothing</componentName></componentInstance></itemInstances>
             <name>main</name><type>Region</type></flexiPageRegions>
             <masterLabel>Contract Page</masterLabel>
             <template><name>flexipage:defaultAppHomeTemplate</name></template><type>AppPage</type>`,
        ),
      }),
    );
    expect(success).toBe(false);
    const faults = rows.filter((row) => !row.endsWith(': ok'));
    expect(faults.sort()).toEqual([
      `CustomField ${CRATE}.Content__c: Cannot change type due to existing data`,
      expect.stringMatching(new RegExp(`^CustomField ${CRATE}.Odd__c: Field Nothing__c does not exist`)),
      expect.stringMatching(/^FlexiPage Contract_Page: .*c:contractNothing/),
      expect.stringMatching(
        new RegExp(`^PermissionSet Contract_Crate: .*no CustomField named ${CRATE}.Nothing__c found`),
      ),
    ]);
    const { fields } = await subject().connection.describe(CRATE);
    expect(fields.map(({ name }) => name)).not.toContain('Fresh__c');
    expect(await contents()).toHaveLength(2);
  });

  test('a retrieve brings the source back as it was deployed', async () => {
    await deploy(source(CRATE_SOURCE));
    const output = folderOf({});
    const wanted = new ComponentSet([
      { type: 'CustomObject', fullName: CRATE },
      { type: 'PermissionSet', fullName: 'Contract_Crate' },
    ]);
    const operation = await wanted.retrieve({ usernameOrConnection, output });
    const { response, components } = await operation.pollStatus(100, 60);
    expect(response.success).toBe(true);
    expect(components.has({ type: 'CustomField', fullName: `${CRATE}.Content__c` })).toBe(true);
    const [folder = ''] = readdirSync(output);
    for (const [path, content] of Object.entries(CRATE_SOURCE)) {
      expect(readFileSync(join(output, folder, 'main/default', path), 'utf8')).toBe(content);
    }
  });

  test('destructive changes take a field away, then the object', async () => {
    const removal = (type: string, fullName: string): ComponentSet => {
      const component = new SourceComponent({ name: fullName, type: registry.getTypeByName(type) });
      const components = new ComponentSet();
      components.add(component, DestructiveChangesType.POST);
      return components;
    };
    expect(await deploy(removal('CustomField', `${CRATE}.Kept_Cool__c`))).toMatchObject({ success: true });
    expect(await contents()).toHaveLength(2);
    expect(await deploy(removal('CustomObject', CRATE))).toMatchObject({ success: true });
    await expect(subject().connection.describe(CRATE)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });
});
