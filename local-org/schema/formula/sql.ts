import type { SqlFragment, SqlValue } from '../../security/types.ts';

/** A tagged template for SQL: fragments are spliced in with their parameters, in order. */
export function sql(strings: TemplateStringsArray, ...parts: readonly SqlFragment[]): SqlFragment {
  let text = strings[0] ?? '';
  const parameters: SqlValue[] = [];
  parts.forEach((part, index) => {
    text += part.sql + (strings[index + 1] ?? '');
    parameters.push(...part.parameters);
  });
  return { sql: text, parameters };
}

/** A value that reaches the database as a bound parameter. */
export function value(parameter: SqlValue): SqlFragment {
  return { sql: '?', parameters: [parameter] };
}

/** A number written into the SQL, always as a real number so that a division is never a whole-number division. */
export function numeric(amount: number): SqlFragment {
  const text = String(amount);
  return { sql: /[.eE]/.test(text) ? text : `${text}.0`, parameters: [] };
}

/** SQL without parameters. Never call it with text that a user wrote. */
export function raw(text: string): SqlFragment {
  return { sql: text, parameters: [] };
}

export function join(parts: readonly SqlFragment[], separator: string): SqlFragment {
  return {
    sql: parts.map((part) => part.sql).join(separator),
    parameters: parts.flatMap((part) => part.parameters),
  };
}
