import { installContractPackage } from './contract-package.ts';
import { describeContract } from './describe-contract.ts';

const SHELF = 'Contract_Shelf__c';

describeContract(
  'Describes and limits',
  (subject) => {
    test('the global describe lists standard and deployed objects', async () => {
      const { sobjects } = await subject().connection.describeGlobal();
      const names = sobjects.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['Account', 'Opportunity', 'User', SHELF]));
      expect(sobjects.find(({ name }) => name === SHELF)).toMatchObject({
        custom: true,
        queryable: true,
        createable: true,
        label: 'Contract Shelf',
      });
    });

    test('a describe tells fields, picklist values and child relationships', async () => {
      const described = await subject().connection.describe(SHELF);
      const field = (name: string) => described.fields.find((each) => each.name === name);
      expect(field('Key__c')).toMatchObject({
        type: 'string',
        length: 120,
        externalId: true,
        unique: true,
        nillable: false,
        custom: true,
      });
      expect(field('Kind__c')).toMatchObject({ type: 'picklist', restrictedPicklist: true });
      expect(field('Kind__c')?.picklistValues?.map(({ value, label }) => [value, label])).toEqual([
        ['Oak', 'Oak wood'],
        ['Pine', 'Pine wood'],
      ]);
      expect(described.childRelationships).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            childSObject: 'Contract_Book__c',
            field: 'Shelf__c',
            relationshipName: 'Books__r',
          }),
        ]),
      );
    });

    test('a describe tells formulas and references', async () => {
      const { fields } = await subject().connection.describe('Contract_Book__c');
      expect(fields.find(({ name }) => name === 'Long_Read__c')).toMatchObject({
        calculated: true,
        updateable: false,
        type: 'boolean',
      });
      expect(fields.find(({ name }) => name === 'Shelf__c')).toMatchObject({
        type: 'reference',
        referenceTo: [SHELF],
        relationshipName: 'Shelf__r',
      });
    });

    test('an object that does not exist is not found', async () => {
      await expect(subject().connection.describe('Nothing__c')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    });

    test('limits count API requests, and answers say how many are used', async () => {
      const { connection } = subject();
      const limits = (await connection.limits()) as Record<string, { Max: number; Remaining: number }>;
      expect(limits['DailyApiRequests']?.Max).toBeGreaterThan(0);
      expect(connection.limitInfo.apiUsage?.used).toBeGreaterThan(0);
    });

    test('versions and resources are listed', async () => {
      const { connection, target } = subject();
      const versions = (await (await fetch(`${target.url}/services/data`)).json()) as { version: string }[];
      expect(versions.map(({ version }) => version)).toContain('66.0');
      expect(await connection.request('/services/data/v66.0')).toMatchObject({
        identity: expect.stringContaining('/id/00D') as unknown,
      });
    });

    test('an object of the tooling API that source tracking asks for is not there', async () => {
      await expect(subject().connection.request('/tooling/sobjects/SourceMember/describe')).rejects.toMatchObject({
        errorCode: 'NOT_FOUND',
      });
    });
  },
  ({ connection }) => installContractPackage(connection),
);
