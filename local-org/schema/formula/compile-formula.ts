import type { FieldPath } from '../../query/plan.ts';
import type { Schema } from '../types.ts';
import { FormulaError } from './formula-error.ts';
import { compileCall } from './functions/call.ts';
import { FUNCTIONS } from './functions/functions.ts';
import { applyBinary, applyUnary } from './operators.ts';
import { parseFormula, type Expression } from './parse.ts';
import { resolveField } from './resolve-field.ts';
import { resolveGlobal } from './resolve-global.ts';
import { numeric, raw, sql, value } from './sql.ts';
import { fits, typeName, type Typed } from './typed.ts';
import type { CompiledFormula, CompileOptions } from './types.ts';

/**
 * Compiles formula text of `object` into SQL.
 *
 * @throws FormulaError for an unknown field or function, a wrong number of parameters or types that do not fit.
 */
export function compileFormula(
  schema: Schema,
  object: string,
  source: string,
  options: CompileOptions,
): CompiledFormula {
  const compilation = new Compilation(schema, object, options);
  const result = compilation.compile(parseFormula(source));
  const returnType = returnTypeOf(result, options);
  return {
    returnType,
    paths: [...compilation.paths.values()],
    permissions: [...compilation.permissions],
    toSql(scope) {
      const fragment = result.toSql(scope);
      if (returnType === 'text' || returnType === 'id') return sql`NULLIF(${fragment}, '')`;
      if (returnType === 'boolean') return sql`COALESCE(${fragment}, 0)`;
      return options.expected === 'percent' ? sql`(${fragment} * ${numeric(100)})` : fragment;
    },
  };
}

function returnTypeOf(result: Typed, { expected }: CompileOptions): CompiledFormula['returnType'] {
  const wanted = expected === 'percent' ? 'number' : expected;
  if (wanted === undefined || fits(result.type, wanted)) {
    if (wanted !== undefined) return wanted;
    return result.type === 'null' ? 'text' : result.type;
  }
  throw new FormulaError(
    `Formula result is data type (${typeName(result.type)}), incompatible with expected data type (${typeName(wanted)}).`,
    result.position,
  );
}

class Compilation {
  readonly paths = new Map<string, FieldPath>();
  readonly permissions = new Set<string>();
  readonly #schema: Schema;
  readonly #object: string;
  readonly #options: CompileOptions;

  constructor(schema: Schema, object: string, options: CompileOptions) {
    this.#schema = schema;
    this.#object = object;
    this.#options = options;
  }

  compile(expression: Expression): Typed {
    const { position } = expression;
    switch (expression.kind) {
      case 'number':
        return { type: 'number', position, literal: expression.value, toSql: () => numeric(expression.value) };
      case 'text':
        return { type: 'text', position, literal: expression.value, toSql: () => value(expression.value) };
      case 'boolean':
        return { type: 'boolean', position, literal: expression.value, toSql: () => raw(expression.value ? '1' : '0') };
      case 'null':
        return { type: 'null', position, toSql: () => raw('NULL') };
      case 'name':
        return this.#name(expression.name, position);
      case 'unary':
        return applyUnary(expression.operator, this.compile(expression.operand), position);
      case 'binary':
        return applyBinary(
          expression.operator,
          this.compile(expression.left),
          this.compile(expression.right),
          position,
        );
      case 'call':
        return this.#call(expression.name, expression.parameters, position);
    }
  }

  #name(name: string, position: number): Typed {
    if (name.startsWith('$')) {
      const { typed, permission } = resolveGlobal(this.#schema, name, position, this.#options);
      if (permission !== undefined) this.permissions.add(permission);
      return typed;
    }
    if (this.#options.allowFields === false) {
      throw new FormulaError(`Field ${name} may not be used in this type of formula`, position);
    }
    const field = resolveField(this.#schema, this.#object, name, position, this.#options);
    if (field.path) this.paths.set(field.path.join('.'), field.path);
    return field;
  }

  #call(name: string, parameters: readonly Expression[], position: number): Typed {
    const definition = FUNCTIONS.get(name);
    if (!definition) throw new FormulaError(`Unknown function ${name}. Check spelling.`, position);
    const compiled = parameters.map((one) => this.compile(one));
    return compileCall(definition, { name, parameters: compiled, position, options: this.#options });
  }
}
