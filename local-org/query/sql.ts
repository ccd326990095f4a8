import type { SqlFragment, SqlValue } from '../security/types.ts';

/** A piece of SQL; values in `${}` become parameters, fragments are spliced in with theirs. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlFragment | SqlValue)[]): SqlFragment {
  let text = strings[0] ?? '';
  const parameters: SqlValue[] = [];
  parts.forEach((part, index) => {
    if (part !== null && typeof part === 'object') {
      text += part.sql;
      parameters.push(...part.parameters);
    } else {
      text += '?';
      parameters.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return { sql: text, parameters };
}

/** SQL text without parameters. Only for text that no caller of the org wrote. */
export function raw(text: string): SqlFragment {
  return { sql: text, parameters: [] };
}

/** A quoted table or column name. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The column of an aliased table. */
export function columnOf(alias: string, name: string): SqlFragment {
  return raw(`${alias}.${identifier(name)}`);
}

export function joinSql(fragments: readonly SqlFragment[], separator: string): SqlFragment {
  return {
    sql: fragments.map((fragment) => fragment.sql).join(separator),
    parameters: fragments.flatMap((fragment) => fragment.parameters),
  };
}

/** `(a AND b)`; true for no conditions. */
export function allOf(conditions: readonly SqlFragment[]): SqlFragment {
  return group(conditions, ' AND ', '1');
}

/** `(a OR b)`; false for no conditions. */
export function anyOf(conditions: readonly SqlFragment[]): SqlFragment {
  return group(conditions, ' OR ', '0');
}

/** SQLite refuses trees of more than 1,000 levels, and reads `a OR b OR c` as one level a term. */
const LONGEST_CHAIN = 200;

function group(conditions: readonly SqlFragment[], separator: string, empty: string): SqlFragment {
  const [first] = conditions;
  if (first === undefined) return raw(empty);
  if (conditions.length === 1) return first;
  const half = conditions.length / 2;
  const terms =
    conditions.length <= LONGEST_CHAIN
      ? conditions
      : [conditions.slice(0, half), conditions.slice(half)].map((part) => group(part, separator, empty));
  const joined = joinSql(terms, separator);
  return { sql: `(${joined.sql})`, parameters: joined.parameters };
}
