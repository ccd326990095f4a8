import { boot } from '../../../boot.ts';
import { orgRequest } from '../../../api/org-request.ts';
import { changes } from '../../../data/changes.ts';
import type { FieldId } from '../../../data/field-path.ts';
import { qualifiedName } from '../../../data/field-path.ts';
import { objectOfId, records } from '../../../data/org-data.ts';
import type { FieldContent, RecordRepresentation } from '../../../data/record.ts';
import { fieldOf } from '../../../data/record.ts';
import type { RecordRequest } from '../../../data/record-cache.ts';

export type { FieldId, RecordRepresentation };
export { getRecords } from './getRecords.ts';

export interface GetRecordConfig {
  readonly recordId?: string | undefined;
  readonly fields?: FieldId | readonly FieldId[] | undefined;
  readonly optionalFields?: FieldId | readonly FieldId[] | undefined;
  readonly layoutTypes?: string | readonly string[] | undefined;
  readonly modes?: string | readonly string[] | undefined;
}

export interface WireResult<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
}

export interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Wire adapter: one record, provisioned again after every write to it. */
export class getRecord {
  private readonly callback: (result: WireResult<RecordRepresentation>) => void;
  private request: RecordRequest | undefined;
  private release: (() => void) | undefined;
  private connected = false;

  constructor(callback: (result: WireResult<RecordRepresentation>) => void) {
    this.callback = callback;
    callback({ data: undefined, error: undefined });
  }

  connect(): void {
    this.connected = true;
    this.watch();
  }

  update(config: GetRecordConfig): void {
    const request = recordRequest(config);
    if (JSON.stringify(request) === JSON.stringify(this.request)) return;
    this.request = request;
    if (this.connected) this.watch();
  }

  disconnect(): void {
    this.connected = false;
    this.release?.();
    this.release = undefined;
  }

  private watch(): void {
    this.release?.();
    this.release = undefined;
    if (this.request === undefined) return;
    this.release = records.watch(this.request, {
      next: (data) => this.callback({ data, error: undefined }),
      error: (error) => this.callback({ data: undefined, error }),
    });
  }
}

/** What a wire's configuration asks for; undefined while something required is missing. */
export function recordRequest(config: GetRecordConfig): RecordRequest | undefined {
  const { recordId } = config;
  if (recordId === undefined || recordId === null || recordId === '') return undefined;
  const fields = listOf(config.fields).map(qualifiedName);
  const optionalFields = [
    ...listOf(config.optionalFields).map(qualifiedName),
    ...layoutFields(recordId, listOf(config.layoutTypes)),
  ];
  return fields.length + optionalFields.length === 0 ? undefined : { recordId, fields, optionalFields };
}

function listOf<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
}

function layoutFields(recordId: string, types: readonly string[]): string[] {
  const object = boot.objects[objectOfId(recordId) ?? ''];
  if (object === undefined || types.length === 0) return [];
  const full = types.includes('Full') ? object.sections.flatMap(({ columns }) => columns.flat()) : [];
  return [...new Set([object.nameField, ...object.highlights, ...full])].map((field) => `${object.apiName}.${field}`);
}

/** The value of a field of a record that a wire provisioned; a spanning field by its full path. */
export function getFieldValue(record: RecordRepresentation | undefined, field: FieldId): FieldContent | undefined {
  return fieldOf(record, field)?.value;
}

/** The value as the org formats it for this person, or null where the plain value is shown. */
export function getFieldDisplayValue(
  record: RecordRepresentation | undefined,
  field: FieldId,
): string | null | undefined {
  return fieldOf(record, field)?.displayValue;
}

export function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  return orgRequest<RecordRepresentation>('POST', '/ui-api/records', input).then(async (record) => {
    await changes.publish(Object.values(input.fields).filter((value) => typeof value === 'string'));
    return record;
  });
}

/** Saves fields of one record (`fields.Id`). Resolves when every wire of the record has the new values. */
export async function updateRecord(input: RecordInput): Promise<RecordRepresentation> {
  const { Id, ...fields } = input.fields;
  if (typeof Id !== 'string') throw new TypeError('updateRecord needs fields.Id.');
  const record = await orgRequest<RecordRepresentation>('PATCH', `/ui-api/records/${Id}`, { fields });
  await changes.publish([Id]);
  return record;
}

export async function deleteRecord(recordId: string): Promise<void> {
  await orgRequest('DELETE', `/ui-api/records/${recordId}`);
  await changes.publish([recordId]);
}

/** Says that these records were written by other means. Resolves when their wires have the new values. */
export function notifyRecordUpdateAvailable(items: readonly { readonly recordId: string }[]): Promise<void> {
  return changes.publish(items.map(({ recordId }) => recordId));
}

/** The older name of {@link notifyRecordUpdateAvailable}. */
export function getRecordNotifyChange(items: readonly { readonly recordId: string }[]): void {
  void notifyRecordUpdateAvailable(items);
}
