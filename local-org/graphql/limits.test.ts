import { parse } from 'graphql';

import { limitErrors } from './limits.ts';

const lists = (count: number): string =>
  Array.from({ length: count }, (_, index) => `q${index}: Account { totalCount }`).join(' ');
const messagesOf = (query: string): string[] => limitErrors(parse(query)).map(({ message }) => message);

it('refuses an eleventh list, wherever the lists are written', () => {
  const refused = ['A query can hold at most 10 subqueries; this one has 11'];
  expect(messagesOf(`{ uiapi { query { ${lists(10)} } } }`)).toEqual([]);
  expect(messagesOf(`{ uiapi { query { ${lists(11)} } } }`)).toEqual(refused);
  expect(messagesOf(`{ uiapi { query { ... on RecordQuery { ${lists(11)} } } } }`)).toEqual(refused);
  expect(messagesOf(`{ uiapi { query { ...F } } } fragment F on RecordQuery { ${lists(11)} }`)).toEqual(refused);
});

it('looks at a fragment once, however often it is spread', () => {
  const deep = 40;
  const fragments = Array.from({ length: deep }, (_, level) => {
    const inside = level + 1 < deep ? `...f${level + 1} ...f${level + 1}` : lists(11);
    return `fragment f${level} on RecordQuery { ${inside} }`;
  });
  expect(messagesOf(`{ uiapi { query { ...f0 } } } ${fragments.join(' ')}`)).toEqual([
    'A query can hold at most 10 subqueries; this one has 11',
  ]);
});
