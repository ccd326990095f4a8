import { describeContract, type Subject } from './describe-contract.ts';
import { customField, customObject, installItemPackage, installObject, ITEM, pickList } from './item-package.ts';

interface Item {
  readonly [field: string]: unknown;
}

/** Creates an item and reads fields of it back. */
async function kept({ connection }: Subject, values: Item, fields: readonly string[]): Promise<Item> {
  const { id } = await connection.sobject(ITEM).create({ Name: 'Kept', ...values });
  const { records } = await connection.query<Item>(
    `SELECT ${fields.join(', ')} FROM ${ITEM} WHERE Id = '${String(id)}'`,
  );
  const { attributes: _, ...found } = records[0] ?? {};
  return found;
}

describeContract(
  'Values of fields',
  (subject) => {
    test.each<[string, Item, Item]>([
      ['decimals beyond the scale', { Small__c: 1.239, Share__c: 12.345 }, { Small__c: 1.239, Share__c: 12.345 }],
      ['the largest number before the point', { Small__c: 999.99 }, { Small__c: 999.99 }],
      ['a number written as text', { Small__c: '12.5' }, { Small__c: 12.5 }],
      ['a text without the blanks around it', { Key__c: '  trimmed ' }, { Key__c: 'trimmed' }],
      ['a blank text as nothing', { Secret__c: '   ' }, { Secret__c: null }],
      ['a picklist value in its own spelling', { Color__c: 'red' }, { Color__c: 'Red' }],
      ['any value of an open picklist', { Tone__c: 'Solemn' }, { Tone__c: 'Solemn' }],
      ['several values once each, in their order', { Topics__c: 'Risk;Price;Price' }, { Topics__c: 'Price;Risk' }],
      ['a checkbox by its default', {}, { Ready__c: true }],
      ['a checkbox as text', { Ready__c: 'false' }, { Ready__c: false }],
      ['a day', { Due__c: '2024-02-29' }, { Due__c: '2024-02-29' }],
      ['a moment in UTC', { Seen__c: '2026-02-20T10:00:00+05:30' }, { Seen__c: '2026-02-20T04:30:00.000+0000' }],
    ])('keeps %s', async (_, given, expected) => {
      expect(await kept(subject(), given, Object.keys(expected))).toEqual(expected);
    });

    test.each<[string, Item, string, string]>([
      ['a number with too many digits', { Small__c: 1_000 }, 'NUMBER_OUTSIDE_VALID_RANGE', 'Small__c'],
      ['a text that is too long', { Key__c: 'x'.repeat(21) }, 'STRING_TOO_LONG', 'Key__c'],
      ['a long text that is too long', { Note__c: 'x'.repeat(301) }, 'STRING_TOO_LONG', 'Note__c'],
      ['an unknown value', { Color__c: 'Blue' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'Color__c'],
      ['one unknown value', { Topics__c: 'Price;Luck' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'Topics__c'],
      ['no address', { Mail__c: 'nobody' }, 'INVALID_EMAIL_ADDRESS', 'Mail__c'],
      ['no id', { Cleared__c: 'acme' }, 'MALFORMED_ID', 'Cleared__c'],
      ['a blank name', { Name: ' ' }, 'REQUIRED_FIELD_MISSING', 'Name'],
      ['a value for a formula', { Zero_Plus__c: 1 }, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'Zero_Plus__c'],
      ['a value for a roll-up', { Parts__c: 1 }, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'Parts__c'],
      ['a value for a number', { Number__c: 'I-1' }, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'Number__c'],
      ['who made it', { CreatedById: '005000000000001AAA' }, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'CreatedById'],
      [
        'when it changed',
        { SystemModstamp: '2026-01-01T00:00:00Z' },
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        'SystemModstamp',
      ],
      ['that it is deleted', { IsDeleted: true }, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'IsDeleted'],
    ])('refuses %s', async (_, given, errorCode, field) => {
      const created = subject()
        .connection.sobject(ITEM)
        .create({ Name: 'Refused', ...given });
      await expect(created).rejects.toMatchObject({ errorCode, data: { fields: [field] } });
    });

    test.each<[string, Item, RegExp]>([
      ['a word for a number', { Small__c: 'many' }, /double from VALUE_STRING value many/],
      ['a word for a checkbox', { Ready__c: 'maybe' }, /boolean from VALUE_STRING value maybe/],
      ['a day that the calendar does not have', { Due__c: '2026-02-30' }, /date from VALUE_STRING value 2026-02-30/],
      ['a word for a moment', { Seen__c: 'soon' }, /datetime from VALUE_STRING value soon/],
      ['an object for a text', { Key__c: { a: 1 } }, /string from START_OBJECT/],
    ])('cannot read %s: the whole request is broken', async (_, given, message) => {
      const { connection } = subject();
      const refusal = { errorCode: 'JSON_PARSER_ERROR', message: expect.stringMatching(message) as unknown };
      await expect(connection.requestPost(`/sobjects/${ITEM}`, { Name: 'x', ...given })).rejects.toMatchObject(refusal);
      const attributes = { type: ITEM };
      const records = [
        { attributes, Name: 'Good beside broken' },
        { attributes, Name: 'x', ...given },
      ];
      await expect(connection.requestPost('/composite/sobjects', { records })).rejects.toMatchObject(refusal);
      const { totalSize } = await connection.query(`SELECT Id FROM ${ITEM} WHERE Name = 'Good beside broken'`);
      expect(totalSize).toBe(0);
    });

    test.each<[string, Item, Item]>([
      [
        'of blanks: zero or blank as the field says, false for a comparison, nothing for a division by zero',
        {},
        { Zero_Plus__c: 1, Blank_Plus__c: null, Below_Zero__c: true, Below_Blank__c: false, Inverse__c: null },
      ],
      [
        'of values',
        { Small__c: 4, Key__c: 'formula', Color__c: 'Red', Due__c: '2026-01-31' },
        { Zero_Plus__c: 5, Blank_Plus__c: 5, Inverse__c: 0.25, Words__c: 'formula-Red-4', Days__c: 30 },
      ],
      ['with blank texts as empty ones, and a blank number as the field says', {}, { Words__c: '--0', Days__c: null }],
    ])('computes formulas %s', async (_, given, expected) => {
      expect(await kept(subject(), given, Object.keys(expected))).toEqual(expected);
    });

    test('a unique text is unique in any case, or in its own, as the field says; blanks are no doubles', async () => {
      const items = subject().connection.sobject(ITEM);
      await items.create({ Name: 'First', Key__c: 'unique', Exact__c: 'Exact', Serial__c: 7 });
      for (const same of [{ Key__c: 'UNIQUE' }, { Exact__c: 'Exact' }, { Serial__c: 7 }]) {
        await expect(items.create({ Name: 'Second', ...same })).rejects.toMatchObject({
          errorCode: 'DUPLICATE_VALUE',
          message: expect.stringMatching(/duplicates value on record with id: a\w{14}/) as unknown,
        });
      }
      await expect(items.create({ Name: 'Other case', Exact__c: 'EXACT' })).resolves.toMatchObject({ success: true });
      const blanks = await items.create([{ Name: 'Blank' }, { Name: 'Blank too' }]);
      expect(blanks.every(({ success }) => success)).toBe(true);
    });

    test.each([
      [true, [false, false]],
      [false, [true, false]],
    ])('two records of one key in one request with allOrNone %s', async (allOrNone, success) => {
      const { connection } = subject();
      const key = `twice/${String(allOrNone)}`;
      const records = [
        { Name: 'One', Key__c: key },
        { Name: 'Two', Key__c: key.toUpperCase() },
      ];
      const results = await connection.sobject(ITEM).create(records, { allOrNone });
      expect(results.map((result) => result.success)).toEqual(success);
      expect(results[1]).toMatchObject({ errors: [{ statusCode: 'DUPLICATE_VALUE' }] });
      expect((await connection.query(`SELECT Id FROM ${ITEM} WHERE Key__c = '${key}'`)).totalSize).toBe(
        allOrNone ? 0 : 1,
      );
    });

    test('records are numbered in their format, from the number to start with', async () => {
      const numbers = [
        await kept(subject(), {}, ['Number__c', 'CreatedDate']),
        await kept(subject(), {}, ['Number__c', 'CreatedDate']),
      ];
      const counted = numbers.map(({ Number__c: text, CreatedDate: made }) => {
        const [, year, count] = /^I-(\d{4})-(\d{3,})$/.exec(String(text)) ?? [];
        expect(year).toBe(String(made).slice(0, 4));
        return Number(count);
      });
      expect(counted[0]).toBeGreaterThanOrEqual(100);
      expect((counted[1] ?? 0) - (counted[0] ?? 0)).toBe(1);
    });

    test('a describe tells which picklist another depends on', async () => {
      const { connection } = subject();
      const dependent = `<valueSet><controllingField>Room__c</controllingField><restricted>true</restricted>
        <valueSetDefinition><sorted>false</sorted><value><fullName>Oven</fullName><default>false</default><label>Oven</label></value></valueSetDefinition>
        <valueSettings><controllingFieldValue>Kitchen</controllingFieldValue><valueName>Oven</valueName></valueSettings></valueSet>`;
      const fields =
        customField('Room__c', 'Picklist', pickList(['Kitchen', 'Bath'])) +
        customField('Thing__c', 'Picklist', dependent);
      const xml = customObject('Contract Room', fields);
      await installObject(connection, 'Contract_Room__c', xml, ['Room__c', 'Thing__c']);
      const described = (await connection.describe('Contract_Room__c')).fields.find(({ name }) => name === 'Thing__c');
      expect(described).toMatchObject({
        dependentPicklist: true,
        controllerName: 'Room__c',
        picklistValues: [{ validFor: 'gAAA' }],
      });
      const offered = await connection.request(
        '/ui-api/object-info/Contract_Room__c/picklist-values/012000000000000AAA/Thing__c',
      );
      expect(offered).toMatchObject({
        controllerValues: { Kitchen: 0, Bath: 1 },
        values: [{ value: 'Oven', validFor: [0] }],
      });
    });

    test('a record is found by a number or by a text in its own case when it is upserted', async () => {
      const items = subject().connection.sobject(ITEM);
      await items.create({ Name: 'Made', Exact__c: 'Abc', Serial__c: 101 });
      const upserted = [
        await items.upsert({ Serial__c: '101', Name: 'Same' }, 'Serial__c'),
        await items.upsert({ Exact__c: 'Abc', Name: 'Same' }, 'Exact__c'),
        await items.upsert({ Exact__c: 'ABC', Name: 'Another' }, 'Exact__c'),
      ];
      expect(upserted.map((result) => result.success && 'created' in result && result.created)).toEqual([
        false,
        false,
        true,
      ]);
    });
  },
  ({ connection }) => installItemPackage(connection),
);
