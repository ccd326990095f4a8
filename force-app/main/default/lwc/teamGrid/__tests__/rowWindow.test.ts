import { rowWindow, scrollToRow } from '../rowWindow';

const HEIGHT = 44;
const VIEW = 640;

describe('the rows that are rendered', () => {
  it('are few of thousands', () => {
    const { first, end } = rowWindow(3000, HEIGHT, 1500 * HEIGHT, VIEW);
    expect(end - first).toBeLessThan(60);
    expect(first).toBeLessThanOrEqual(1500 - 1);
    expect(end).toBeGreaterThan(1500 + VIEW / HEIGHT);
  });

  it.each([0, 1, 40, 2999, 3000, 100_000])('cover the view and keep the height, scrolled by %d rows', (row) => {
    const count = 3000;
    const { first, end, above, below } = rowWindow(count, HEIGHT, row * HEIGHT, VIEW);
    expect(above + (end - first) * HEIGHT + below).toBe(count * HEIGHT);
    const bottom = Math.min(count, row + Math.ceil(VIEW / HEIGHT));
    expect(end).toBeGreaterThanOrEqual(bottom);
    expect(first).toBeLessThanOrEqual(Math.min(row, count - VIEW / HEIGHT));
  });

  it('are all of a small team', () => {
    expect(rowWindow(9, HEIGHT, 0, VIEW)).toEqual({ first: 0, end: 9, above: 0, below: 0 });
    expect(rowWindow(0, HEIGHT, 0, VIEW)).toEqual({ first: 0, end: 0, above: 0, below: 0 });
  });
});

it.each([
  [0, 500, 0],
  [100, 0, 100 * HEIGHT + HEIGHT - VIEW],
  [5, 0, 0],
])('scrolls to row %d from %d no further than needed', (row, scrollTop, expected) => {
  expect(scrollToRow(row, HEIGHT, scrollTop, VIEW)).toBe(expected);
});
