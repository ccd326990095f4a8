import { FormulaError } from '../formula-error.ts';
import { join, raw, sql, value } from '../sql.ts';
import { blankSql, commonType, equalSql, isText, refusePicklist, textSql, typeName, type Typed } from '../typed.ts';
import {
  literalText,
  parameter,
  refuseType,
  typed,
  type Call,
  type FormulaFunction,
  type FunctionTable,
} from './call.ts';

function allOf(word: 'AND' | 'OR'): FormulaFunction {
  return {
    minimum: 1,
    maximum: Infinity,
    compile(call) {
      const conditions = call.parameters.map((_, index) => parameter(call, index, 'boolean'));
      return typed(call, 'boolean', (scope) => {
        const parts = conditions.map((condition) => condition.toSql(scope));
        return sql`(${join(parts, ` ${word} `)})`;
      });
    },
  };
}

/** The type of several alternatives, of which one is the result. */
function resultType(call: Call, alternatives: readonly Typed[]): Typed['type'] {
  let type: Typed['type'] = 'null';
  for (const alternative of alternatives) {
    const common = commonType(type, alternative.type);
    if (common === undefined) refuseType(call, [typeName(type)], alternative);
    type = common;
  }
  return type;
}

const caseOf: FormulaFunction = {
  minimum: 4,
  maximum: Infinity,
  picklists: true,
  compile(call) {
    const [subject, ...rest] = call.parameters;
    const otherwise = rest.pop();
    if (subject === undefined || otherwise === undefined || rest.length % 2 !== 0) {
      const received = call.parameters.length;
      throw new FormulaError(
        `Incorrect number of parameters for function 'CASE()'. Expected ${received + 1}, received ${received}`,
        call.position,
      );
    }
    if (subject.type === 'multipicklist') refusePicklist(subject);
    const keys = rest.filter((_, index) => index % 2 === 0);
    const results = rest.filter((_, index) => index % 2 === 1);
    for (const key of keys) {
      refusePicklist(key);
      const wanted = subject.type === 'picklist' ? 'text' : subject.type;
      if (commonType(wanted, key.type) === undefined) refuseType(call, [typeName(wanted)], key);
    }
    [...results, otherwise].forEach(refusePicklist);
    return typed(call, resultType(call, [...results, otherwise]), (scope) => {
      const arms = keys.map((key, index) => {
        const result = results[index] ?? otherwise;
        return sql`WHEN ${equalSql(subject, key, scope)} THEN ${result.toSql(scope)}`;
      });
      return sql`CASE ${join(arms, ' ')} ELSE ${otherwise.toSql(scope)} END`;
    });
  },
};

/** `value`, or `substitute` where it is blank. */
function orElse(call: Call): Typed {
  const [given, substitute] = [parameter(call, 0), parameter(call, 1)];
  return typed(call, resultType(call, [given, substitute]), (scope) => {
    if (isText(given)) return sql`COALESCE(NULLIF(${given.toSql(scope)}, ''), ${substitute.toSql(scope)})`;
    return sql`COALESCE(${given.toSql(scope)}, ${substitute.toSql(scope)})`;
  });
}

/** Functions that decide, and that look whether something is there. */
export const LOGIC_FUNCTIONS: FunctionTable = {
  AND: allOf('AND'),
  OR: allOf('OR'),
  NOT: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const condition = parameter(call, 0, 'boolean');
      return typed(call, 'boolean', (scope) => sql`(NOT ${condition.toSql(scope)})`);
    },
  },
  IF: {
    minimum: 3,
    maximum: 3,
    compile(call) {
      const [condition, yes, no] = [parameter(call, 0, 'boolean'), parameter(call, 1), parameter(call, 2)];
      return typed(call, resultType(call, [yes, no]), (scope) => {
        return sql`CASE WHEN ${condition.toSql(scope)} THEN ${yes.toSql(scope)} ELSE ${no.toSql(scope)} END`;
      });
    },
  },
  CASE: caseOf,
  ISBLANK: {
    minimum: 1,
    maximum: 1,
    picklists: true,
    compile(call) {
      const given = parameter(call, 0);
      if (given.type === 'picklist') refusePicklist(given);
      return typed(call, 'boolean', (scope) => blankSql(given, scope));
    },
  },
  ISNULL: {
    minimum: 1,
    maximum: 1,
    picklists: true,
    compile(call) {
      const given = parameter(call, 0);
      if (given.type === 'picklist') refusePicklist(given);
      // A text field is never null on the platform, only empty.
      const never = given.type === 'text' || given.type === 'id';
      return typed(call, 'boolean', (scope) => (never ? raw('0') : blankSql(given, scope)));
    },
  },
  BLANKVALUE: { minimum: 2, maximum: 2, compile: orElse },
  NULLVALUE: {
    minimum: 2,
    maximum: 2,
    compile(call) {
      const given = parameter(call, 0);
      const substitute = parameter(call, 1);
      if (given.type !== 'text' && given.type !== 'id') return orElse(call);
      return typed(call, resultType(call, [given, substitute]), given.toSql);
    },
  },
  ISPICKVAL: {
    minimum: 2,
    maximum: 2,
    picklists: true,
    compile(call) {
      const field = parameter(call, 0);
      if (field.type !== 'picklist') refuseType(call, ['picklist'], field);
      const wanted = literalText(call, 1);
      return typed(call, 'boolean', (scope) => sql`(${textSql(field, scope)} COLLATE BINARY = ${value(wanted)})`);
    },
  },
  INCLUDES: {
    minimum: 2,
    maximum: 2,
    picklists: true,
    compile(call) {
      const field = parameter(call, 0);
      if (field.type !== 'multipicklist') refuseType(call, ['multipicklist'], field);
      const wanted = value(`;${literalText(call, 1)};`);
      return typed(call, 'boolean', (scope) => {
        return sql`(instr(';' || COALESCE(${field.toSql(scope)}, '') || ';', ${wanted}) > 0)`;
      });
    },
  },
};
