import fc from 'fast-check';
import { isId, makeId, sameId, toId18 } from './ids.ts';

describe('record ids', () => {
  // Worked out by hand: in each block of five, a capital at place n sets bit n.
  it.each([
    ['001A000000XYZab', '001A000000XYZabIAH'],
    ['00D000000000062', '00D000000000062EAA'],
  ])('completes %s', (id15, id18) => {
    expect(toId18(id15)).toBe(id18);
    expect(toId18(id18.slice(0, 15) + id18.slice(15).toLowerCase())).toBe(id18);
  });

  it.each(['', '006', '00600000000000!', '006000000000001AAB', '0060000000000012'])('refuses "%s"', (text) => {
    expect(isId(text)).toBe(false);
  });

  it('makes valid ids that sort as their numbers do', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const [first, second] = [makeId('006', a), makeId('006', b)];
        expect(isId(first)).toBe(true);
        expect(sameId(first, first.slice(0, 15))).toBe(true);
        expect(first < second).toBe(a < b);
      }),
    );
  });

  it('refuses a prefix or number that cannot be one', () => {
    expect(() => makeId('06', 1)).toThrow(RangeError);
    expect(() => makeId('006', -1)).toThrow(RangeError);
  });
});
