import type { Actor } from '../security/types.ts';

/** A value as the REST API shows it: dates and times are ISO strings. */
export type FieldValue = string | number | boolean | null;

/** Field values by API name. A lookup may also be given as `{ Relationship__r: { Key__c: 'x' } }`. */
export type RecordInput = Readonly<Record<string, FieldValue | Readonly<Record<string, FieldValue>>>>;

export interface SaveError {
  /** The platform's code, e.g. `REQUIRED_FIELD_MISSING`. */
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export interface SaveResult {
  readonly id: string | undefined;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors: readonly SaveError[];
}

export interface SaveOptions {
  /** True: one refused record undoes all. */
  readonly allOrNone?: boolean;
}

/** The door through which every write goes, whatever the protocol. At most 200 records a call are one transaction. */
export interface Store {
  insert(actor: Actor, object: string, records: readonly RecordInput[], options?: SaveOptions): SaveResult[];
  update(
    actor: Actor,
    object: string,
    records: readonly (RecordInput & { readonly Id: string })[],
    options?: SaveOptions,
  ): SaveResult[];
  upsert(
    actor: Actor,
    object: string,
    externalIdField: string,
    records: readonly RecordInput[],
    options?: SaveOptions,
  ): SaveResult[];
  /** Soft delete into the recycle bin, with the cascades of the schema. */
  remove(actor: Actor, ids: readonly string[], options?: SaveOptions): SaveResult[];
  /** Deletes for good, what lies in the recycle bin too; nothing is left to bring back. */
  removeForGood(actor: Actor, ids: readonly string[], options?: SaveOptions): SaveResult[];
  undelete(actor: Actor, ids: readonly string[], options?: SaveOptions): SaveResult[];
  /** Runs `work` in one transaction; a throw undoes it. Nested calls join the outer one. */
  transaction<T>(work: () => T): T;
}
