import type { Schema } from '../types.ts';
import { FormulaError } from './formula-error.ts';
import type { CompiledFormula, CompileOptions } from './types.ts';

/**
 * Compiles formula text of `object` into SQL.
 *
 * @throws FormulaError for an unknown field or function, a wrong number of arguments or types that do not fit.
 */
export function compileFormula(
  schema: Schema,
  object: string,
  source: string,
  options: CompileOptions,
): CompiledFormula {
  if (!schema.object(object)) throw new FormulaError(`Object ${object} does not exist.`);
  throw new FormulaError(`Formula not compiled: ${source} (${options.blanksAs})`);
}
