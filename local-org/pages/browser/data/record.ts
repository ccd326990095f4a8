import type { FieldId } from './field-path.ts';
import { pathOf } from './field-path.ts';

/** A record as the UI API represents it. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldRepresentation>>;
  readonly [key: string]: unknown;
}

export interface FieldRepresentation {
  readonly value: FieldContent;
  readonly displayValue: string | null;
}

export type FieldContent = string | number | boolean | null | RecordRepresentation;

/** The field under a path such as `Opportunity.Account.Name`; undefined when the record does not carry it. */
export function fieldOf(record: RecordRepresentation | undefined, field: FieldId): FieldRepresentation | undefined {
  let fields = record?.fields;
  const path = pathOf(field);
  for (const [index, name] of path.entries()) {
    const found: FieldRepresentation | undefined = fields?.[name];
    if (found === undefined || index === path.length - 1) return found;
    fields = isRecord(found.value) ? found.value.fields : undefined;
  }
  return undefined;
}

export function isRecord(value: unknown): value is RecordRepresentation {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

/** The record with the given fields only: a component never sees what only another one asked for. */
export function project(record: RecordRepresentation, fields: readonly FieldId[]): RecordRepresentation {
  return { ...record, fields: pick(record.fields, fields.map(pathOf)) };
}

type Fields = RecordRepresentation['fields'];

function pick(fields: Fields, paths: readonly (readonly string[])[]): Fields {
  const picked: Record<string, FieldRepresentation> = {};
  const heads = new Set(paths.map(([head]) => head));
  for (const head of heads) {
    const field = head === undefined ? undefined : fields[head];
    if (head === undefined || field === undefined) continue;
    const rests = paths.filter(([first, ...rest]) => first === head && rest.length > 0).map(([, ...rest]) => rest);
    picked[head] = isRecord(field.value)
      ? { ...field, value: { ...field.value, fields: pick(field.value.fields, rests) } }
      : field;
  }
  return picked;
}

/** Two answers about the same record as one; the newer one's values win. */
export function mergeRecords(older: RecordRepresentation, newer: RecordRepresentation): RecordRepresentation {
  const fields: Record<string, FieldRepresentation> = { ...older.fields };
  for (const [name, field] of Object.entries(newer.fields)) {
    const known = fields[name]?.value;
    fields[name] =
      isRecord(known) && isRecord(field.value) && known.id === field.value.id
        ? { ...field, value: mergeRecords(known, field.value) }
        : field;
  }
  return { ...newer, fields };
}

/** The ids of a record and of every record nested in it. */
export function idsIn(record: RecordRepresentation): Set<string> {
  const ids = new Set<string>([record.id]);
  for (const { value } of Object.values(record.fields)) {
    if (isRecord(value)) for (const id of idsIn(value)) ids.add(id);
  }
  return ids;
}
