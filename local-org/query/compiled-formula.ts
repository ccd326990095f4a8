import { compileFormula } from '../schema/formula/compile-formula.ts';
import type { CompiledFormula, FormulaType } from '../schema/formula/types.ts';
import type { FieldDefinition, FieldType, Schema } from '../schema/types.ts';

const compiled = new WeakMap<Schema, WeakMap<FieldDefinition, CompiledFormula>>();

/** The formula of a formula field, compiled once for each schema. */
export function compiledFormula(schema: Schema, object: string, field: FieldDefinition): CompiledFormula {
  let formulas = compiled.get(schema);
  if (!formulas) compiled.set(schema, (formulas = new WeakMap()));
  let formula = formulas.get(field);
  if (!formula) {
    if (!field.formula) throw new Error(`${object}.${field.name} is not a formula field`);
    const { source, blanksAs } = field.formula;
    formula = compileFormula(schema, object, source, { blanksAs, expected: formulaType(field.type) });
    formulas.set(field, formula);
  }
  return formula;
}

function formulaType(type: FieldType): FormulaType {
  switch (type) {
    case 'boolean':
    case 'date':
    case 'datetime':
      return type;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return 'number';
    default:
      return 'text';
  }
}
