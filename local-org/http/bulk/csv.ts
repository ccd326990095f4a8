import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

import { OrgError } from '../../error.ts';

/** A CSV file: its header and its rows. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS: Readonly<Record<string, string>> = {
  COMMA: ',',
  SEMICOLON: ';',
  TAB: '\t',
  PIPE: '|',
  CARET: '^',
  BACKQUOTE: '`',
};

/** The character behind the API's name for it, e.g. `TAB`. @throws {OrgError} `INVALIDJOB` */
export function delimiterOf(name: string): string {
  const delimiter = DELIMITERS[name.toUpperCase()];
  if (delimiter === undefined) {
    throw new OrgError(
      'INVALIDJOB',
      `Invalid columnDelimiter '${name}': use one of ${Object.keys(DELIMITERS).join(', ')}`,
    );
  }
  return delimiter;
}

/** @throws {OrgError} `INVALIDJOBSTATE` when the text is no CSV with as many cells in each row as in the header */
export function parseCsv(text: string, delimiter: string): CsvTable {
  let lines: string[][];
  try {
    lines = parse(text, { delimiter, bom: true, skip_empty_lines: true });
  } catch (error) {
    throw new OrgError(
      'INVALIDJOB',
      `InvalidBatch : Failed to parse CSV: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const [columns = [], ...rows] = lines;
  return { columns, rows };
}

/** Writes a CSV file in which every cell is quoted, as the platform writes it. */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  delimiter = ',',
  lineEnding = 'LF',
): string {
  return stringify([columns as string[], ...(rows as string[][])], {
    delimiter,
    quoted: true,
    quoted_empty: true,
    record_delimiter: lineEnding === 'CRLF' ? '\r\n' : '\n',
  });
}
