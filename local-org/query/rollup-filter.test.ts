import Database from 'libsql';

import { field } from '../schema/field.ts';
import type { FieldType, FilterOperation } from '../schema/types.ts';
import type { SqlValue } from '../security/types.ts';
import { SqlDatabase } from '../store/sql-database.ts';
import { RollupFilterError, rollupFilterSql } from './rollup-filter.ts';
import { raw } from './sql.ts';

const database = new SqlDatabase(new Database(':memory:'));

/** Which of the values, blank ones included, a filter lets count. */
function counted(type: FieldType, operation: FilterOperation, value: string, values: readonly SqlValue[]): SqlValue[] {
  const resolved = { sql: raw('v'), field: field('F__c', type), object: 'D__c', path: ['F__c'], stored: false };
  const { sql, parameters } = rollupFilterSql(resolved, { field: 'F__c', operation, value }, '2026-01-31');
  return values.filter((each) => {
    return database.value(`SELECT ${sql} FROM (SELECT ? AS v)`, [...parameters, each]) === 1;
  });
}

const TEXTS = ['Oak', 'Pine', '50% oak', null];
const NUMBERS = [1, 2, 3, null];
const DAYS = ['2026-01-30', '2026-01-31', null];

describe('a filter of a roll-up', () => {
  it.each<[FieldType, FilterOperation, string, readonly SqlValue[], readonly SqlValue[]]>([
    ['string', 'equals', 'oak', TEXTS, ['Oak']],
    ['string', 'equals', 'oak, pine', TEXTS, ['Oak', 'Pine']],
    ['string', 'equals', '', TEXTS, [null]],
    ['string', 'notEqual', 'oak', TEXTS, ['Pine', '50% oak', null]],
    ['string', 'notEqual', 'oak,pine', TEXTS, ['50% oak', null]],
    ['string', 'notEqual', '', TEXTS, ['Oak', 'Pine', '50% oak']],
    ['string', 'contains', 'OAK', TEXTS, ['Oak', '50% oak']],
    ['string', 'contains', '0%', TEXTS, ['50% oak']],
    ['string', 'contains', '_', TEXTS, []],
    ['string', 'notContain', 'oak', TEXTS, ['Pine', null]],
    ['string', 'startsWith', 'o,p', TEXTS, ['Oak', 'Pine']],
    ['double', 'lessThan', '2', NUMBERS, [1]],
    ['double', 'lessOrEqual', '2', NUMBERS, [1, 2]],
    ['double', 'greaterThan', '2', NUMBERS, [3]],
    ['double', 'greaterOrEqual', '2', NUMBERS, [2, 3]],
    ['double', 'equals', '1,3', NUMBERS, [1, 3]],
    ['boolean', 'equals', 'True', [0, 1], [1]],
    ['boolean', 'notEqual', 'True', [0, 1], [0]],
    ['boolean', 'equals', 'false', [0, 1], [0]],
    ['date', 'greaterOrEqual', '1/31/2026', DAYS, ['2026-01-31']],
    ['date', 'lessThan', '2026-01-31', DAYS, ['2026-01-30']],
    ['multipicklist', 'includes', 'Price', ['Price;Risk', 'Risk', null], ['Price;Risk']],
    ['multipicklist', 'excludes', 'Price', ['Price;Risk', 'Risk', null], ['Risk', null]],
  ])('of a %s: %s "%s"', (type, operation, value, values, expected) => {
    expect(counted(type, operation, value, values)).toEqual(expected);
  });

  it.each<[FieldType, FilterOperation, string, string]>([
    ['double', 'contains', '1', 'invalid operator on double field'],
    ['string', 'includes', 'a', 'invalid operator on F__c: includes'],
    ['double', 'equals', 'many', 'many is no number'],
    ['boolean', 'equals', 'yes', 'yes is neither True nor False'],
    ['date', 'equals', 'soon', 'Invalid date: soon'],
  ])('of a %s is refused: %s "%s"', (type, operation, value, message) => {
    expect(() => counted(type, operation, value, [])).toThrow(new RollupFilterError(message));
  });
});
