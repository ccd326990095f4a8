import type { SqlFragment, SqlValue } from '../security/types.ts';
import { comparable, isText, type Expression } from './expression.ts';
import type { StoredLiteral } from './literal-sql.ts';
import type { Comparison } from './plan.ts';
import { allOf, anyOf, joinSql, raw, sql } from './sql.ts';

/** Longer lists travel as one JSON parameter: SQLite takes a limited number of parameters. */
const LONGEST_PARAMETER_LIST = 100;

/** Why the field does not take the operator, or undefined where it does. */
export function unsuitableOperator({ type, path }: Expression, operator: Comparison): string | undefined {
  const shown = type === 'reference' ? 'id' : type;
  switch (operator) {
    case 'like':
      return isText(type) ? undefined : `invalid operator on ${shown} field`;
    case 'includes':
    case 'excludes':
      return type === 'multipicklist' ? undefined : `invalid operator on ${path.at(-1) ?? ''}: ${operator}`;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return type === 'boolean' || type === 'multipicklist' ? `invalid operator on ${shown} field` : undefined;
    default:
      return undefined;
  }
}

/** A comparison with one literal, or with a list where the operator takes one. */
export function comparisonSql(
  expression: Expression,
  operator: Comparison,
  literals: readonly StoredLiteral[],
): SqlFragment {
  switch (operator) {
    case '=':
    case 'in':
      return anyOfLiterals(expression, literals);
    case '!=':
    case 'not in':
      return noneOfLiterals(expression, literals);
    case 'like':
      return like(expression, literals);
    case 'includes':
      return includes(expression, literals);
    case 'excludes':
      return sql`(${expression.sql} IS NULL OR NOT ${includes(expression, literals)})`;
    default:
      return anyOf(literals.map((literal) => ordered(comparable(expression), operator, literal)));
  }
}

function anyOfLiterals(expression: Expression, literals: readonly StoredLiteral[]): SqlFragment {
  const left = comparable(expression);
  const { values, ranges, hasNull } = sorted(literals);
  const conditions = ranges.map(({ from, to }) => sql`(${left} >= ${from} AND ${left} < ${to})`);
  if (values.length > 0) conditions.push(isIn(falseWhenMissing(expression, left), values));
  if (hasNull) conditions.push(sql`${expression.sql} IS NULL`);
  return anyOf(conditions);
}

function noneOfLiterals(expression: Expression, literals: readonly StoredLiteral[]): SqlFragment {
  const left = comparable(expression);
  const { values, ranges, hasNull } = sorted(literals);
  const conditions = ranges.map(({ from, to }) => sql`(${left} < ${from} OR ${left} >= ${to})`);
  const [only] = values;
  const tested = falseWhenMissing(expression, left);
  if (only !== undefined && values.length === 1) conditions.push(sql`${tested} <> ${only}`);
  else if (values.length > 0) conditions.push(sql`${tested} NOT ${raw('IN')} ${list(values)}`);
  if (hasNull) return allOf([sql`${expression.sql} IS NOT NULL`, ...conditions]);
  return tested === left ? anyOf([sql`${expression.sql} IS NULL`, allOf(conditions)]) : allOf(conditions);
}

/** A checkbox of a parent that is not there counts as not checked. */
function falseWhenMissing(expression: Expression, left: SqlFragment): SqlFragment {
  const throughParent = expression.type === 'boolean' && expression.path.length > 1;
  return throughParent ? sql`COALESCE(${left}, 0)` : left;
}

function isIn(left: SqlFragment, values: readonly SqlValue[]): SqlFragment {
  const [only] = values;
  return values.length === 1 && only !== undefined ? sql`${left} = ${only}` : sql`${left} IN ${list(values)}`;
}

function list(values: readonly SqlValue[]): SqlFragment {
  if (values.length > LONGEST_PARAMETER_LIST) return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
  return sql`(${joinSql(
    values.map((value) => sql`${value}`),
    ', ',
  )})`;
}

function ordered(left: SqlFragment, operator: '<' | '<=' | '>' | '>=', literal: StoredLiteral): SqlFragment {
  if (literal.kind === 'null') return raw('0');
  if (literal.kind === 'value') return sql`${left} ${raw(operator)} ${literal.value}`;
  switch (operator) {
    case '<':
    case '>=':
      return sql`${left} ${raw(operator)} ${literal.from}`;
    case '<=':
      return sql`${left} < ${literal.to}`;
    case '>':
      // After a range that reaches to today would be never; clients mean "since".
      return sql`${left} >= ${literal.rolling ? literal.from : literal.to}`;
  }
}

/** SQLite's LIKE ignores the case of ASCII letters, as the platform does, and uses a NOCASE index for `abc%`. */
function like(expression: Expression, literals: readonly StoredLiteral[]): SqlFragment {
  return anyOf(
    literals.map((literal) => {
      if (literal.kind !== 'value' || typeof literal.value !== 'string') return sql`${expression.sql} IS NULL`;
      const escape = literal.value.includes('\\') ? raw(` ESCAPE '\\'`) : raw('');
      return sql`${expression.sql} LIKE ${literal.value}${escape}`;
    }),
  );
}

function includes(expression: Expression, literals: readonly StoredLiteral[]): SqlFragment {
  const alternatives = literals.map((literal) => {
    if (literal.kind !== 'value') return sql`${expression.sql} IS NULL`;
    const parts = String(literal.value).split(';');
    return allOf(
      parts.map((part) => sql`instr(';' || lower(${expression.sql}) || ';', ${`;${part.trim().toLowerCase()};`}) > 0`),
    );
  });
  return sql`COALESCE(${anyOf(alternatives)}, 0)`;
}

interface SortedLiterals {
  readonly values: readonly SqlValue[];
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
  readonly hasNull: boolean;
}

function sorted(literals: readonly StoredLiteral[]): SortedLiterals {
  return {
    values: literals.flatMap((literal) => (literal.kind === 'value' ? [literal.value] : [])),
    ranges: literals.flatMap((literal) => (literal.kind === 'range' ? [literal] : [])),
    hasNull: literals.some((literal) => literal.kind === 'null'),
  };
}
