import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { EXIT, FluencyError, messageOf } from '../error.ts';
import type { ImportReport } from './import-report.ts';

/** A row of a CSV file by the mapping's names; runs of white space are one space. */
export interface TableRow<Name extends string> {
  readonly line: number;
  readonly values: Readonly<Record<Name, string>>;
}

export interface Table<Name extends string> {
  readonly file: string;
  /** The file's own name of a mapped column. */
  readonly columns: Readonly<Partial<Record<Name, string>>>;
  readonly rows: readonly TableRow<Name>[];
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads one file of an export. A row with another number of cells than the header is refused and reported.
 *
 * @throws FluencyError DATA_FILE_MISSING, DATA_FILE_INVALID, DATA_COLUMN_MISSING
 */
export function readTable<Name extends string>(
  directory: string,
  source: { readonly file: string; readonly columns: Readonly<Partial<Record<Name, string | undefined>>> },
  report: ImportReport,
): Table<Name> {
  const path = join(directory, source.file);
  if (!existsSync(path)) {
    throw new FluencyError('DATA_FILE_MISSING', `The file ${source.file} is not there.`, {
      value: path,
      nextStep: 'Pass the folder of the export with --data, or name the file in the mapping.',
      exitCode: EXIT.usage,
    });
  }
  const [header, ...records] = parseCsv(path);
  const names = (header?.record ?? []).map(collapse);
  const columns = Object.fromEntries(Object.entries(source.columns).filter(([, name]) => name !== undefined)) as Record<
    Name,
    string
  >;
  const positions = (Object.entries(columns) as [Name, string][]).map(([name, column]): [Name, number] => {
    const position = names.findIndex((own) => own.toLowerCase() === column.toLowerCase());
    if (position >= 0) return [name, position];
    throw new FluencyError(
      'DATA_COLUMN_MISSING',
      `${source.file} has no column "${column}"; it has: ${names.join(', ')}.`,
      {
        value: column,
        nextStep: 'Name the right column in the mapping file.',
        exitCode: EXIT.invalidInput,
      },
    );
  });
  const rows = records.flatMap(({ record, info }): TableRow<Name>[] => {
    if (record.length !== names.length) {
      report.refused({
        file: source.file,
        line: info.lines,
        row: record[0] ?? '',
        rule: 'wrong-number-of-cells',
        column: '',
        found: record.join(','),
        message: `the row has ${record.length} cells, the header ${names.length}`,
      });
      return [];
    }
    const values = Object.fromEntries(positions.map(([name, position]) => [name, collapse(record[position] ?? '')]));
    return [{ line: info.lines, values: values as Record<Name, string> }];
  });
  return { file: source.file, columns, rows };
}

function parseCsv(path: string): ParsedRecord[] {
  try {
    return parse(readFileSync(path), {
      info: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as ParsedRecord[];
  } catch (error) {
    throw new FluencyError('DATA_FILE_INVALID', `The file is not CSV: ${messageOf(error)}`, {
      value: path,
      nextStep:
        'Export it again as comma-separated text in UTF-8, with quotes around cells that hold commas or quotes.',
      exitCode: EXIT.invalidInput,
    });
  }
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
