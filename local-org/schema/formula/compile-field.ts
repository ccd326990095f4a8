import type { FieldDefinition, Schema, ValidationRule } from '../types.ts';
import { compileFormula } from './compile-formula.ts';
import { FormulaError } from './formula-error.ts';
import { rounded } from './functions/math-functions.ts';
import { formulaType } from './resolve-field.ts';
import { numeric } from './sql.ts';
import type { CompiledFormula } from './types.ts';

const compiledFields = new WeakMap<Schema, Map<FieldDefinition, CompiledFormula>>();
const compiledRules = new WeakMap<Schema, Map<ValidationRule, CompiledFormula>>();

/**
 * The formula of a formula field, compiled once for each schema. Numbers are rounded to the field's scale.
 *
 * @throws FormulaError when the field has no formula or it does not compile.
 */
export function compileFieldFormula(schema: Schema, object: string, field: FieldDefinition): CompiledFormula {
  return remember(compiledFields, schema, field, () => {
    const { formula } = field;
    if (!formula) throw new FormulaError(`Field ${field.name} has no formula.`);
    const expected = field.type === 'percent' ? 'percent' : formulaType(field);
    const compiled = compileFormula(schema, object, formula.source, { blanksAs: formula.blanksAs, expected });
    const { scale } = field;
    if (compiled.returnType !== 'number' || scale === undefined) return compiled;
    return { ...compiled, toSql: (scope) => rounded(compiled.toSql(scope), numeric(scale)) };
  });
}

/** The condition of a validation rule, compiled once for each schema: 1 where the record is refused. */
export function compileRule(schema: Schema, object: string, rule: ValidationRule): CompiledFormula {
  return remember(compiledRules, schema, rule, () => {
    return compileFormula(schema, object, rule.condition, {
      blanksAs: 'blank',
      expected: 'boolean',
      allowRecordState: true,
    });
  });
}

/**
 * The default value of a field, or undefined when it has none. It looks at no record, only at the clock and the user.
 *
 * @throws FormulaError when the default does not compile to the field's type.
 */
export function compileDefault(schema: Schema, object: string, field: FieldDefinition): CompiledFormula | undefined {
  if (field.defaultValue === undefined) return undefined;
  const type = formulaType(field);
  const expected = type === 'picklist' || type === 'multipicklist' || type === 'id' ? 'text' : type;
  return compileFormula(schema, object, field.defaultValue, { blanksAs: 'blank', expected, allowFields: false });
}

function remember<K extends object>(
  cache: WeakMap<Schema, Map<K, CompiledFormula>>,
  schema: Schema,
  key: K,
  compile: () => CompiledFormula,
): CompiledFormula {
  const known = cache.get(schema) ?? new Map<K, CompiledFormula>();
  cache.set(schema, known);
  const found = known.get(key) ?? compile();
  known.set(key, found);
  return found;
}
