import { pageOf, pageRequest } from './connection.ts';

const after = (position: number): string =>
  pageOf(['x'], { first: 1, offset: position, endsReach: false }, 1).edges[0]?.cursor ?? '';

describe('a list', () => {
  it('ends at 4,000 records without an upper bound', () => {
    expect(pageRequest({ first: 2000 })).toEqual({ first: 2000, offset: 0, endsReach: false });
    const last = pageRequest({ first: 2000, after: after(1999) });
    expect(last).toEqual({ first: 2000, offset: 2000, endsReach: true });
    expect(pageOf(new Array(2001).fill('x'), last, 9000).pageInfo.hasNextPage).toBe(false);
  });

  it('goes on to its upper bound', () => {
    const third = pageRequest({ first: 2000, after: after(3999), upperBound: 5000 });
    expect(third).toEqual({ first: 1000, offset: 4000, endsReach: true });
    expect(pageRequest({ first: 2000, after: after(3999), upperBound: 20_000 })).toMatchObject({ endsReach: false });
  });

  it('with an upper bound has pages of 200 to 2,000', () => {
    expect(() => pageRequest({ first: 50, upperBound: 4000 })).toThrow(/'first' must be from 200 to 2000/);
  });
});
