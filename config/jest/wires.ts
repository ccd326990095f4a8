import { graphql, type GraphqlError } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, type RecordRepresentation } from 'lightning/uiRecordApi';

/** What a test adapter of sfdx-lwc-jest offers besides being a wire adapter. */
interface TestAdapter {
  emit(value: unknown, filter?: (config: Record<string, unknown>) => boolean): void;
  emitError?(error: unknown, filter?: (config: Record<string, unknown>) => boolean): void;
  getLastConfig(): Record<string, unknown> | null;
  _wireInstances: Set<{ getConfig(): Record<string, unknown> }>;
}

const graphqlAdapter = graphql as unknown as TestAdapter;
const recordAdapter = getRecord as unknown as TestAdapter;

const objectInfoAdapter = getObjectInfo as unknown as TestAdapter;

const isOperation = (operation: string) => (config: Record<string, unknown>) =>
  new RegExp(`query ${operation}\\b`).test(String(config['query'] ?? ''));

/** Answers the wires that run the named operation; `refresh` is the spy that the answer carries. */
export function answerGraphql(
  operation: string,
  query: unknown,
  refresh = jest.fn().mockResolvedValue(undefined),
): jest.Mock {
  graphqlAdapter.emit({ data: { uiapi: { query } }, errors: undefined, refresh }, isOperation(operation));
  return refresh;
}

/** The same for a query that also asks for figures: `aggregate` holds what `figures` gives, by name. */
export function answerFigures(
  operation: string,
  answer: { readonly query: unknown; readonly aggregate: unknown },
  refresh = jest.fn().mockResolvedValue(undefined),
): jest.Mock {
  graphqlAdapter.emit({ data: { uiapi: answer }, errors: undefined, refresh }, isOperation(operation));
  return refresh;
}

/** Rows of figures: grouped values by field, counts as `{ Id: { count: 3 } }`. */
export function figures(rows: readonly object[]): { edges: { node: { aggregate: Record<string, unknown> } }[] } {
  return { edges: rows.map((row) => ({ node: { aggregate: node(row) } })) };
}

export function failGraphql(
  operation: string,
  message: string,
  refresh = jest.fn().mockResolvedValue(undefined),
): jest.Mock {
  const errors: GraphqlError[] = [{ message }];
  graphqlAdapter.emit({ data: undefined, errors, refresh }, isOperation(operation));
  return refresh;
}

/** The variables with which the named operation is wired now; undefined where no wire runs it. */
export function graphqlVariables(operation: string): Record<string, unknown> | undefined {
  for (const instance of graphqlAdapter._wireInstances) {
    const config = instance.getConfig();
    if (isOperation(operation)(config)) return config['variables'] as Record<string, unknown>;
  }
  return undefined;
}

export function answerRecord(record: RecordRepresentation): void {
  recordAdapter.emit(record, (config) => config['recordId'] === record.id);
}

export function failRecord(message: string): void {
  recordAdapter.emitError?.({ body: { message }, status: 500 });
}

/** Says of an object whether the org has it. */
export function answerObjectInfo(apiName: string, exists: boolean): void {
  const isIt = (config: Record<string, unknown>): boolean => config['objectApiName'] === apiName;
  if (exists) objectInfoAdapter.emit({ apiName }, isIt);
  else objectInfoAdapter.emitError?.({ body: { errorCode: 'INVALID_TYPE' }, status: 400 }, isIt);
}

/** The configuration that `getRecord` was last given. */
export function recordConfig(): Record<string, unknown> | null {
  return recordAdapter.getLastConfig();
}

/** A connection of the User Interface API's GraphQL from plain records: values are wrapped, lists become children. */
export function connection(records: readonly object[]): { edges: { node: Record<string, unknown> }[] } {
  return { edges: records.map((record) => ({ node: node(record) })) };
}

function node(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      if (name === 'Id' && typeof value === 'string') return [name, value];
      if (Array.isArray(value)) return [name, connection(value as object[])];
      if (value !== null && typeof value === 'object') return [name, node(value as object)];
      return [name, { value }];
    }),
  );
}

/** A record as `getRecord` provisions it, from values keyed by path (`Account.Industry`). */
export function recordOf(apiName: string, id: string, values: Readonly<Record<string, unknown>>): RecordRepresentation {
  const fields: Record<string, { value: never; displayValue: null }> = {};
  for (const [path, value] of Object.entries(values)) {
    const [first = '', ...rest] = path.split('.');
    const parent = fields[first]?.value as { fields?: object } | undefined;
    const nested = rest.length > 0 ? recordOf(first, '', { [rest.join('.')]: value }) : undefined;
    const merged = nested ? { ...nested, fields: { ...parent?.fields, ...nested.fields } } : value;
    fields[first] = { value: merged as never, displayValue: null };
  }
  return { apiName, id, fields };
}

/** Lets promises settle and LWC render. */
export async function flush(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
}

/** Takes every element off the page; call it after each test. */
export function clearPage(): void {
  document.body.replaceChildren();
  jest.clearAllMocks();
}
