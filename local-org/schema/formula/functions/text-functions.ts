import type { SqlFragment } from '../../../security/types.ts';
import { FormulaError } from '../formula-error.ts';
import { raw, sql, value } from '../sql.ts';
import { blankSql, textSql, type Typed } from '../typed.ts';
import type { FormulaScope, FormulaType } from '../types.ts';
import { databasePattern } from './database-pattern.ts';
import { literalText, parameter, typed, type Call, type FormulaFunction, type FunctionTable } from './call.ts';

/** A function of texts and whole numbers; `types` says which parameter is what. */
function textFunction(
  types: readonly FormulaType[],
  result: FormulaType,
  render: (...parameters: SqlFragment[]) => SqlFragment,
  minimum = types.length,
): FormulaFunction {
  return {
    minimum,
    maximum: types.length,
    compile(call) {
      const given = call.parameters.map((_, index) => parameter(call, index, types[index] ?? 'text'));
      return typed(call, result, (scope) => render(...given.map((one) => argument(one, scope))));
    },
  };
}

function argument(one: Typed, scope: FormulaScope): SqlFragment {
  return one.type === 'number' ? sql`CAST(${one.toSql(scope)} AS INTEGER)` : textSql(one, scope);
}

/** A number as text: no trailing zeros, no exponent. */
export function numberText(number: SqlFragment): SqlFragment {
  const shown = sql`rtrim(rtrim(printf('%.10f', ${number}), '0'), '.')`;
  return sql`CASE WHEN ${number} IS NULL THEN NULL ELSE ${shown} END`;
}

function toText(call: Call): Typed {
  const given = parameter(call, 0, 'number', 'date', 'datetime', 'picklist');
  return typed(call, 'text', (scope) => {
    const shown = given.toSql(scope);
    if (given.type === 'number') return numberText(shown);
    if (given.type === 'datetime') return sql`(replace(substr(${shown}, 1, 19), 'T', ' ') || 'Z')`;
    return shown;
  });
}

function pad(side: 'left' | 'right'): FormulaFunction {
  const render = (text: SqlFragment, length: SqlFragment, filling: SqlFragment = value(' ')): SqlFragment => {
    const missing = sql`replace(hex(zeroblob(max(${length} - length(${text}), 0))), '00', ${filling})`;
    const short = sql`substr(${missing}, 1, max(${length} - length(${text}), 0))`;
    const cut = sql`substr(${text}, 1, max(${length}, 0))`;
    return side === 'left' ? sql`(${short} || ${cut})` : sql`(${cut} || ${short})`;
  };
  return textFunction(['text', 'number', 'text'], 'text', render, 2);
}

const NUMBER_PATTERN = "'^[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?$'";

function isNumber(text: SqlFragment): SqlFragment {
  return sql`(trim(${text}) REGEXP ${raw(NUMBER_PATTERN)})`;
}

function pattern(call: Call): string {
  const translated = databasePattern(literalText(call, 1));
  if (translated !== undefined) return translated;
  throw new FormulaError('REGEX() uses a pattern that this org does not support', call.position);
}

function escapeAttribute(text: SqlFragment): SqlFragment {
  return sql`replace(${text}, '"', '&quot;')`;
}

/** Functions that make and take texts apart. Positions count from 1. */
export const TEXT_FUNCTIONS: FunctionTable = {
  TEXT: { minimum: 1, maximum: 1, picklists: true, compile: toText },
  LEN: textFunction(['text'], 'number', (text) => sql`length(${text})`),
  UPPER: textFunction(['text', 'text'], 'text', (text) => sql`upper(${text})`, 1),
  LOWER: textFunction(['text', 'text'], 'text', (text) => sql`lower(${text})`, 1),
  TRIM: textFunction(['text'], 'text', (text) => sql`trim(${text})`),
  LEFT: textFunction(['text', 'number'], 'text', (text, count) => sql`substr(${text}, 1, max(${count}, 0))`),
  RIGHT: textFunction(['text', 'number'], 'text', (text, count) => {
    return sql`CASE WHEN ${count} <= 0 THEN '' ELSE substr(${text}, - min(${count}, length(${text}))) END`;
  }),
  MID: textFunction(['text', 'number', 'number'], 'text', (text, start, count) => {
    return sql`substr(${text}, max(${start}, 1), max(${count}, 0))`;
  }),
  CONTAINS: textFunction(['text', 'text'], 'boolean', (text, part) => sql`(instr(${text}, ${part}) > 0)`),
  BEGINS: textFunction(['text', 'text'], 'boolean', (text, part) => {
    return sql`(substr(${text}, 1, length(${part})) COLLATE BINARY = ${part})`;
  }),
  FIND: textFunction(
    ['text', 'text', 'number'],
    'number',
    (part, text, start = raw('1')) => {
      const rest = sql`instr(substr(${text}, max(${start}, 1)), ${part})`;
      return sql`CASE WHEN ${part} = '' OR ${rest} = 0 THEN 0 ELSE ${rest} + max(${start}, 1) - 1 END`;
    },
    2,
  ),
  SUBSTITUTE: textFunction(
    ['text', 'text', 'text'],
    'text',
    (text, old, fresh) => sql`replace(${text}, ${old}, ${fresh})`,
  ),
  LPAD: pad('left'),
  RPAD: pad('right'),
  BR: textFunction([], 'text', () => sql`char(10)`),
  ISNUMBER: textFunction(['text'], 'boolean', isNumber),
  REGEX: {
    minimum: 2,
    maximum: 2,
    compile(call) {
      const text = parameter(call, 0, 'text');
      const wanted = value(pattern(call));
      return typed(call, 'boolean', (scope) => sql`(${textSql(text, scope)} REGEXP ${wanted})`);
    },
  },
  VALUE: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const text = parameter(call, 0, 'text');
      return typed(call, 'number', (scope) => {
        const shown = textSql(text, scope);
        return sql`CASE WHEN ${isNumber(shown)} THEN CAST(trim(${shown}) AS REAL) END`;
      });
    },
  },
  CASESAFEID: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const given = parameter(call, 0, 'id', 'text');
      return typed(call, 'text', (scope) => given.fullId?.(scope) ?? given.toSql(scope));
    },
  },
  HYPERLINK: {
    minimum: 2,
    maximum: 3,
    compile(call) {
      const [url, label] = [parameter(call, 0, 'text'), parameter(call, 1, 'text')];
      const target = call.parameters.length > 2 ? literalText(call, 2) : '_blank';
      return typed(call, 'text', (scope) => {
        const opening = sql`'<a href="' || ${escapeAttribute(textSql(url, scope))} || '" target="'`;
        const link = sql`${opening} || ${escapeAttribute(value(target))} || '">' || ${textSql(label, scope)} || '</a>'`;
        return sql`CASE WHEN ${blankSql(url, scope)} THEN NULL ELSE ${link} END`;
      });
    },
  },
};
