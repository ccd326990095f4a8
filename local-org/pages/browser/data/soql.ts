import { orgRequest } from '../api/org-request.ts';

/** A row of a query, parents nested. */
export interface QueryRow {
  readonly [field: string]: unknown;
}

export interface QueryAnswer {
  readonly totalSize: number;
  readonly records: readonly QueryRow[];
}

/** Runs a query as this person. The shell's own lists use it; deployed components use GraphQL. */
export function query(soql: string): Promise<QueryAnswer> {
  return orgRequest('GET', `/query?q=${encodeURIComponent(soql)}`);
}

/** Text as a SOQL string literal. */
export function literal(text: string): string {
  return `'${escaped(text)}'`;
}

/** A pattern for LIKE that holds this very text, whatever wildcards are in it. */
export function containing(text: string): string {
  return `'%${escaped(text).replace(/[%_]/g, (wildcard) => `\\${wildcard}`)}%'`;
}

function escaped(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/'/g, "\\'")
    .replace(/[\r\n]+/g, ' ');
}

/** The value under a path such as `Account.Name`. */
export function valueAt(row: QueryRow, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as QueryRow | null | undefined)?.[name], row);
}
