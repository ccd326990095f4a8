import type { FieldDefinition, Schema } from '../../schema/types.ts';
import type { FieldValue, RecordInput } from '../../store/types.ts';

/** The text that empties a field; a blank cell leaves it alone. */
const NULL_TEXT = '#N/A';
const NUMBERS: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);

/**
 * A CSV row as a record. A column `Rel__r.Key__c` finds the parent by an external id.
 */
export function toRecord(
  schema: Schema,
  object: string,
  columns: readonly string[],
  cells: readonly string[],
): RecordInput {
  const record: Record<string, FieldValue | Record<string, FieldValue>> = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell === '') {
      continue;
    }
    const [relationship, key] = column.split('.');
    if (key === undefined || relationship === undefined) {
      record[column] = toValue(schema.field(object, column), cell);
    } else {
      // A polymorphic parent's column says which object is meant: `User:Owner.Username`.
      const name = relationship.split(':').at(-1) ?? relationship;
      record[name] = { [key]: toValue(undefined, cell) };
    }
  }
  return record;
}

function toValue(field: FieldDefinition | undefined, cell: string): FieldValue {
  if (cell === NULL_TEXT) {
    return null;
  }
  if (field?.type === 'boolean') {
    return cell === '1' || cell.toLowerCase() === 'true'
      ? true
      : cell === '0' || cell.toLowerCase() === 'false'
        ? false
        : cell;
  }
  if (field !== undefined && NUMBERS.has(field.type) && cell.trim() !== '' && Number.isFinite(Number(cell))) {
    return Number(cell);
  }
  return cell;
}
