import { installContractPackage } from './contract-package.ts';
import { describeContract } from './describe-contract.ts';

const SHELF = 'Contract_Shelf__c';
const MASTER = '012000000000000AAA';

describeContract(
  'UI API',
  (subject) => {
    test('a record is created, read with display values, changed and deleted', async () => {
      const { connection } = subject();
      const created = await connection.requestPost<{ id: string }>('/ui-api/records', {
        apiName: SHELF,
        fields: { Name: 'Ui', Key__c: `u/${Date.now()}`, Kind__c: 'Pine' },
      });
      const { id } = created;
      const read = await connection.request(
        `/ui-api/records/${id}?fields=${SHELF}.Name,${SHELF}.Kind__c,${SHELF}.CreatedBy.Name&optionalFields=${SHELF}.Nothing__c`,
      );
      expect(read).toMatchObject({
        apiName: SHELF,
        id,
        fields: {
          Name: { value: 'Ui', displayValue: null },
          Kind__c: { value: 'Pine', displayValue: 'Pine wood' },
          CreatedBy: { value: { apiName: 'User', fields: { Name: { value: expect.any(String) as unknown } } } },
        },
      });
      const changed = await connection.requestPatch(`/ui-api/records/${id}`, { fields: { Kind__c: 'Oak' } });
      expect(changed).toMatchObject({ fields: { Kind__c: { value: 'Oak' } } });
      await connection.requestDelete(`/ui-api/records/${id}`);
      await expect(connection.request(`/ui-api/records/${id}?fields=${SHELF}.Name`)).rejects.toMatchObject({
        errorCode: 'NOT_FOUND',
      });
    });

    test('a field that is not there is refused', async () => {
      const { connection } = subject();
      const { id } = await connection.sobject(SHELF).create({ Name: 'Ui', Key__c: `u/f/${Date.now()}` });
      await expect(
        connection.request(`/ui-api/records/${String(id)}?fields=${SHELF}.Nothing__c`),
      ).rejects.toMatchObject({
        errorCode: 'INVALID_FIELD',
      });
    });

    test('a refused write tells the errors by field', async () => {
      const { target, connection } = subject();
      const response = await fetch(`${target.url}/services/data/v66.0/ui-api/records`, {
        method: 'POST',
        headers: { authorization: `Bearer ${connection.accessToken ?? ''}`, 'content-type': 'application/json' },
        body: JSON.stringify({ apiName: SHELF, fields: { Name: 'Oak', Key__c: 'u/bad', Kind__c: 'Pine' } }),
      });
      expect(response.status).toBe(400);
      const [error] = [(await response.json()) as unknown].flat();
      expect(error).toMatchObject({
        output: {
          fieldErrors: { Kind__c: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Pine is not oak.' }] },
        },
      });
    });

    test('object info tells fields as the person sees them', async () => {
      const info = await subject().connection.request(`/ui-api/object-info/${SHELF}`);
      expect(info).toMatchObject({
        apiName: SHELF,
        createable: true,
        nameFields: ['Name'],
        fields: {
          Kind__c: { dataType: 'Picklist', updateable: true },
          Key__c: { dataType: 'String', required: true, externalId: true, length: 120 },
        },
      });
    });

    test('picklist values are told for a record type', async () => {
      const values = await subject().connection.request(`/ui-api/object-info/${SHELF}/picklist-values/${MASTER}`);
      expect(values).toMatchObject({
        picklistFieldValues: {
          Kind__c: {
            values: [
              { value: 'Oak', label: 'Oak wood' },
              { value: 'Pine', label: 'Pine wood' },
            ],
          },
        },
      });
    });
  },
  ({ connection }) => installContractPackage(connection),
);
