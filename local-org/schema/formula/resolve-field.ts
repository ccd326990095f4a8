import type { FieldPath } from '../../query/plan.ts';
import type { SqlFragment } from '../../security/types.ts';
import type { FieldDefinition, Schema } from '../types.ts';
import { FormulaError } from './formula-error.ts';
import { numeric, sql } from './sql.ts';
import type { Typed } from './typed.ts';
import type { CompileOptions, FormulaType } from './types.ts';

/** What a formula sees of a field of this type. */
export function formulaType(field: FieldDefinition): FormulaType {
  switch (field.type) {
    case 'id':
    case 'reference':
      return 'id';
    case 'boolean':
    case 'date':
    case 'datetime':
    case 'picklist':
    case 'multipicklist':
      return field.type;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return 'number';
    default:
      return 'text';
  }
}

/** A field named in a formula, by way of its parents: `Account.Owner.Name`, `Owner:User.Email`. */
export function resolveField(
  schema: Schema,
  object: string,
  name: string,
  position: number,
  options: CompileOptions,
): Typed {
  const steps = name.split('.');
  const last = steps.pop() ?? name;
  const path: string[] = [];
  let current = object;
  for (const step of steps) {
    // A formula may also name its own object first: `Opportunity.Amount` in a formula of Opportunity.
    if (path.length === 0 && step.toLowerCase() === object.toLowerCase() && !schema.parent(object, step)) continue;
    const next = follow(schema, current, step);
    if (next === undefined) throw unknownField(name, position);
    path.push(next.step);
    current = next.object;
  }
  const field = schema.field(current, last);
  if (!field) throw unknownField(name, position);
  if (field.type === 'textarea' && (field.length ?? 0) > 255 && options.allowRecordState !== true) {
    throw new FormulaError(`Field ${field.name} may not be used in this type of formula`, position);
  }
  return fieldPart(field, [...path, field.name], position, options);
}

function follow(schema: Schema, object: string, step: string): { step: string; object: string } | undefined {
  const [relationship = step, target] = step.split(':');
  const reference = schema.parent(object, relationship);
  if (!reference) return undefined;
  const chosen =
    target === undefined
      ? reference.referenceTo.length === 1 && reference.referenceTo[0]
      : reference.referenceTo.find((candidate) => candidate.toLowerCase() === target.toLowerCase());
  if (!chosen) return undefined;
  const shown = reference.relationshipName ?? relationship;
  return { step: target === undefined ? shown : `${shown}:${chosen}`, object: chosen };
}

function unknownField(name: string, position: number): FormulaError {
  return new FormulaError(`Field ${name} does not exist. Check spelling.`, position);
}

function fieldPart(field: FieldDefinition, path: FieldPath, position: number, options: CompileOptions): Typed {
  const type = formulaType(field);
  const present = presentation(field, type, options);
  return {
    type,
    position,
    path,
    present,
    toSql: (scope) => present(scope.column(path)),
    ...(type === 'id' ? { fullId: (scope) => scope.column(path) } : {}),
  };
}

function presentation(
  field: FieldDefinition,
  type: FormulaType,
  options: CompileOptions,
): (column: SqlFragment) => SqlFragment {
  if (type === 'boolean') return (column) => sql`COALESCE(${column}, 0)`;
  if (type === 'id') return (column) => sql`substr(${column}, 1, 15)`;
  if (type !== 'number') return (column) => column;
  const zero = options.blanksAs === 'zero';
  return (column) => {
    const number = zero ? sql`COALESCE(${column}, ${numeric(0)})` : column;
    return field.type === 'percent' ? sql`(${number} / ${numeric(100)})` : number;
  };
}
