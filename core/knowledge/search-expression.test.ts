import { isBareRequest, respelledExpression, searchExpression } from './index.ts';

describe('what the org is asked', () => {
  it.each([
    ['Globex support', '(globex* OR support*)'],
    ['a b', undefined],
    ['', undefined],
    ['x} RETURNING User(Id) {"*', '(return* OR user* OR id*)'],
    ['discount AND NOT approval', '(discount* OR approv*)'],
    ['Who knows about discounts?', '(discount*)'],
    ['Is there a way to find examples of discounts?', '(discount*)'],
    ['who knows', '(know*)'],
    ['what about it', '(what* OR about* OR it*)'],
    ['Übergabe – 3 Jahre', '(übergab* OR jahr*)'],
  ])('for %j is %j', (text, expected) => {
    expect(searchExpression(text)).toBe(expected);
  });

  it('is no more than a dozen words', () => {
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`);
    expect(searchExpression(words.join(' '))?.split(' OR ')).toHaveLength(12);
  });
});

describe('what the org is asked once more', () => {
  const found = [{ id: 'a', title: 'Prices of Übergaben', answers: ['Globex charges.'], tags: ['deal desk'] }];

  it.each([
    ['discuont', '(disc*)'],
    ['globx discuont', '(glo* OR disc*)'],
    ['who aproves a discuont', '(apro* OR disc*)'],
    ['globex price', undefined],
    ['charging for ubergabe', undefined],
    ['dael ISO27001', undefined],
    ['', undefined],
  ])('for %j is %j', (text, expected) => {
    expect(respelledExpression(text, found)).toBe(expected);
  });
});

it.each([
  ['who knows about', true],
  ['Who', true],
  ['who knows about d', false],
  ['discounts', false],
  ['', false],
])('%j asks without saying for what: %s', (text, expected) => {
  expect(isBareRequest(text)).toBe(expected);
});
