import type { FieldDefinition, FieldType } from '../schema/types.ts';
import type { SqlFragment } from '../security/types.ts';
import { dateFunction, inTimeZone } from './date-function.ts';
import type { AggregateFunction, FieldPath, SelectedField } from './plan.ts';
import { joinSql, raw, sql } from './sql.ts';
import type { ResolvedField } from './sql-scope.ts';

/** A field reference as SQL, with functions and aggregates applied. */
export interface Expression {
  readonly sql: SqlFragment;
  /** How values compare and print. */
  readonly type: FieldType;
  readonly field: FieldDefinition | undefined;
  readonly path: FieldPath;
  /** The field with its functions, in one spelling: equal references have equal keys. */
  readonly key: string;
  /** True for a bare stored column, which carries its collation and may be indexed. */
  readonly stored: boolean;
  readonly aggregate: boolean;
  /** FORMAT(): to be printed as the person's locale has it. */
  readonly formatted: boolean;
}

/** A function or an aggregate that its field does not take. */
export class ExpressionError extends Error {}

const NUMERIC: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);
const TEXTS: ReadonlySet<FieldType> = new Set([
  'string',
  'textarea',
  'picklist',
  'multipicklist',
  'email',
  'phone',
  'url',
]);

export function isText(type: FieldType): boolean {
  return TEXTS.has(type);
}

/** `COUNT()` of all rows of a group. */
export function rowCount(): Expression {
  return {
    sql: raw('COUNT(*)'),
    type: 'int',
    field: undefined,
    path: [],
    key: 'count()',
    stored: false,
    aggregate: true,
    formatted: false,
  };
}

/** The resolved field with the reference's function and aggregate around it. @throws ExpressionError */
export function expressionOf(resolved: ResolvedField, reference: SelectedField, setting: Setting): Expression {
  const plain: Expression = {
    sql: resolved.sql,
    type: resolved.field.type,
    field: resolved.field,
    path: resolved.path,
    key: resolved.path.join('.').toLowerCase(),
    stored: resolved.stored,
    aggregate: false,
    formatted: false,
  };
  const applied =
    reference.function === undefined ? plain : applyFunction(plain, reference, reference.function, setting);
  return reference.aggregate === undefined ? applied : applyAggregate(applied, reference.aggregate);
}

interface Setting {
  readonly timeZone: string;
  readonly fiscalYearStartMonth: number;
}

/** SQL with the collation in which texts compare: that of a stored column, or case-insensitive. */
export function comparable(expression: Expression): SqlFragment {
  const { stored, type, field } = expression;
  if (!isText(type)) return expression.sql;
  if (field?.caseSensitive === true && stored) return sql`${expression.sql} COLLATE BINARY`;
  return stored ? expression.sql : sql`(${expression.sql}) COLLATE NOCASE`;
}

function applyFunction(plain: Expression, reference: SelectedField, name: string, setting: Setting): Expression {
  const key = `${name.toLowerCase()}(${plain.key})`;
  if (name === 'TOLABEL') return { ...plain, sql: labelSql(plain), key, stored: false };
  if (name === 'FORMAT') return { ...plain, key, formatted: true };
  if (name === 'CONVERTCURRENCY') {
    if (plain.type !== 'currency') throw new ExpressionError(`field ${nameOf(plain)} does not support convertCurrency`);
    return plain;
  }
  const definition = dateFunction(name);
  if (!definition) throw new ExpressionError(`unknown function: ${name}`);
  const isDatetime = plain.type === 'datetime';
  if (
    !isDatetime &&
    (plain.type !== 'date' || definition.datetimeOnly === true || reference.convertTimezone === true)
  ) {
    throw new ExpressionError(`field ${nameOf(plain)} is not a datetime field, as ${name} needs it`);
  }
  const local = reference.convertTimezone === true ? inTimeZone(plain.sql, setting.timeZone) : plain.sql;
  return {
    ...plain,
    sql: definition.toSql(local, setting.fiscalYearStartMonth),
    type: definition.type,
    key: reference.convertTimezone === true ? `local ${key}` : key,
    stored: false,
  };
}

function applyAggregate(operand: Expression, aggregate: AggregateFunction): Expression {
  const { sql: value, type } = operand;
  const base = { ...operand, key: `${aggregate}(${operand.key})`, stored: false, aggregate: true };
  const numeric = NUMERIC.has(type);
  switch (aggregate) {
    case 'count':
      return { ...base, sql: sql`COUNT(${value})`, type: 'int' };
    case 'count_distinct':
      return { ...base, sql: sql`COUNT(DISTINCT ${comparable(operand)})`, type: 'int' };
    case 'sum':
    case 'avg':
      if (!numeric) throw unsupported(operand, aggregate);
      return { ...base, sql: sql`${raw(aggregate.toUpperCase())}(${value})`, type: 'double' };
    case 'min':
    case 'max':
      if (type === 'boolean' || type === 'multipicklist' || type === 'anyType') throw unsupported(operand, aggregate);
      return { ...base, sql: sql`${raw(aggregate.toUpperCase())}(${comparable(operand)})` };
  }
}

function labelSql({ sql: value, field }: Expression): SqlFragment {
  const labels = (field?.picklist?.values ?? []).filter((entry) => entry.label !== entry.value);
  if (labels.length === 0) return value;
  const cases = labels.map((entry) => sql`WHEN ${entry.value} THEN ${entry.label}`);
  return sql`CASE ${value} ${joinSql(cases, ' ')} ELSE ${value} END`;
}

function unsupported(operand: Expression, aggregate: string): ExpressionError {
  return new ExpressionError(`field ${nameOf(operand)} does not support aggregate operator ${aggregate.toUpperCase()}`);
}

function nameOf(expression: Expression): string {
  return expression.path.at(-1) ?? '';
}
