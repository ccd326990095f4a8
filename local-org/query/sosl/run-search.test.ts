import { QueryFixture, type AccessRules } from '../testing/query-fixture.ts';
import { runSearch } from './run-search.ts';

const org = new QueryFixture();
org.add('Account', { Name: 'Acme Energy', Description: 'Solar and wind', Phone: '555-1234' });
org.add('Account', { Name: 'Globex', Description: 'Energy trading; party of one', Industry: 'Energy' });
org.add('Account', { Name: 'Übermut AG', Description: "Über-Qualität, they're good" });
org.add('Account', { Name: 'Gone Energy', IsDeleted: true });
org.add('Contact', { LastName: 'Wind', Name: 'Ann Wind', Email: 'ann@acme.com' });

function found(text: string, rules: AccessRules = {}): unknown[] {
  return runSearch(org.context(rules), text).searchRecords.map((record) => record['Name']);
}

test.each([
  ['FIND {energy} RETURNING Account(Name)', ['Acme Energy', 'Globex']],
  ['FIND {ENERGY trading} RETURNING Account(Name)', ['Globex']],
  ['FIND {"wind energy"} RETURNING Account(Name)', []],
  ['FIND {"solar and wind"} RETURNING Account(Name)', ['Acme Energy']],
  ['FIND {solar OR trading} RETURNING Account(Name)', ['Acme Energy', 'Globex']],
  ['FIND {energy AND NOT solar} RETURNING Account(Name)', ['Globex']],
  ['FIND {(solar OR trading) AND party} RETURNING Account(Name)', ['Globex']],
  ['FIND {art} RETURNING Account(Name)', []],
  ['FIND {ener*} RETURNING Account(Name)', ['Acme Energy', 'Globex']],
  ['FIND {w?nd} RETURNING Account(Name)', ['Acme Energy']],
  ['FIND {über-qualität} RETURNING Account(Name)', ['Übermut AG']],
  ['FIND {energy} IN NAME FIELDS RETURNING Account(Name)', ['Acme Energy']],
  ['FIND {1234} IN PHONE FIELDS RETURNING Account(Name)', ['Acme Energy']],
  [`FIND {energy} RETURNING Account(Name WHERE Industry = 'energy')`, ['Globex']],
  ['FIND {energy} RETURNING Account(Name ORDER BY Name DESC LIMIT 1)', ['Globex']],
  ['FIND {energy} RETURNING Account(Name LIMIT 1)', ['Acme Energy']],
  ['FIND {wind} IN ALL FIELDS RETURNING Account(Name), Contact(Name) LIMIT 5', ['Acme Energy', 'Ann Wind']],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('without RETURNING, ids of every object', () => {
  const { searchRecords } = runSearch(org.context(), 'FIND {wind}');
  expect(searchRecords.map(({ attributes }) => attributes.type).sort()).toEqual(['Account', 'Contact']);
  expect(searchRecords[0]).toHaveProperty('Id');
});

test('what the actor may not read finds nothing', () => {
  expect(found('FIND {solar} RETURNING Account(Name)', { unreadableFields: ['Account.Description'] })).toEqual([]);
  const hidden = { sql: '0', parameters: [] };
  expect(found('FIND {energy} RETURNING Account(Name)', { rows: { Account: () => hidden } })).toEqual([]);
});

test.each([
  ['FIND {} RETURNING Account(Name)', 'MALFORMED_SEARCH'],
  ['FIND energy', 'MALFORMED_SEARCH'],
  ['FIND {a} RETURNING Nowhere(Name)', 'INVALID_TYPE'],
  ['FIND {a} RETURNING Account(Nothing)', 'INVALID_FIELD'],
  ['FIND {a} RETURNING Account(Name', 'MALFORMED_QUERY'],
])('%s is refused as %s', (text, errorCode) => {
  expect(() => runSearch(org.context(), text)).toThrow(expect.objectContaining({ errorCode }));
});
