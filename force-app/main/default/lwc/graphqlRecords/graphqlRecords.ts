export type FieldValue = string | number | boolean | null;

/** A record without wrapping: field values by name, parents as records, children as lists. */
export interface PlainRecord {
  readonly [name: string]: FieldValue | PlainRecord | readonly PlainRecord[] | undefined;
}

interface Connection {
  readonly edges?: readonly ({ readonly node?: unknown } | null)[] | null;
  readonly pageInfo?: { readonly hasNextPage?: boolean } | null;
}

/**
 * The records that a query of the User Interface API's GraphQL answered under `name` (an object or an alias).
 *
 * @param data the wire's `data`, i.e. `{ uiapi: { query: { [name]: { edges: [{ node }] } } } }`
 */
export function recordsIn(data: unknown, name: string): PlainRecord[] {
  return recordsOf(connectionIn(data, name));
}

/** Whether the org holds more records under `name` than the query asked for. */
export function hasMore(data: unknown, name: string): boolean {
  return connectionIn(data, name)?.pageInfo?.hasNextPage === true;
}

/**
 * The rows of figures that an aggregate query answered under `name`: grouped values by their field, figures under it,
 * as in `number(row, 'Id.count')`.
 *
 * @param data the wire's `data`, i.e. `{ uiapi: { aggregate: { [name]: { edges: [{ node: { aggregate } }] } } } }`
 */
export function aggregatesIn(data: unknown, name: string): PlainRecord[] {
  const answer = data as { uiapi?: { aggregate?: Record<string, unknown> | null } | null } | undefined;
  const rows = recordsOf(answer?.uiapi?.aggregate?.[name] as Connection | undefined);
  return rows.map((row) => row.aggregate).filter((row): row is PlainRecord => isObject(row));
}

function connectionIn(data: unknown, name: string): Connection | undefined {
  const query = (data as { uiapi?: { query?: Record<string, unknown> | null } | null } | undefined)?.uiapi?.query;
  return query?.[name] as Connection | undefined;
}

function recordsOf(connection: Connection | null | undefined): PlainRecord[] {
  return (connection?.edges ?? []).flatMap((edge) => (isObject(edge?.node) ? [toPlainRecord(edge.node)] : []));
}

function toPlainRecord(node: Readonly<Record<string, unknown>>): PlainRecord {
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, unwrap(value)]));
}

function unwrap(value: unknown): PlainRecord[string] {
  if (!isObject(value)) return value as FieldValue | undefined;
  if ('edges' in value) return recordsOf(value as Connection);
  if ('value' in value) return value.value as FieldValue;
  return toPlainRecord(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** What stands at a path such as `Skill__r.Code__c`; null and a missing parent give undefined. */
function valueAt(record: PlainRecord, path: string): PlainRecord[string] {
  let found: PlainRecord[string] = record;
  for (const name of path.split('.')) found = isObject(found) ? (found as PlainRecord)[name] : undefined;
  return found ?? undefined;
}

/** The text at a path; undefined where it is blank. */
export function text(record: PlainRecord, path: string): string | undefined {
  const value = valueAt(record, path);
  return value === undefined || value === '' || typeof value === 'object' ? undefined : String(value);
}

/** The number at a path; undefined where it is blank or no number. */
export function number(record: PlainRecord, path: string): number | undefined {
  const value = text(record, path);
  const parsed = Number(value);
  return value === undefined || Number.isNaN(parsed) ? undefined : parsed;
}

/** Whether the checkbox at a path is set. */
export function flag(record: PlainRecord, path: string): boolean {
  return valueAt(record, path) === true;
}

/** The children of a record under a relationship's name; empty where there are none. */
export function related(record: PlainRecord, relationship: string): readonly PlainRecord[] {
  const value = valueAt(record, relationship);
  return Array.isArray(value) ? (value as readonly PlainRecord[]) : [];
}

/** Whether two ids are those of one record: Salesforce writes them with 15 characters or, with a checksum, 18. */
export function isSameId(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a.slice(0, 15) === b.slice(0, 15);
}
