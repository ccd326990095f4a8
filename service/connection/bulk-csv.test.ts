import fc from 'fast-check';
import { fromBulkCsv, toBulkCsv } from './bulk-csv.ts';

it('writes blanks so that they blank, leaves absent fields alone, and names parents by their key', () => {
  const csv = toBulkCsv([
    { Key__c: 'a', Score__c: 1.5, Note__c: null },
    { Key__c: 'b', Flag__c: false, Account: { Import_Key__c: 'x' } },
  ]);
  expect(csv).toBe('Key__c,Score__c,Note__c,Flag__c,Account.Import_Key__c\na,1.5,#N/A,,\nb,,,false,x\n');
});

it('brings any text back as it was', () => {
  const text = fc.string({ minLength: 1 }).filter((value) => !/^\s|\s$/.test(value) && !value.includes('\r'));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (values) => {
      const rows = fromBulkCsv(toBulkCsv(values.map((value) => ({ Key__c: 'k', Text__c: value }))));
      expect(rows.map((row) => row['Text__c'])).toEqual(values);
    }),
  );
});
