import type { SqlFragment } from '../../security/types.ts';
import { FormulaError } from './formula-error.ts';
import { raw, sql } from './sql.ts';
import { blankSql, commonType, equalSql, isText, refusePicklist, textSql, typeName, type Typed } from './typed.ts';
import type { FormulaScope, FormulaType } from './types.ts';

type Operator = (left: Typed, right: Typed, position: number) => Typed;

/** Seconds in a day: times are reckoned in days. */
const DAY = raw('86400.0');

/** Combines two parts by an operator. */
export function applyBinary(operator: string, left: Typed, right: Typed, position: number): Typed {
  const apply = OPERATORS.get(operator);
  if (!apply) throw new FormulaError(`Syntax error. Found '${operator}'`, position);
  refusePicklist(left);
  refusePicklist(right);
  return apply(left, right, position);
}

/** Applies a sign or a negation. */
export function applyUnary(operator: string, operand: Typed, position: number): Typed {
  refusePicklist(operand);
  const expected: FormulaType = operator === '!' ? 'boolean' : 'number';
  if (operand.type !== expected) refuse(operator, [expected], operand);
  if (operator === '+') return operand;
  const { literal } = operand;
  return {
    type: expected,
    position,
    toSql: (scope) => (operator === '!' ? sql`(NOT ${operand.toSql(scope)})` : sql`(- ${operand.toSql(scope)})`),
    ...(operator === '-' && typeof literal === 'number' ? { literal: -literal } : {}),
  };
}

function refuse(operator: string, expected: readonly FormulaType[], received: Typed): never {
  const names = expected.map(typeName).join(', ');
  throw new FormulaError(
    `Incorrect parameter type for operator '${operator}'. Expected ${names}, received ${typeName(received.type)}`,
    received.position,
  );
}

function result(type: FormulaType, position: number, toSql: (scope: FormulaScope) => SqlFragment): Typed {
  return { type, position, toSql };
}

function isMoment(typed: Typed): boolean {
  return typed.type === 'date' || typed.type === 'datetime';
}

/** A date or time, moved by a number of days. A date ignores the part of a day. */
function shift(moment: Typed, days: Typed, sign: '' | '-', position: number): Typed {
  return result(moment.type === 'date' ? 'date' : 'datetime', position, (scope) => {
    const amount = sql`(${raw(sign)}(${days.toSql(scope)}))`;
    if (moment.type === 'date') return sql`date(${moment.toSql(scope)}, CAST(${amount} AS INTEGER) || ' days')`;
    const seconds = sql`(round(${amount} * ${DAY}, 3) || ' seconds')`;
    return sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${moment.toSql(scope)}, ${seconds})`;
  });
}

const add: Operator = (left, right, position) => {
  if (left.type === 'text' || left.type === 'id') return concatenate('+')(left, right, position);
  if (isMoment(left)) {
    if (right.type !== 'number') refuse('+', ['number'], right);
    return shift(left, right, '', position);
  }
  if (left.type !== 'number' && left.type !== 'null') refuse('+', ['number', 'date', 'datetime'], left);
  if (isMoment(right)) return shift(right, left, '', position);
  return arithmetic('+')(left, right, position);
};

const subtract: Operator = (left, right, position) => {
  if (!isMoment(left)) {
    if (left.type !== 'number' && left.type !== 'null') refuse('-', ['number', 'date', 'datetime'], left);
    return arithmetic('-')(left, right, position);
  }
  if (right.type === 'number') return shift(left, right, '-', position);
  if (right.type !== left.type) refuse('-', ['number', left.type === 'date' ? 'date' : 'datetime'], right);
  return result('number', position, (scope) => {
    return sql`(julianday(${left.toSql(scope)}) - julianday(${right.toSql(scope)}))`;
  });
};

function arithmetic(operator: '+' | '-' | '*' | '/' | '^'): Operator {
  return (left, right, position) => {
    for (const side of [left, right])
      if (side.type !== 'number' && side.type !== 'null') refuse(operator, ['number'], side);
    return result('number', position, (scope) => {
      const [a, b] = [left.toSql(scope), right.toSql(scope)];
      if (operator === '^') return sql`power(${a}, ${b})`;
      if (operator === '/') return sql`(${a} * 1.0 / NULLIF(${b}, 0))`;
      return sql`(${a} ${raw(operator)} ${b})`;
    });
  };
}

function concatenate(operator: '&' | '+'): Operator {
  return (left, right, position) => {
    for (const side of [left, right]) if (!isText(side)) refuse(operator, ['text'], side);
    return result('text', position, (scope) => sql`(${textSql(left, scope)} || ${textSql(right, scope)})`);
  };
}

function equality(operator: '=' | '<>'): Operator {
  return (left, right, position) => {
    if (commonType(left.type, right.type) === undefined) {
      refuse(operator, [left.type === 'null' ? 'text' : left.type], right);
    }
    return result('boolean', position, (scope) => {
      const equal = equalSql(left, right, scope);
      return operator === '=' ? equal : sql`(NOT ${equal})`;
    });
  };
}

/** A comparison with a blank is never true. */
function order(operator: '<' | '<=' | '>' | '>='): Operator {
  return (left, right, position) => {
    if (left.type === 'boolean') refuse(operator, ['text', 'number', 'date', 'datetime'], left);
    if (commonType(left.type, right.type) === undefined)
      refuse(operator, [left.type === 'null' ? 'text' : left.type], right);
    return result('boolean', position, (scope) => {
      if (!isText(left)) return sql`COALESCE(${left.toSql(scope)} ${raw(operator)} ${right.toSql(scope)}, 0)`;
      const compared = sql`${textSql(left, scope)} COLLATE BINARY ${raw(operator)} ${textSql(right, scope)}`;
      return sql`(NOT ${blankSql(left, scope)} AND NOT ${blankSql(right, scope)} AND ${compared})`;
    });
  };
}

function logical(operator: '&&' | '||'): Operator {
  return (left, right, position) => {
    for (const side of [left, right]) if (side.type !== 'boolean') refuse(operator, ['boolean'], side);
    const word = raw(operator === '&&' ? 'AND' : 'OR');
    return result('boolean', position, (scope) => sql`(${left.toSql(scope)} ${word} ${right.toSql(scope)})`);
  };
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['+', add],
  ['-', subtract],
  ['*', arithmetic('*')],
  ['/', arithmetic('/')],
  ['^', arithmetic('^')],
  ['&', concatenate('&')],
  ['=', equality('=')],
  ['==', equality('=')],
  ['<>', equality('<>')],
  ['!=', equality('<>')],
  ['<', order('<')],
  ['<=', order('<=')],
  ['>', order('>')],
  ['>=', order('>=')],
  ['&&', logical('&&')],
  ['||', logical('||')],
]);
