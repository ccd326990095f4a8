import type { SqlFragment } from '../../../security/types.ts';
import { numeric, raw, sql, join } from '../sql.ts';
import { parameter, typed, type FormulaFunction, type FunctionTable } from './call.ts';

/** A function of numbers; blank when one of them is. */
function mathFunction(
  count: number,
  render: (...numbers: SqlFragment[]) => SqlFragment,
  minimum = count,
): FormulaFunction {
  return {
    minimum,
    maximum: count,
    compile(call) {
      const given = call.parameters.map((_, index) => parameter(call, index, 'number'));
      return typed(call, 'number', (scope) => render(...given.map((one) => one.toSql(scope))));
    },
  };
}

function extreme(name: 'min' | 'max'): FormulaFunction {
  return {
    minimum: 1,
    maximum: Infinity,
    compile(call) {
      const given = call.parameters.map((_, index) => parameter(call, index, 'number'));
      return typed(call, 'number', (scope) => {
        const numbers = given.map((one) => one.toSql(scope));
        // With one argument the database's functions are aggregates.
        return numbers.length === 1 ? join(numbers, '') : sql`${raw(name)}(${join(numbers, ', ')})`;
      });
    },
  };
}

/**
 * Cuts off what floating-point arithmetic adds: 1.005 * 100 is 100.5, not 100.49999999999999. The database writes a
 * number as text with 15 significant digits.
 */
function exact(number: SqlFragment): SqlFragment {
  return sql`CAST((${number} || '') AS REAL)`;
}

/** Rounded half away from zero to a number of digits behind the point; negative digits round before it. */
export function rounded(number: SqlFragment, digits: SqlFragment): SqlFragment {
  const scale = sql`power(10, ${digits})`;
  return sql`(round(${exact(sql`(${number} * ${scale})`)}) / ${scale})`;
}

/** Up is away from zero, as the platform's CEILING does; FLOOR goes towards zero. */
function awayFromZero(number: SqlFragment): SqlFragment {
  return sql`(sign(${number}) * ceil(abs(${exact(number)})))`;
}

function towardsZero(number: SqlFragment): SqlFragment {
  return sql`(sign(${number}) * floor(abs(${exact(number)})))`;
}

export const MATH_FUNCTIONS: FunctionTable = {
  ABS: mathFunction(1, (number) => sql`abs(${number})`),
  CEILING: mathFunction(1, awayFromZero),
  FLOOR: mathFunction(1, towardsZero),
  MCEILING: mathFunction(1, (number) => sql`ceil(${exact(number)})`),
  MFLOOR: mathFunction(1, (number) => sql`floor(${exact(number)})`),
  ROUND: mathFunction(2, rounded),
  TRUNC: mathFunction(
    2,
    (number, digits = numeric(0)) => {
      const scale = sql`power(10, ${digits})`;
      return sql`(${towardsZero(sql`(${number} * ${scale})`)} / ${scale})`;
    },
    1,
  ),
  MOD: mathFunction(2, (number, divisor) => {
    const ratio = sql`(${number} * 1.0 / NULLIF(${divisor}, 0))`;
    return sql`(${number} - ${divisor} * ${towardsZero(ratio)})`;
  }),
  SQRT: mathFunction(1, (number) => sql`sqrt(${number})`),
  EXP: mathFunction(1, (number) => sql`exp(${number})`),
  LN: mathFunction(1, (number) => sql`ln(${number})`),
  LOG: mathFunction(1, (number) => sql`log10(${number})`),
  PI: mathFunction(0, () => numeric(Math.PI)),
  MIN: extreme('min'),
  MAX: extreme('max'),
};
