import { OrgError } from '../error.ts';
import type { ApexQuery } from './read-apex-class.ts';

/**
 * The query's text with the values of its binds in their places, quoted so that a value stays a value.
 *
 * @throws OrgError `APEX_ERROR` for a bind that is no parameter, or a value that cannot stand in a query
 */
export function bindQuery({ text, binds, kind }: ApexQuery, values: ReadonlyMap<string, unknown>): string {
  let bound = '';
  let from = 0;
  for (const { start, end, name } of [...binds].sort((a, b) => a.start - b.start)) {
    const key = name.toLowerCase();
    if (!values.has(key)) {
      throw new OrgError('APEX_ERROR', `Binds other than parameters do not run in this org: ${name}`, { status: 501 });
    }
    const value = values.get(key);
    const isSearch = kind === 'sosl' && /^\s*FIND\s*$/i.test(text.slice(0, start));
    bound += text.slice(from, start) + (isSearch ? searchText(value) : literal(name, value));
    from = end;
  }
  return bound + text.slice(from);
}

/** What FIND looks for keeps its operators and wildcards; only braces would end it early. */
function searchText(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  return `{${text.replace(/\\[^]|[{}]|\\$/g, (piece) => (piece.length === 1 ? `\\${piece}` : piece))}}`;
}

function literal(name: string, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `(${value.map((each) => literal(name, each)).join(', ')})`;
  throw new OrgError('APEX_ERROR', `The value of ${name} cannot stand in a query`);
}

function quoted(value: string): string {
  const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `'${value.replace(/[\\']/g, '\\$&').replace(/[\n\r\t]/g, (found) => escapes[found] ?? found)}'`;
}
