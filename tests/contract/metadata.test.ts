import { until } from '../support/until.ts';
import { contractPackage, manifest, zipOf } from './contract-package.ts';
import { describeContract } from './describe-contract.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

describeContract('Metadata', (subject) => {
  test('a package deploys over SOAP, and its objects are there', async () => {
    const { connection } = subject();
    const result = await connection.metadata.deploy(await contractPackage(), { singlePackage: true }).complete(true);
    expect(result).toMatchObject({ success: true, status: 'Succeeded', done: true });
    expect(result.numberComponentErrors).toBe(0);
    const { name } = await connection.describe('Contract_Shelf__c');
    expect(name).toBe('Contract_Shelf__c');
  });

  test('a package deploys over REST', async () => {
    const { connection } = subject();
    const result = await connection.metadata.deployRest(await contractPackage(), { singlePackage: true }).complete();
    expect(result).toMatchObject({ success: true });
  });

  test('a check deploys nothing', async () => {
    const { connection } = subject();
    const zip = await zipOf({
      'package.xml': manifest({ CustomObject: ['Contract_Check__c'] }),
      'objects/Contract_Check__c.object': object('Contract Check', ''),
    });
    const result = await connection.metadata.deploy(zip, { singlePackage: true, checkOnly: true }).complete();
    expect(result).toMatchObject({ success: true, checkOnly: true });
    await expect(connection.describe('Contract_Check__c')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  test('a check over REST deploys nothing either, until it is deployed by its id', async () => {
    const { connection } = subject();
    const zip = await zipOf({
      'package.xml': manifest({ CustomObject: ['Contract_Quick__c'] }),
      'objects/Contract_Quick__c.object': object('Contract Quick', ''),
    });
    const options = { singlePackage: true, checkOnly: true, testLevel: 'RunLocalTests' } as const;
    const { id } = await connection.metadata.deployRest(zip, options).complete();
    await expect(connection.describe('Contract_Quick__c')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    const quickId = await connection.metadata.deployRecentValidation({ id, rest: false });
    expect(quickId).toMatch(/^0Af/);
    expect(quickId).not.toBe(id);
    await until(
      () => connection.metadata.checkDeployStatus(quickId),
      ({ done }) => done,
    );
    await expect(connection.describe('Contract_Quick__c')).resolves.toMatchObject({ label: 'Contract Quick' });
  });

  test('only what passed a check is deployed by its id, and what is deployed is not cancelled', async () => {
    const { connection } = subject();
    const { id } = await connection.metadata.deploy(await contractPackage(), { singlePackage: true }).complete();
    await expect(connection.metadata.deployRecentValidation({ id, rest: true })).rejects.toBeDefined();
    await expect(connection.metadata.cancelDeploy(id)).rejects.toMatchObject({
      message: expect.stringContaining('INVALID_ID_FIELD') as unknown,
    });
  });

  test('a fault refuses the whole package and names the component', async () => {
    const { connection } = subject();
    const bad = `<fields><fullName>Sum__c</fullName><formula>Nothing__c + 1</formula><label>Sum</label><precision>18</precision><scale>0</scale><type>Number</type></fields>`;
    const zip = await zipOf({
      'package.xml': manifest({ CustomObject: ['Contract_Bad__c', 'Contract_Fine__c'] }),
      'objects/Contract_Bad__c.object': object('Contract Bad', bad),
      'objects/Contract_Fine__c.object': object('Contract Fine', ''),
    });
    const result = await connection.metadata.deploy(zip, { singlePackage: true }).complete(true);
    expect(result).toMatchObject({ success: false, status: 'Failed' });
    const failures = [result.details?.componentFailures ?? []].flat();
    expect(failures).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          componentType: 'CustomField',
          fullName: 'Contract_Bad__c.Sum__c',
          problemType: 'Error',
        }),
      ]),
    );
    expect(failures[0]?.problem).toContain('Nothing__c');
    await expect(connection.describe('Contract_Fine__c')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  test('a field is listed and read by its full name; what is not there is an empty record', async () => {
    const { metadata } = subject().connection;
    const fields = await metadata.list([{ type: 'CustomField' }]);
    expect(fields.map(({ fullName }) => fullName)).toContain('Contract_Shelf__c.Key__c');
    const read = await metadata.read('CustomField', ['Contract_Shelf__c.Key__c', 'Contract_Shelf__c.Nothing__c']);
    expect(read[0]).toMatchObject({ fullName: 'Contract_Shelf__c.Key__c', type: 'Text', length: 120, unique: true });
    expect(read[1]?.fullName).toBeUndefined();
  });

  test('what can be deployed is described, listed, read and retrieved', async () => {
    const { connection } = subject();
    const { metadataObjects } = await connection.metadata.describe('66.0');
    expect(metadataObjects.map(({ xmlName }) => xmlName)).toEqual(
      expect.arrayContaining(['CustomObject', 'PermissionSet', 'FlexiPage']),
    );
    const listed = await connection.metadata.list({ type: 'CustomObject' }, '66.0');
    expect(listed.map(({ fullName }) => fullName)).toContain('Contract_Shelf__c');
    const fields = await connection.metadata.list({ type: 'CustomField' }, '66.0');
    expect(fields.find(({ fullName }) => fullName === 'Contract_Shelf__c.Kind__c')).toMatchObject({
      fileName: 'objects/Contract_Shelf__c.object',
      manageableState: 'unmanaged',
      lastModifiedByName: expect.stringMatching(/\w/) as unknown,
    });
    await expect(connection.metadata.list({ type: 'Contract_Nothing' }, '66.0')).rejects.toMatchObject({
      message: expect.stringContaining('INVALID_TYPE') as unknown,
    });
    const [read] = [await connection.metadata.read('CustomObject', ['Contract_Shelf__c'])].flat();
    expect(read).toMatchObject({ fullName: 'Contract_Shelf__c', label: 'Contract Shelf' });
  });

  test('a retrieve gives back what was deployed', async () => {
    const { connection } = subject();
    const types = [{ name: 'CustomObject', members: ['Contract_Shelf__c'] }];
    const unpackaged = { types, version: '66.0' } as never;
    const result = await connection.metadata.retrieve({ apiVersion: 66, singlePackage: true, unpackaged }).complete();
    expect(result).toMatchObject({ success: true });
    expect([result.fileProperties].flat().map(({ fullName }) => fullName)).toContain('Contract_Shelf__c');
    expect(Buffer.from(result.zipFile, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  test('a retrieve says what it did not find, and brings the rest', async () => {
    const { connection } = subject();
    const types = [{ name: 'PermissionSet', members: ['Contract', 'Contract_Nothing'] }];
    const unpackaged = { types, version: '66.0' } as never;
    const result = await connection.metadata.retrieve({ apiVersion: 66, singlePackage: true, unpackaged }).complete();
    expect([result.messages ?? []].flat()).toMatchObject([
      { problem: "Entity of type 'PermissionSet' named 'Contract_Nothing' cannot be found" },
    ]);
    expect([result.fileProperties].flat().map(({ fullName }) => fullName)).toContain('Contract');
  });
});

function object(label: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${NAMESPACE}>
  <deploymentStatus>Deployed</deploymentStatus>
  ${inner}
  <label>${label}</label>
  <nameField><label>Name</label><type>Text</type></nameField>
  <pluralLabel>${label}s</pluralLabel>
  <sharingModel>ReadWrite</sharingModel>
</CustomObject>`;
}
