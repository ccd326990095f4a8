import fc from 'fast-check';
import { createSpacelessMatcher, editDistance, nearestName } from './name-matching.ts';

describe('editDistance', () => {
  it.each([
    ['technolgy', 'technology', 1],
    ['tehcnology', 'technology', 1],
    ['retail', 'retail', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%s → %s is %i', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  it('is the same both ways, and 0 only for equal texts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('createSpacelessMatcher', () => {
  const match = createSpacelessMatcher(['GTX Pro', 'GTX Plus Pro', 'MG Special']);
  it.each([
    ['GTXPro', 'GTX Pro'],
    ['gtx  pro', 'GTX Pro'],
    ['MGspecial', 'MG Special'],
    ['GTX', undefined],
    ['', undefined],
  ])('%s → %s', (name, expected) => expect(match(name)).toBe(expected));

  it('does not choose between two', () => {
    expect(createSpacelessMatcher(['A B', 'AB'])('ab')).toBeUndefined();
  });
});

describe('nearestName', () => {
  it.each([
    ['technolgy', 'technology'],
    ['markting', 'marketing'],
    ['retale', 'retail'],
    ['unheard of', undefined],
  ])('%s → %s', (text, expected) => {
    expect(nearestName(text, ['technology', 'marketing', 'retail', 'medical'], 2)).toBe(expected);
  });

  it('does not choose between two that are equally near', () => {
    expect(nearestName('cat', ['car', 'can'], 2)).toBeUndefined();
  });
});
