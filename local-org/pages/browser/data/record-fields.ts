import type { FieldInfo, ObjectInfo } from './object-info.ts';
import { isRecord, type FieldContent, type RecordRepresentation } from './record.ts';

/** The qualified names to read so that these fields can be shown: a lookup also needs its record's name. */
export function fieldsToRead(info: ObjectInfo, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const field = info.fields[name];
    if (field === undefined) return [];
    const parent = nameOfParent(field);
    const own = `${info.apiName}.${name}`;
    return parent === undefined ? [own] : [own, `${info.apiName}.${parent}`];
  });
}

/** What a page shows of one field. */
export interface ShownField {
  readonly info: FieldInfo;
  readonly value: FieldContent | undefined;
  readonly displayValue: string | null | undefined;
  /** The name of the record a lookup points to. */
  readonly linkLabel?: string | undefined;
}

export function shownField(record: RecordRepresentation | undefined, info: FieldInfo): ShownField {
  const field = record?.fields[info.apiName];
  const { relationshipName } = info;
  const parent = typeof relationshipName === 'string' ? record?.fields[relationshipName] : undefined;
  const parentName = isRecord(parent?.value) ? Object.values(parent.value.fields)[0]?.value : undefined;
  return {
    info,
    value: field?.value,
    displayValue: field?.displayValue,
    linkLabel: typeof parentName === 'string' ? parentName : (parent?.displayValue ?? undefined),
  };
}

function nameOfParent(field: FieldInfo): string | undefined {
  if (field.dataType !== 'Reference' || typeof field.relationshipName !== 'string') return undefined;
  const nameField =
    field.referenceToInfos?.[0]?.nameFields.find((name) => name === 'Name') ??
    field.referenceToInfos?.[0]?.nameFields[0];
  return `${field.relationshipName}.${nameField ?? 'Name'}`;
}
