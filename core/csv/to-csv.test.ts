import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { toCsv } from './to-csv.ts';

it.each([
  [['a', 'b'], 'a,b\r\n'],
  [['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
  [[1.5, undefined, -2, Number.NaN], '1.5,,-2,\r\n'],
  [['=1+1', '+49 30', '-x', '@cmd'], `"'=1+1","'+49 30","'-x","'@cmd"\r\n`],
  [['-12', '+3.5'], '-12,+3.5\r\n'],
  [['\t=1'], `"'\t=1"\r\n`],
])('writes %j', (row, expected) => {
  expect(toCsv([row])).toBe(expected);
});

it('is read back as it was by a CSV reader, but for the apostrophe', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('=SUM(A1)', '"', ',', '\r\n', '@x'));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const read = parse(toCsv(rows), { record_delimiter: '\r\n', relax_column_count: true, skip_empty_lines: false });
      const plain = (read as string[][]).map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')));
      expect(plain).toEqual(rows.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, ''))));
    }),
  );
});

it('leaves nothing that a spreadsheet would run', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, rest) => {
      const text = `${sign}x${rest}`;
      expect(toCsv([[text]]).startsWith(`"'${sign}`)).toBe(true);
    }),
  );
});
