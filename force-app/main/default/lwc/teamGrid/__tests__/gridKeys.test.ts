import { moveInGrid } from '../gridKeys';

const SIZE = { rows: 100, columns: 5, page: 10 };
const PLACE = { row: 50, column: 2 };

it.each([
  ['ArrowDown', false, { row: 51, column: 2 }],
  ['ArrowUp', false, { row: 49, column: 2 }],
  ['ArrowLeft', false, { row: 50, column: 1 }],
  ['ArrowRight', false, { row: 50, column: 3 }],
  ['PageDown', false, { row: 60, column: 2 }],
  ['PageUp', false, { row: 40, column: 2 }],
  ['Home', false, { row: 50, column: 0 }],
  ['End', false, { row: 50, column: 4 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 99, column: 4 }],
  ['a', false, undefined],
])('%s with control %s leads to %j', (key, withControl, expected) => {
  expect(moveInGrid(PLACE, key, withControl, SIZE)).toEqual(expected);
});

it.each([
  ['ArrowUp', { row: 0, column: 0 }],
  ['ArrowLeft', { row: 0, column: 0 }],
  ['PageUp', { row: 0, column: 0 }],
])('%s stays in the grid', (key, expected) => {
  expect(moveInGrid({ row: 0, column: 0 }, key, false, SIZE)).toEqual(expected);
});
