import type { FieldPath } from '../../query/plan.ts';
import type { SqlFragment } from '../../security/types.ts';
import { FormulaError } from './formula-error.ts';
import { raw, sql, value } from './sql.ts';
import type { FormulaScope, FormulaType } from './types.ts';

/** A part of a formula whose type is known. `null` is the type of the word NULL and fits every other. */
export interface Typed {
  readonly type: FormulaType | 'null';
  /** Blank text may be NULL or ''; a boolean is always 0 or 1; any other blank is NULL. */
  readonly toSql: (scope: FormulaScope) => SqlFragment;
  /** Where it stands in the source. */
  readonly position: number;
  /** Present for a constant. */
  readonly literal?: string | number | boolean;
  /** Present for a field of a record. */
  readonly path?: FieldPath;
  /** For a field: how the column's value becomes the formula's, e.g. a percentage a fraction. */
  readonly present?: (column: SqlFragment) => SqlFragment;
  /** For an id: the SQL of all 18 characters, where `toSql` gives the 15 that formulas see. */
  readonly fullId?: (scope: FormulaScope) => SqlFragment;
}

const TYPE_NAMES: Readonly<Record<FormulaType | 'null', string>> = {
  text: 'Text',
  id: 'Text',
  number: 'Number',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  null: 'Null',
};

/** A type's name in the platform's messages. */
export function typeName(type: FormulaType | 'null'): string {
  return TYPE_NAMES[type];
}

export function isText(typed: Typed): boolean {
  return typed.type === 'text' || typed.type === 'id' || typed.type === 'null';
}

/** Text that is never NULL. */
export function textSql(typed: Typed, scope: FormulaScope): SqlFragment {
  if (typeof typed.literal === 'string') return value(typed.literal);
  return sql`COALESCE(${typed.toSql(scope)}, '')`;
}

/** 1 where nothing is entered. */
export function blankSql(typed: Typed, scope: FormulaScope): SqlFragment {
  if (typed.type === 'null') return raw('1');
  if (isText(typed)) return sql`(${textSql(typed, scope)} = '')`;
  return sql`(${typed.toSql(scope)} IS NULL)`;
}

/** 1 where both are equal; two blanks are. Texts are compared exactly, ids by their first 15 characters. */
export function equalSql(left: Typed, right: Typed, scope: FormulaScope): SqlFragment {
  if (left.type === 'null') return blankSql(right, scope);
  if (right.type === 'null') return blankSql(left, scope);
  if (left.type === 'id' || right.type === 'id') {
    return sql`(substr(${textSql(left, scope)}, 1, 15) COLLATE BINARY = substr(${textSql(right, scope)}, 1, 15))`;
  }
  if (isText(left) || left.type === 'picklist') {
    return sql`(${textSql(left, scope)} COLLATE BINARY = ${textSql(right, scope)})`;
  }
  return sql`(${left.toSql(scope)} IS ${right.toSql(scope)})`;
}

/** Refuses a picklist where only values of other types are understood. */
export function refusePicklist(typed: Typed): void {
  const name = typed.path?.at(-1) ?? '';
  if (typed.type === 'picklist') {
    const reason = 'Picklist fields are only supported in certain functions.';
    throw new FormulaError(`Field ${name} is a picklist field. ${reason}`, typed.position);
  }
  if (typed.type === 'multipicklist') {
    const reason = 'Multi-select picklist fields are only supported in certain functions.';
    throw new FormulaError(`Field ${name} is a multi-select picklist field. ${reason}`, typed.position);
  }
}

/** True when a value of type `actual` may stand where `expected` is asked for. */
export function fits(actual: FormulaType | 'null', expected: FormulaType): boolean {
  return actual === 'null' || actual === expected || (actual === 'id' && expected === 'text');
}

/** The type that both can be, or undefined. */
export function commonType(a: Typed['type'], b: Typed['type']): Typed['type'] | undefined {
  if (a === 'null' || a === b) return b;
  if (b === 'null') return a;
  if ((a === 'id' && b === 'text') || (a === 'text' && b === 'id')) return 'text';
  return undefined;
}
