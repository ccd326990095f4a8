import type { FieldType, FilterOperation, RollupFilter } from '../schema/types.ts';
import type { SqlFragment } from '../security/types.ts';
import { comparisonSql, unsuitableOperator } from './comparison.ts';
import { expressionOf, isText, type Expression } from './expression.ts';
import { LiteralError, storedLiteral } from './literal-sql.ts';
import type { Comparison, Literal } from './plan.ts';
import { sql } from './sql.ts';
import type { ResolvedField } from './sql-scope.ts';

/** A filter that its field does not take; the message says why. */
export class RollupFilterError extends Error {}

const OPERATORS: Readonly<Record<FilterOperation, Comparison>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
  contains: 'like',
  notContain: 'like',
  startsWith: 'like',
  includes: 'includes',
  excludes: 'excludes',
};

/**
 * The condition that a detail has to meet to count in a roll-up.
 *
 * @param today `YYYY-MM-DD`
 * @throws RollupFilterError when the field does not take the operation or the value.
 */
export function rollupFilterSql(resolved: ResolvedField, filter: RollupFilter, today: string): SqlFragment {
  const setting = { timeZone: 'UTC', calendar: { today, firstDayOfWeek: 0, fiscalYearStartMonth: 1 } };
  const { timeZone, calendar } = setting;
  const expression = expressionOf(resolved, { path: resolved.path }, { timeZone, ...calendar });
  const operator = OPERATORS[filter.operation];
  const unsuitable = unsuitableOperator(expression, operator);
  if (unsuitable !== undefined) throw new RollupFilterError(unsuitable);
  const literals = literalsOf(expression, filter).map((literal) => {
    try {
      return storedLiteral(literal, expression.type, filter.field, setting);
    } catch (error) {
      if (error instanceof LiteralError) throw new RollupFilterError(error.message);
      throw error;
    }
  });
  const condition = comparisonSql(expression, operator, literals);
  return filter.operation === 'notContain' ? sql`((${condition}) IS NOT TRUE)` : condition;
}

/** The values between the commas; nothing at all asks for blanks. */
function literalsOf({ type }: Expression, { operation, value }: RollupFilter): Literal[] {
  const parts = value.split(',').map((part) => part.trim());
  return parts.map((part) => (part === '' ? { kind: 'null' } : literalOf(type, pattern(operation, part))));
}

/** Text with `%` where a `like` leaves it open; what the value itself has of wildcards stands for itself. */
function pattern(operation: FilterOperation, text: string): string {
  const plain = text.replaceAll(/[\\%_]/g, String.raw`\$&`);
  switch (operation) {
    case 'contains':
    case 'notContain':
      return `%${plain}%`;
    case 'startsWith':
      return `${plain}%`;
    default:
      return text;
  }
}

function literalOf(type: FieldType, text: string): Literal {
  if (isText(type) || type === 'id' || type === 'reference') return { kind: 'string', value: text };
  switch (type) {
    case 'boolean':
      return { kind: 'boolean', value: booleanOf(text) };
    case 'date':
      return { kind: 'date', value: dayOf(text) };
    case 'datetime':
      return { kind: 'datetime', value: text };
    default:
      if (Number.isNaN(Number(text))) throw new RollupFilterError(`${text} is no number`);
      return { kind: 'number', value: Number(text) };
  }
}

function booleanOf(text: string): boolean {
  if (/^(true|1)$/i.test(text)) return true;
  if (/^(false|0)$/i.test(text)) return false;
  throw new RollupFilterError(`${text} is neither True nor False`);
}

/** Metadata writes days as `1/31/2026`. */
function dayOf(text: string): string {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month?.padStart(2, '0') ?? ''}-${day?.padStart(2, '0') ?? ''}`;
}
