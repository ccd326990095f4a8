import { addDays, parseDay, parseNumber } from './cells.ts';

it.each([
  ['', undefined],
  ['1054', 1054],
  ['1,054.50', 1054.5],
  ['$ 12', 12],
  ['-3', -3],
  ['12 apples', { bad: '12 apples' }],
])('parseNumber(%j)', (text, expected) => expect(parseNumber(text)).toEqual(expected));

it.each([
  ['', undefined],
  ['2017-03-01', '2017-03-01'],
  ['2017/3/1', '2017-03-01'],
  ['2017-03-01T10:00:00Z', '2017-03-01'],
  ['2017-02-30', { bad: '2017-02-30' }],
  ['01.03.2017', { bad: '01.03.2017' }],
])('parseDay(%j)', (text, expected) => expect(parseDay(text)).toEqual(expected));

it('adds days across months', () => expect(addDays('2017-12-22', 60)).toBe('2018-02-20'));
