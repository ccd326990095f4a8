import Database from 'libsql';
import { createSchema } from '../schema/create-schema.ts';
import { field, number, reference, standardObject, text } from '../schema/field.ts';
import { auditFields, identityFields } from '../schema/system-fields.ts';
import type { FieldDefinition, Schema } from '../schema/types.ts';
import { migrate } from './migrate.ts';
import { SqlDatabase } from './sql-database.ts';

const schemaOf = (...fields: FieldDefinition[]): Schema =>
  createSchema([
    standardObject('Thing__c', 'a00', [...identityFields(), ...fields, ...auditFields()], { custom: true }),
  ]);

/** A database with the fields before, one row for each value of the first, brought to the fields after. */
function migrated(
  before: FieldDefinition[],
  values: readonly (string | number | null)[],
  after: FieldDefinition[],
): SqlDatabase {
  const database = new SqlDatabase(new Database(':memory:'));
  const [from, to] = [schemaOf(...before), schemaOf(...after)];
  migrate(database, undefined, from);
  values.forEach((value, index) =>
    database.run(`INSERT INTO "Thing__c" ("Id", "${before[0]?.name ?? 'Id'}") VALUES (?, ?)`, [`a0${index}`, value]),
  );
  migrate(database, from, to);
  return database;
}

const columnOf = (database: SqlDatabase, name: string) =>
  database.rows(`SELECT "${name}" FROM "Thing__c" ORDER BY "Id"`).map(([value]) => value);
const names = (database: SqlDatabase, of: string) =>
  database.rows(`SELECT name FROM ${of}`).map(([name]) => String(name));

it('adds fields, unticked or blank, and keeps what is there', () => {
  const database = migrated(
    [text('A__c', 10)],
    ['x'],
    [text('A__c', 20), field('B__c', 'boolean'), field('C__c', 'date')],
  );
  expect([columnOf(database, 'A__c'), columnOf(database, 'B__c'), columnOf(database, 'C__c')]).toEqual([
    ['x'],
    [0],
    [null],
  ]);
});

it('removes fields with their data and indexes', () => {
  const key = text('A__c', 10, { unique: true, externalId: true });
  const database = migrated([key, reference('R__c', ['Thing__c'])], ['x'], [text('B__c', 10)]);
  expect(names(database, "pragma_table_info('Thing__c')")).not.toContain('A__c');
  expect(names(database, "sqlite_schema WHERE type = 'index'")).not.toContain('Thing__c:A__c:unique');
});

it('turns a stored field into a computed one and back', () => {
  const computed = number('A__c', 'double', 18, 0, { formula: { source: '1', blanksAs: 'zero' } });
  const stored = number('A__c', 'double', 18, 0);
  expect(names(migrated([stored], [1], [computed]), "pragma_table_info('Thing__c')")).not.toContain('A__c');
  expect(columnOf(migrated([stored], [1], [stored]), 'A__c')).toEqual([1]);
});

it.each([
  [
    'text to number',
    text('A__c', 10),
    number('A__c', 'double', 18, 2),
    ['12.5', '0', 'many', null],
    [12.5, 0, null, null],
  ],
  ['number to text', number('A__c', 'double', 18, 2), text('A__c', 10), [12.5, null], ['12.5', null]],
  ['text to checkbox', text('A__c', 10), field('A__c', 'boolean'), ['true', 'no', null], [1, 0, 0]],
  ['text to picklist', text('A__c', 10), field('A__c', 'picklist'), ['x'], ['x']],
] as const)('converts %s', (_, before, after, values, expected) => {
  expect(columnOf(migrated([before], values, [after]), 'A__c')).toEqual(expected);
});

it('makes a field unique among records that are not deleted', () => {
  const unique = text('A__c', 10, { unique: true });
  const database = migrated([text('A__c', 10)], ['x', 'y'], [unique]);
  const insert = () => database.run(`INSERT INTO "Thing__c" ("Id", "A__c") VALUES ('a09', 'X')`);
  expect(insert).toThrow('UNIQUE');
  database.run(`UPDATE "Thing__c" SET "IsDeleted" = 1 WHERE "A__c" = 'x'`);
  expect(insert).not.toThrow();
});

it('refuses to make a field unique whose values are not, and changes nothing', () => {
  expect(() => migrated([text('A__c', 10)], ['x', 'X'], [text('A__c', 10, { unique: true })])).toThrow(
    'Thing__c.A__c cannot become unique: records already share a value.',
  );
});

it('drops the table of an object that is gone', () => {
  const database = migrated([text('A__c', 10)], ['x'], [text('A__c', 10)]);
  migrate(database, undefined, createSchema([]));
  expect(names(database, "sqlite_schema WHERE name = 'Thing__c'")).toEqual([]);
});
