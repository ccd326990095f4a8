import type { Row } from '../../org.ts';
import type { SelectedField } from '../../query/plan.ts';
import { displayValue, type Formatting } from '../../graphql/display-value.ts';
import { notFound } from '../rest/rest-error.ts';
import type { Call } from '../call.ts';
import type { WantedFields } from './record-fields.ts';

/** A record as the UI API represents it. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, never>>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, FieldRepresentation>>;
  readonly id: string;
  readonly lastModifiedById: string | null;
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string | null;
  readonly recordTypeInfo: null;
  readonly systemModstamp: string | null;
  readonly weakEtag: number;
}

export interface FieldRepresentation {
  readonly displayValue: string | null;
  readonly value: string | number | boolean | null | RecordRepresentation;
}

const SYSTEM_FIELDS: readonly string[] = ['LastModifiedById', 'LastModifiedDate', 'SystemModstamp'];

/** @throws {OrgError} `NOT_FOUND` also for a record that the actor may not see */
export function readRecord(call: Call, wanted: WantedFields, id: string, formatting: Formatting): RecordRepresentation {
  const [row] = call.org.query(call.actor, {
    object: wanted.object.name,
    fields: selectionOf(wanted, []),
    children: [],
    where: { kind: 'compare', left: { path: ['Id'] }, operator: '=', value: { kind: 'string', value: id } },
    orderBy: [],
    limit: 1,
    allRows: false,
  }).records;
  if (row === undefined) {
    throw notFound();
  }
  return represent(wanted, row, formatting);
}

function selectionOf(wanted: WantedFields, path: readonly string[]): SelectedField[] {
  const has = (name: string): boolean => wanted.object.fields.some((field) => field.name === name);
  const nameField = wanted.object.fields.find((field) => field.nameField)?.name;
  const names = new Set([
    'Id',
    ...SYSTEM_FIELDS.filter(has),
    ...(nameField === undefined ? [] : [nameField]),
    ...wanted.own.keys(),
  ]);
  const parents = [...wanted.parents].flatMap(([name, parent]) => selectionOf(parent.wanted, [...path, name]));
  return [...[...names].map((name) => ({ path: [...path, name] })), ...parents];
}

function represent(wanted: WantedFields, row: Row, formatting: Formatting): RecordRepresentation {
  const modified = momentOf(row['SystemModstamp']);
  const weakEtag = modified === null ? 0 : Date.parse(modified);
  const fields: [string, FieldRepresentation][] = [...wanted.own].map(([name, field]) => {
    const value = row[name] ?? null;
    return [
      name,
      {
        displayValue: displayValue(field, value, formatting),
        value: plain(field.type === 'datetime' ? momentOf(value) : value),
      },
    ];
  });
  for (const [name, parent] of wanted.parents) {
    const parentRow = row[name] as Row | null | undefined;
    fields.push([name, parentField(parent.wanted, parentRow ?? undefined, formatting)]);
  }
  return {
    apiName: wanted.object.name,
    childRelationships: {},
    eTag: weakEtag.toString(16),
    fields: Object.fromEntries(fields),
    id: String(row['Id']),
    lastModifiedById: textOrNull(row['LastModifiedById']),
    lastModifiedDate: momentOf(row['LastModifiedDate']),
    recordTypeId: null,
    recordTypeInfo: null,
    systemModstamp: modified,
    weakEtag,
  };
}

function parentField(wanted: WantedFields, row: Row | undefined, formatting: Formatting): FieldRepresentation {
  if (row === undefined) {
    return { displayValue: null, value: null };
  }
  const nameField = wanted.object.fields.find((field) => field.nameField)?.name;
  return {
    displayValue: nameField === undefined ? null : textOrNull(row[nameField]),
    value: represent(wanted, row, formatting),
  };
}

/** The UI API writes moments with `Z`. */
function momentOf(value: unknown): string | null {
  return typeof value === 'string' ? value.replace(/\+0000$/, 'Z') : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function plain(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
