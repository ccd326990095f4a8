import type { AccessRegistry } from '../security/access-registry.ts';
import type { RecordRight } from '../security/org-access.ts';
import type { Batch } from './batch.ts';
import type { BehaviorOrg, Change } from './behaviors/behavior.ts';
import { behaviorOf } from './behaviors/behaviors.ts';
import { applyDefaults } from './defaults.ts';
import { writeFieldHistory } from './field-history.ts';
import { readId, readInput } from './input.ts';
import { AUDIT_FIELDS, readRow } from './object-table.ts';
import type { ObjectTable, ObjectTables } from './object-table.ts';
import { ownerError } from './ownership.ts';
import type { RowWriter } from './row-writer.ts';
import { RecordRefused, refuse, saveError } from './save-error.ts';
import { quote } from './sql-database.ts';
import type { SqlDatabase, StoredRow } from './sql-database.ts';
import type { RecordInput } from './types.ts';
import type { ValidationRules } from './validation.ts';

export interface SaverContext {
  readonly database: SqlDatabase;
  readonly tables: ObjectTables;
  readonly rules: ValidationRules;
  readonly writer: RowWriter;
  readonly registry: AccessRegistry;
  readonly org: BehaviorOrg;
}

/**
 * Saves one record, in the platform's order: rights, values, defaults, what the object does by itself, the checks of
 * the system, the row, validation rules, consequences. The caller's savepoint undoes all of it when it throws.
 */
export class RecordSaver {
  readonly #context: SaverContext;

  constructor(context: SaverContext) {
    this.#context = context;
  }

  /** Returns the new record's id. @throws RecordRefused */
  insert(batch: Batch, table: ObjectTable, input: RecordInput): string {
    this.#requireCreate(batch, table);
    const named = input['Id'];
    if (named !== undefined && named !== null && !batch.access.unrestricted) {
      throw refuse('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
    }
    const { database, tables } = this.#context;
    const { access, references, moment } = batch;
    const given = readInput(table, input, { schema: tables.schema, access, references, operation: 'insert' });
    const row: StoredRow = typeof named === 'string' ? { ...given, Id: readId(input) } : { ...given };
    applyDefaults(database, tables.schema, table, row, moment);
    this.#save(batch, table, row, undefined, given);
    return String(row['Id']);
  }

  /** @throws RecordRefused */
  update(batch: Batch, table: ObjectTable, input: RecordInput, options: { repeatable?: boolean } = {}): string {
    const id = readId(input);
    if (!id.startsWith(table.definition.keyPrefix)) {
      throw refuse('MALFORMED_ID', `Record ID: id value of incorrect type: ${id}`, ['Id']);
    }
    const prior = this.#writableRow(batch, table, id, 'edit');
    const { access, references } = batch;
    const given = readInput(table, input, {
      schema: this.#context.tables.schema,
      access,
      references,
      operation: 'update',
      prior,
      ...options,
    });
    this.#save(batch, table, { ...prior, ...given }, prior, given);
    return id;
  }

  /** The live row, if the actor may do this to it. @throws RecordRefused */
  #writableRow(batch: Batch, table: ObjectTable, id: string, right: RecordRight): StoredRow {
    const row = readRow(this.#context.database, table, id);
    this.requireRow(batch, table, id, row?.['IsDeleted'], right);
    if (!row) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    return row;
  }

  /** Checks the actor's rights on one record. @throws RecordRefused */
  requireRow(
    batch: Batch,
    table: ObjectTable,
    id: string,
    isDeleted: unknown,
    right: 'edit' | 'delete' | RecordRight,
  ): void {
    const { name, updateable, deletable } = table.definition;
    const rights = batch.access.object(name);
    if (!rights.read) throw notSupported(name);
    const verb = right === 'delete' ? 'delete' : 'update';
    if (!batch.access.unrestricted && !(right === 'delete' ? deletable : updateable)) {
      throw refuse('INVALID_TYPE_FOR_OPERATION', `entity type ${name} does not support ${verb}`);
    }
    if (isDeleted === undefined) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    if (!this.#reaches(batch, table, id, 'read')) {
      throw refuse(
        'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
        `insufficient access rights on cross-reference id: ${id}`,
      );
    }
    const mayAtAll = right === 'delete' ? rights.delete : rights.edit;
    if (!mayAtAll || !this.#reaches(batch, table, id, right)) {
      throw refuse('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    }
    if (isDeleted === 1) throw refuse('ENTITY_IS_DELETED', 'entity is deleted');
  }

  #reaches({ access }: Batch, table: ObjectTable, id: string, right: RecordRight): boolean {
    const filter = access.rowFilter(table.definition.name, 'r', right);
    if (!filter) return true;
    const found = this.#context.database.value(
      `SELECT 1 FROM ${quote(table.definition.name)} r WHERE r."Id" = ? AND (${filter.sql})`,
      [id, ...filter.parameters],
    );
    return found === 1;
  }

  #requireCreate({ access }: Batch, table: ObjectTable): void {
    const { name, createable } = table.definition;
    const rights = access.object(name);
    if (access.unrestricted) return;
    if (!rights.read && !rights.create) throw notSupported(name);
    if (!createable) throw refuse('INVALID_TYPE_FOR_OPERATION', `entity type ${name} does not support create`);
    if (!rights.create) throw refuse('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }

  #save(batch: Batch, table: ObjectTable, row: StoredRow, prior: StoredRow | undefined, given: StoredRow): void {
    const { org, rules, writer } = this.#context;
    const { actor, moment } = batch;
    const change: Change = { table, row, prior, given, actor, moment };
    const behavior = behaviorOf(table.definition.name);
    behavior?.before?.(change, org);
    if (prior) stampUpdate(batch, row, given);
    else writer.complete(table, row, moment);
    this.#check(batch, table, row, prior, given);
    if (prior) writer.update(table, row, prior);
    else writer.insert(table, row);
    const refused = rules.check(table, row, prior, moment);
    if (refused.length > 0) throw new RecordRefused(refused);
    behavior?.after?.(change, org);
    if (table.history) writeFieldHistory(change, table.history, org);
  }

  #check(batch: Batch, table: ObjectTable, row: StoredRow, prior: StoredRow | undefined, given: StoredRow): void {
    const { database, registry } = this.#context;
    const missing = table.required.filter(({ name }) => (prior ? name in given : true) && (row[name] ?? null) === null);
    if (missing.length > 0) {
      const names = missing.map(({ name }) => name);
      throw refuse('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
    }
    const errors = table.references.flatMap((field) => {
      if (given[field.name] === undefined || row[field.name] === prior?.[field.name]) return [];
      return batch.references.check(table, field, row) ?? [];
    });
    const owned = given['OwnerId'] !== undefined && row['OwnerId'] !== prior?.['OwnerId'];
    const owner = owned && errors.length === 0 ? ownerError(database, registry, batch.access, table, row) : undefined;
    if (owner) errors.push(owner);
    if (errors.length > 0)
      throw new RecordRefused(errors.map((error) => saveError(error.statusCode, error.message, error.fields)));
  }
}

function stampUpdate({ moment }: Batch, row: StoredRow, given: StoredRow): void {
  for (const name of AUDIT_FIELDS) {
    if (given[name] !== undefined) continue;
    if (name === 'LastModifiedDate') row[name] = moment.now;
    if (name === 'LastModifiedById') row[name] = moment.userId;
  }
  row['SystemModstamp'] = moment.stamp;
}

function notSupported(object: string): RecordRefused {
  return refuse('INVALID_TYPE', `sObject type '${object}' is not supported.`);
}
