import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { OrgInput, OrgInputValue } from './org-client.ts';

/** What Bulk API 2.0 reads as "make this field blank"; an empty cell means "leave it". */
const BLANK = '#N/A';

/** The records as one CSV text for Bulk API 2.0; a nested `{Account: {Key__c: 'x'}}` becomes column `Account.Key__c`. */
export function toBulkCsv(records: readonly OrgInput[]): string {
  const rows = records.map(flatten);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify(
    rows.map((row) => columns.map((column) => row[column] ?? '')),
    { header: true, columns, record_delimiter: '\n' },
  );
}

/** A CSV text of Bulk API 2.0 as rows by column name. */
export function fromBulkCsv(text: string): Record<string, string>[] {
  return parse(text, { columns: true, skip_empty_lines: true, bom: true, relax_quotes: true }) as Record<
    string,
    string
  >[];
}

function flatten(record: OrgInput): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [name, value] of Object.entries(record)) {
    if (typeof value === 'object' && value !== null) {
      for (const [key, reference] of Object.entries(value)) row[`${name}.${key}`] = reference;
    } else {
      row[name] = cell(value);
    }
  }
  return row;
}

function cell(value: Exclude<OrgInputValue, Readonly<Record<string, string>>>): string {
  return value === null || value === '' ? BLANK : String(value);
}
