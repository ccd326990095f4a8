import { Memo } from 'c/memo';

it('computes again only where an input is another', () => {
  const memo = new Memo<number>();
  const compute = jest.fn((list: readonly number[]) => list.length);
  const [one, other] = [[1, 2], [1]];
  const of = (list: readonly number[]): number => memo.of([list, 'x'], () => compute(list));
  expect([of(one), of(one), of(other), of(other)]).toEqual([2, 2, 1, 1]);
  expect(compute).toHaveBeenCalledTimes(2);
});
