/** A cell that a spreadsheet would read as a formula or a command. */
const FORMULA = /^[=+\-@\t\r]/;
/** A number is no formula, although it may begin with a sign. */
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** So that spreadsheets read UTF-8 where they would guess. */
export const UTF8_BOM = '\uFEFF';

/**
 * Rows as RFC 4180 wants them: CRLF after each, quotes where a cell has a comma, a quote or a line break, quotes
 * doubled. A text that a spreadsheet would run as a formula gets a leading apostrophe, so that a name can do no harm
 * to whoever opens the file (OWASP, "CSV injection"). Undefined is an empty cell.
 */
export function toCsv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const harmless = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) || harmless !== value ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
