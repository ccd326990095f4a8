import Database from 'libsql';
import type { QueryOutcome } from '../../org.ts';
import { createSchema } from '../../schema/create-schema.ts';
import {
  checkbox,
  detailOf,
  field,
  number,
  picklist,
  reference,
  standardObject,
  text,
  textArea,
} from '../../schema/field.ts';
import { makeId } from '../../schema/ids.ts';
import { standardObjects } from '../../schema/standard/standard-objects.ts';
import { auditFields, identityFields } from '../../schema/system-fields.ts';
import type { ObjectDefinition, Schema } from '../../schema/types.ts';
import type { Access, SqlFragment, SqlValue } from '../../security/types.ts';
import { migrate } from '../../store/migrate.ts';
import { SqlDatabase } from '../../store/sql-database.ts';
import { runPlan, soqlToPlan, type QueryContext } from '../run.ts';

/** A custom object with each kind of field that queries treat differently, and its details. */
const course: ObjectDefinition = standardObject('Course__c', 'a01', [
  ...identityFields({ owner: ['Group', 'User'] }),
  text('Name', 80, { nameField: true }),
  text('Key__c', 120, { custom: true, externalId: true, unique: true }),
  picklist('Status__c', ['Draft', 'In Review', 'Published'], { custom: true }),
  field('Topics__c', 'multipicklist', { custom: true, length: 255 }),
  number('Minutes__c', 'double', 3, 0, { custom: true }),
  field('Verified_On__c', 'date', { custom: true }),
  checkbox('Pinned__c', { custom: true }),
  textArea('Body__c', 32000, { custom: true }),
  reference('Author__c', ['User'], { custom: true, relationshipName: 'Author__r' }),
  number('Half__c', 'double', 18, 1, { custom: true, formula: { source: 'Minutes__c / 2', blanksAs: 'blank' } }),
  text('Author_City__c', 80, { custom: true, formula: { source: 'Author__r.City', blanksAs: 'blank' } }),
  number('Lesson_Count__c', 'double', 18, 0, {
    custom: true,
    rollup: { operation: 'count', childObject: 'Lesson__c', foreignKey: 'Course__c' },
  }),
  number('Points__c', 'double', 18, 0, {
    custom: true,
    rollup: { operation: 'sum', childObject: 'Lesson__c', foreignKey: 'Course__c', field: 'Points__c' },
  }),
  ...auditFields(),
]);

const lesson: ObjectDefinition = standardObject('Lesson__c', 'a02', [
  ...identityFields(),
  text('Name', 80, { nameField: true }),
  detailOf('Course__c', 'Course__c', 'Lessons__r', { custom: true, relationshipName: 'Course__r' }),
  number('Points__c', 'double', 3, 0, { custom: true }),
  ...auditFields(),
]);

export const fixtureSchema: Schema = createSchema([...standardObjects(), course, lesson]);

/** Wednesday, so that weeks have days on both sides. */
export const NOW = new Date('2026-03-11T18:30:00.000Z');

export interface AccessRules {
  readonly unreadableObjects?: readonly string[];
  /** `Object.Field` */
  readonly unreadableFields?: readonly string[];
  readonly rows?: Readonly<Record<string, (alias: string) => SqlFragment>>;
}

export function fixtureAccess(rules: AccessRules = {}): Access {
  const all = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };
  return {
    object: (object) => ({ ...all, read: rules.unreadableObjects?.includes(object) !== true }),
    fieldReadable: (object, name) => rules.unreadableFields?.includes(`${object}.${name}`) !== true,
    fieldEditable: () => true,
    has: () => true,
    hasCustomPermission: () => false,
    hasApexClass: () => false,
    rowFilter: (object, alias) => rules.rows?.[object]?.(alias),
  };
}

type Values = Readonly<Record<string, string | number | boolean | null>>;

/** An org's tables in memory, filled directly. */
export class QueryFixture {
  readonly database: SqlDatabase;
  readonly schema: Schema;
  readonly #counters = new Map<string, number>();

  constructor(schema: Schema = fixtureSchema) {
    this.schema = schema;
    this.database = new SqlDatabase(new Database(':memory:'));
    migrate(this.database, undefined, schema);
  }

  /** Adds a record and gives its id. */
  add(object: string, values: Values = {}): string {
    const count = (this.#counters.get(object) ?? 0) + 1;
    this.#counters.set(object, count);
    const id = makeId(this.schema.object(object)?.keyPrefix ?? '000', count);
    const stamp = '2026-01-01T00:00:00.000Z';
    const row: Values = { Id: id, CreatedDate: stamp, LastModifiedDate: stamp, SystemModstamp: stamp, ...values };
    const names = Object.keys(row);
    const columns = names.map((name) => `"${name}"`).join(', ');
    const marks = names.map(() => '?').join(', ');
    this.database.run(`INSERT INTO "${object}" (${columns}) VALUES (${marks})`, Object.values(row).map(toSql));
    return id;
  }

  context(rules: AccessRules = {}, changes: Partial<QueryContext> = {}): QueryContext {
    const access = fixtureAccess(rules);
    return { db: this.database, schema: this.schema, access, now: NOW, timeZone: 'America/Los_Angeles', ...changes };
  }

  soql(text: string, rules: AccessRules = {}, changes: Partial<QueryContext> = {}): QueryOutcome {
    return runPlan(this.context(rules, changes), soqlToPlan(this.schema, text));
  }

  /** The answer's values in the order of its columns, without attributes. */
  values(text: string, rules: AccessRules = {}, changes: Partial<QueryContext> = {}): unknown[][] {
    return this.soql(text, rules, changes).records.map((record) =>
      Object.entries(record).flatMap(([key, value]) => (key === 'attributes' ? [] : [value])),
    );
  }
}

function toSql(value: Values[string] | undefined): SqlValue {
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}
