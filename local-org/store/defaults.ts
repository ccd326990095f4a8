import type { FieldDefinition, Schema } from '../schema/types.ts';
import { compileFormula } from '../schema/formula/compile-formula.ts';
import type { SqlValue } from '../security/types.ts';
import type { ObjectTable } from './object-table.ts';
import type { SqlDatabase, StoredRow } from './sql-database.ts';
import type { WriteMoment } from './write-moment.ts';

/** Fills what a new record was not given. A field given as blank stays blank. */
export function applyDefaults(
  database: SqlDatabase,
  schema: Schema,
  table: ObjectTable,
  row: StoredRow,
  moment: WriteMoment,
): void {
  for (const field of table.withDefault) {
    if (row[field.name] !== undefined) continue;
    row[field.name] = defaultOf(database, schema, table, field, moment);
  }
}

function defaultOf(
  database: SqlDatabase,
  schema: Schema,
  table: ObjectTable,
  field: FieldDefinition,
  moment: WriteMoment,
): SqlValue {
  const chosen = field.picklist?.values.find(({ isDefault, active }) => isDefault && active)?.value;
  if (chosen !== undefined) return chosen;
  const source = field.defaultValue?.trim() ?? '';
  const literal = literalOf(source, moment);
  if (literal !== undefined) return field.type === 'boolean' ? Number(literal) : literal;
  const compiled = compileFormula(schema, table.definition.name, source, { blanksAs: 'blank', allowFields: false });
  const { sql, parameters } = compiled.toSql({
    column: () => ({ sql: 'NULL', parameters: [] }),
    ...moment.formulaContext,
  });
  return database.value(`SELECT ${sql}`, parameters) ?? null;
}

/** Most defaults are plain values; they need no compiler. */
function literalOf(source: string, moment: WriteMoment): SqlValue | undefined {
  if (source === '') return null;
  if (/^-?\d+(\.\d+)?$/.test(source)) return Number(source);
  if (/^true$/i.test(source)) return 1;
  if (/^false$/i.test(source)) return 0;
  if (/^today\(\s*\)$/i.test(source)) return moment.formulaContext.today;
  if (/^now\(\s*\)$/i.test(source)) return moment.formulaContext.now;
  return /^"([^"\\]*)"$/.exec(source)?.[1] ?? /^'([^'\\]*)'$/.exec(source)?.[1];
}
