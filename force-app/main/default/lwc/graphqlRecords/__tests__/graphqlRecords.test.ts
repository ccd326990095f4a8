import { aggregatesIn, flag, hasMore, isSameId, number, recordsIn, related, text } from 'c/graphqlRecords';

const data = {
  uiapi: {
    query: {
      Nugget__c: {
        edges: [
          {
            node: {
              Id: 'a01',
              Name: { value: 'Globex on price' },
              Minutes__c: { value: 2 },
              Active__c: { value: true },
              Blank__c: { value: null },
              Empty__c: { value: '' },
              Skill__r: { Code__c: { value: 'pricing' }, Domain__r: null },
              Rules__r: { edges: [{ node: { Signal__c: { value: 'stage' } } }, null, { node: null }] },
            },
          },
        ],
        pageInfo: { hasNextPage: true },
      },
    },
  },
};
const [record = {}] = recordsIn(data, 'Nugget__c');

describe('recordsIn', () => {
  it('takes off edges, nodes and values', () => {
    expect(record).toMatchObject({ Id: 'a01', Name: 'Globex on price', Skill__r: { Code__c: 'pricing' } });
  });

  it.each([
    undefined,
    null,
    {},
    { uiapi: null },
    { uiapi: { query: null } },
    { uiapi: { query: { Nugget__c: null } } },
  ])('gives no records for %j', (answer) => {
    expect(recordsIn(answer, 'Nugget__c')).toEqual([]);
  });
});

describe('reading a record', () => {
  it('reads text, also of a parent', () => {
    expect(text(record, 'Name')).toBe('Globex on price');
    expect(text(record, 'Skill__r.Code__c')).toBe('pricing');
    expect(text(record, 'Minutes__c')).toBe('2');
  });

  it.each(['Blank__c', 'Empty__c', 'Missing__c', 'Missing__r.Name', 'Skill__r.Domain__r.Name', 'Skill__r'])(
    'gives undefined for the blank or missing %s',
    (path) => {
      expect(text(record, path)).toBeUndefined();
      expect(number(record, path)).toBeUndefined();
    },
  );

  it('reads numbers and checkboxes', () => {
    expect(number(record, 'Minutes__c')).toBe(2);
    expect(number(record, 'Name')).toBeUndefined();
    expect(flag(record, 'Active__c')).toBe(true);
    expect(flag(record, 'Blank__c')).toBe(false);
  });

  it('reads children and leaves out those that are not visible', () => {
    expect(related(record, 'Rules__r')).toEqual([{ Signal__c: 'stage' }]);
    expect(related(record, 'Missing__r')).toEqual([]);
  });
});

describe('hasMore', () => {
  it('says whether the org holds more', () => {
    expect(hasMore(data, 'Nugget__c')).toBe(true);
    expect(hasMore(data, 'Other__c')).toBe(false);
  });
});

describe('figures', () => {
  it('are read by the field that they are grouped by and of', () => {
    const node = { aggregate: { Launch__c: { value: 'a01' }, Id: { count: { value: 34 } } } };
    const [row = {}] = aggregatesIn({ uiapi: { aggregate: { all: { edges: [{ node }, null] } } } }, 'all');
    expect([text(row, 'Launch__c'), number(row, 'Id.count')]).toEqual(['a01', 34]);
  });

  it.each([undefined, {}, { uiapi: null }, { uiapi: { query: {} } }])('are none in %j', (answer) => {
    expect(aggregatesIn(answer, 'all')).toEqual([]);
  });
});

it.each([
  ['005000000000001', '005000000000001AAA', true],
  ['005000000000001AAA', '005000000000001AAA', true],
  ['005000000000001', '005000000000002', false],
  ['00500000000000a', '00500000000000A', false],
  [undefined, '005000000000001', false],
  [undefined, undefined, false],
])('says whether %s and %s are one record', (a, b, expected) => {
  expect(isSameId(a, b)).toBe(expected);
});
