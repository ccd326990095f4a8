import { openTestOrg } from '../testing/test-org.ts';
import type { TestOrg } from '../testing/test-org.ts';
import type { RecordInput } from './types.ts';

let t: TestOrg;
let account: string;
let course: string;

beforeAll(() => {
  t = openTestOrg();
  account = t.add(t.admin, 'Account', { Name: 'Acme' });
  course = t.add(t.admin, 'Course__c', { Name: 'First', Minutes__c: 10, Key__c: 'first', Exact__c: 'Aa' });
});
afterAll(() => t.close());

const valid = { Name: 'A course', Minutes__c: 5 };

describe('a record is refused on insert', () => {
  const gone = (): string => {
    const id = t.add(t.admin, 'Account', { Name: 'Gone' });
    t.org.store.remove(t.admin, [id]);
    return id;
  };
  const closed = (): string => t.add(t.admin, 'Account', { Name: 'Closed' });

  const cases: readonly [string, () => RecordInput, string, string][] = [
    ['without a required field', () => ({ Name: 'x' }), 'REQUIRED_FIELD_MISSING', 'Minutes__c'],
    ['with blanks for a required text', () => ({ ...valid, Name: '  ' }), 'REQUIRED_FIELD_MISSING', 'Name'],
    ['with an unknown field', () => ({ ...valid, Nope__c: 1 }), 'INVALID_FIELD', 'Nope__c'],
    ['with a text too long', () => ({ ...valid, Key__c: 'x'.repeat(21) }), 'STRING_TOO_LONG', 'Key__c'],
    ['with a number too large', () => ({ ...valid, Minutes__c: 10_000 }), 'NUMBER_OUTSIDE_VALID_RANGE', 'Minutes__c'],
    ['with no number', () => ({ ...valid, Minutes__c: 'ten' }), 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'Minutes__c'],
    ['with no date', () => ({ ...valid, Starts__c: '2026-02-30' }), 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'Starts__c'],
    ['with no moment', () => ({ ...valid, Seen__c: 'soon' }), 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'Seen__c'],
    ['with no boolean', () => ({ ...valid, Active__c: 'maybe' }), 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'Active__c'],
    ['with no address', () => ({ ...valid, Contact__c: 'nobody' }), 'INVALID_EMAIL_ADDRESS', 'Contact__c'],
    [
      'off a restricted list',
      () => ({ ...valid, Status__c: 'Odd' }),
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'Status__c',
    ],
    [
      'off a multiple list',
      () => ({ ...valid, Topics__c: 'Price;Odd' }),
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'Topics__c',
    ],
    ['with a key in use, whatever its case', () => ({ ...valid, Key__c: 'FIRST' }), 'DUPLICATE_VALUE', 'Key__c'],
    ['with no id', () => ({ ...valid, Account__c: 'acme' }), 'MALFORMED_ID', 'Account__c'],
    ["with another object's id", () => ({ ...valid, Account__c: course }), 'FIELD_INTEGRITY_EXCEPTION', 'Account__c'],
    [
      'with nobody’s id',
      () => ({ ...valid, Account__c: '001000000999999' }),
      'INVALID_CROSS_REFERENCE_KEY',
      'Account__c',
    ],
    ['with a deleted parent', () => ({ ...valid, Account__c: gone() }), 'ENTITY_IS_DELETED', 'Account__c'],
    ['with an unknown foreign key', () => ({ ...valid, After__r: { Key__c: 'none' } }), 'INVALID_FIELD', 'After__c'],
    [
      'with a foreign key that is none',
      () => ({ ...valid, After__r: { Status__c: 'Draft' } }),
      'INVALID_FIELD',
      'After__c',
    ],
    [
      'with a formula field',
      () => ({ ...valid, Double_Minutes__c: 3 }),
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Double_Minutes__c',
    ],
    [
      'with a system field',
      () => ({ ...valid, SystemModstamp: t.org.now().toISOString() }),
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'SystemModstamp',
    ],
    [
      'with an audit field',
      () => ({ ...valid, CreatedDate: t.org.now().toISOString() }),
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'CreatedDate',
    ],
    ['with an id', () => ({ ...valid, Id: 'a00000000000009' }), 'INVALID_FIELD_FOR_INSERT_UPDATE', 'Id'],
    ['by a rule', () => ({ ...valid, Status__c: 'Published' }), 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Body__c'],
    ['by a rule about its parent', () => ({ ...valid, Account__c: closed() }), 'FIELD_CUSTOM_VALIDATION_EXCEPTION', ''],
  ];

  it.each(cases)('%s', (_, record, code, field) => {
    const [result] = t.org.store.insert(t.admin, 'Course__c', [record()]);
    expect(result).toMatchObject({ success: false, errors: [{ statusCode: code, fields: field ? [field] : [] }] });
    expect(t.org.soql(t.admin, "SELECT COUNT() FROM Course__c WHERE Name <> 'First'").totalSize).toBe(0);
  });

  it('of an object that the org does not have', () => {
    expect(() => t.org.store.insert(t.admin, 'Nope__c', [{}])).toThrow("sObject type 'Nope__c' is not supported.");
  });

  it.each(['OpportunityHistory', 'OpportunityStage', 'Profile'])('of %s, which only the org writes', (object) => {
    const [result] = t.org.store.insert(t.admin, object, [{}]);
    expect(result?.errors).toMatchObject([{ statusCode: 'INVALID_TYPE_FOR_OPERATION' }]);
  });
});

describe('a record is refused on update', () => {
  const cases: readonly [string, () => RecordInput & { Id: string }, string][] = [
    ['without an id', () => ({ Id: '' }), 'MISSING_ARGUMENT'],
    ['with no id', () => ({ Id: 'first' }), 'MALFORMED_ID'],
    ["with another object's id", () => ({ Id: account }), 'MALFORMED_ID'],
    ['that never was', () => ({ Id: 'a00000000999999' }), 'INVALID_CROSS_REFERENCE_KEY'],
    ['for emptying a required field', () => ({ Id: course, Minutes__c: null }), 'REQUIRED_FIELD_MISSING'],
    ['for pointing to itself', () => ({ Id: course, After__c: course }), 'CIRCULAR_DEPENDENCY'],
    ['by a rule about what it was', () => ({ Id: course, Minutes__c: 3 }), 'FIELD_CUSTOM_VALIDATION_EXCEPTION'],
    ['for an audit field', () => ({ Id: course, CreatedById: t.admin.userId }), 'INVALID_FIELD_FOR_INSERT_UPDATE'],
  ];

  it.each(cases)('%s', (_, record, code) => {
    const before = t.org.record(t.admin, 'Course__c', course);
    const [result] = t.org.store.update(t.admin, 'Course__c', [record()]);
    expect(result).toMatchObject({ success: false, errors: [{ statusCode: code }] });
    expect(t.org.record(t.admin, 'Course__c', course)).toEqual(before);
  });

  it('that is in the recycle bin', () => {
    const id = t.add(t.admin, 'Course__c', valid);
    t.org.store.remove(t.admin, [id]);
    const [updated] = t.org.store.update(t.admin, 'Course__c', [{ Id: id, Name: 'x' }]);
    const [removed] = t.org.store.remove(t.admin, [id]);
    expect(updated?.errors).toMatchObject([{ statusCode: 'ENTITY_IS_DELETED' }]);
    expect(removed?.errors).toMatchObject([{ statusCode: 'ENTITY_IS_DELETED' }]);
  });

  it('for a new master of a detail that cannot move', () => {
    const lesson = t.add(t.admin, 'Lesson__c', { Course__c: course, Key__c: 'l1' });
    const other = t.add(t.admin, 'Course__c', valid);
    const [moved] = t.org.store.update(t.admin, 'Lesson__c', [{ Id: lesson, Course__c: other }]);
    expect(moved?.errors).toMatchObject([{ statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Course__c'] }]);
    const repeated = t.org.store.upsert(t.admin, 'Lesson__c', 'Key__c', [
      { Key__c: 'l1', Course__r: { Key__c: 'first' } },
    ]);
    expect(repeated).toMatchObject([{ success: true, created: false, id: lesson }]);
  });
});
