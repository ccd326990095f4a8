import { OrgError } from './error.ts';
import type { MetadataStore, Org, QueryOutcome, SearchOutcome } from './org.ts';
import { readChangeChannels } from './metadata/change-channel-members.ts';
import { deploy } from './metadata/deploy.ts';
import type { DeployContext, DeployOptions } from './metadata/deploy.ts';
import type { DeployResult } from './metadata/deploy-result.ts';
import type { KeyPrefixes } from './metadata/key-prefixes.ts';
import { refusedByRecords } from './metadata/refused-by-records.ts';
import type { FieldPath, QueryPlan } from './query/plan.ts';
import { runPlan, soqlToPlan } from './query/run.ts';
import { localDay } from './query/time-zone.ts';
import type { SoqlOptions } from './query/run.ts';
import type { QueryContext } from './query/query-context.ts';
import { runSearch } from './query/sosl/run-search.ts';
import type { ObjectDefinition, Schema } from './schema/types.ts';
import { AccessRegistry } from './security/access-registry.ts';
import type { OrgAccess } from './security/org-access.ts';
import { People } from './security/people.ts';
import { PermissionRows } from './security/permission-rows.ts';
import type { Actor } from './security/types.ts';
import { refreshForDate } from './store/behaviors/activity-facts.ts';
import { ChangeLog } from './store/changes/change-log.ts';
import type { OrgClock } from './store/clock.ts';
import { createCounters } from './store/counters.ts';
import type { Counters } from './store/counters.ts';
import { createStore } from './store/create-store.ts';
import { migrate } from './store/migrate.ts';
import { quote, type SqlDatabase } from './store/sql-database.ts';
import type { FieldValue, Store } from './store/types.ts';

export interface EmbeddedOrgParts {
  readonly database: SqlDatabase;
  readonly metadata: MetadataStore;
  readonly keyPrefixes: KeyPrefixes;
  /** The objects without anything deployed. */
  readonly standard: readonly ObjectDefinition[];
  /** The schema that the tables are in. */
  readonly schema: Schema;
  readonly clock: OrgClock;
  readonly close: () => void;
}

const DEFAULT_TIME_ZONE = 'UTC';

/** The org in one process: schema, store, security and queries put together. */
export class EmbeddedOrg implements Org {
  readonly store: Store;
  readonly metadata: MetadataStore;
  readonly permissions: PermissionRows;
  readonly changes: ChangeLog;
  readonly #database: SqlDatabase;
  readonly #clock: OrgClock;
  readonly #counters: Counters;
  readonly #registry: AccessRegistry;
  readonly #people: People;
  readonly #keyPrefixes: KeyPrefixes;
  readonly #standard: readonly ObjectDefinition[];
  readonly #close: () => void;
  #schema: Schema;
  #current: Store;
  #organization: { readonly id: string; readonly timeZone: string } | undefined;
  /** The day up to which time-dependent facts hold. */
  #refreshedFor = '';

  constructor(parts: EmbeddedOrgParts) {
    const { database, schema, clock } = parts;
    this.metadata = parts.metadata;
    this.#keyPrefixes = parts.keyPrefixes;
    this.#standard = parts.standard;
    this.#database = database;
    this.#schema = schema;
    this.#clock = clock;
    this.#close = parts.close;
    this.#counters = createCounters(database);
    this.changes = new ChangeLog(database, this.#counters, () => Date.parse(clock.stamp()));
    this.#registry = new AccessRegistry(
      database,
      () => this.#schema,
      () => clock.now().toISOString(),
    );
    this.store = this.#facade();
    this.permissions = new PermissionRows(database, () => this.store);
    this.#people = new People(database);
    this.#current = this.#createStore();
    this.#useChannels();
  }

  get organizationId(): string {
    return this.#organizationRow().id;
  }

  /** IANA name of the org's default time zone. */
  get timeZone(): string {
    return this.#organizationRow().timeZone;
  }

  get schema(): Schema {
    return this.#schema;
  }

  now(): Date {
    return this.#clock.now();
  }

  at<T>(date: Date, work: () => T): T {
    return this.#clock.at(date, work);
  }

  access(actor: Actor): OrgAccess {
    return this.#registry.of(actor);
  }

  query(actor: Actor, plan: QueryPlan): QueryOutcome {
    this.#refresh();
    return runPlan(this.#queryContext(actor), plan);
  }

  soql(actor: Actor, text: string, options?: SoqlOptions): QueryOutcome {
    return this.query(actor, soqlToPlan(this.#schema, text, options));
  }

  sosl(actor: Actor, text: string): SearchOutcome {
    this.#refresh();
    return runSearch(this.#queryContext(actor), text);
  }

  record(
    actor: Actor,
    object: string,
    id: string,
    fields?: readonly string[],
  ): Readonly<Record<string, FieldValue>> | undefined {
    const access = this.access(actor);
    const definition = this.#schema.object(object);
    if (!definition || !access.object(object).read) return undefined;
    const names =
      fields ?? definition.fields.map(({ name }) => name).filter((name) => access.fieldReadable(definition.name, name));
    const paths: FieldPath[] = names.map((name) => name.split('.'));
    const { records } = this.query(actor, {
      object: definition.name,
      fields: paths.map((path) => ({ path })),
      children: [],
      where: { kind: 'compare', left: { path: ['Id'] }, operator: '=', value: { kind: 'string', value: id } },
      orderBy: [],
      limit: 1,
      allRows: false,
    });
    const [row] = records;
    if (!row) return undefined;
    const { attributes: _, ...values } = row;
    return values as Readonly<Record<string, FieldValue>>;
  }

  actorByUsername(username: string): Actor | undefined {
    return this.#people.byUsername(username);
  }

  actorById(userId: string): Actor | undefined {
    return this.#people.byId(userId);
  }

  authenticate(username: string, password: string): Actor | undefined {
    return this.#people.authenticate(username, password, this.now().toISOString());
  }

  /** @throws OrgError `INVALID_NEW_PASSWORD` for fewer than eight characters */
  setPassword(userId: string, password: string): void {
    this.#people.setPassword(userId, password);
  }

  /**
   * Deploys a package in metadata format, everything or nothing.
   *
   * @throws OrgError `INSUFFICIENT_ACCESS` for a person who may not change metadata, `INVALID_ZIP`, `INVALID_PACKAGE`
   */
  deploy(actor: Actor, zip: Uint8Array, options?: DeployOptions): DeployResult {
    if (!this.access(actor).has('ModifyMetadata')) {
      throw new OrgError('INSUFFICIENT_ACCESS', 'You do not have the rights to deploy: Modify Metadata', {
        status: 403,
      });
    }
    try {
      const result = deploy(this.#deployContext(), actor, zip, options);
      this.#useChannels();
      return result;
    } catch (error) {
      if (error instanceof OrgError && error.errorCode === 'DUPLICATE_VALUE') return refusedByRecords(error);
      throw error;
    }
  }

  /** Replaces the schema and brings the tables to it, without a deploy: for tests and tools. */
  applySchema(schema: Schema): void {
    migrate(this.#database, this.#schema, schema);
    this.#useSchema(schema);
  }

  close(): void {
    this.#close();
  }

  #deployContext(): DeployContext {
    return {
      standard: this.#standard,
      metadata: this.metadata,
      keyPrefixes: this.#keyPrefixes,
      permissions: this.permissions,
      now: () => this.now(),
      hasRecords: (object, blank) => {
        const where = blank === undefined ? '' : `WHERE ${quote(blank)} IS NULL`;
        return this.#database.value(`SELECT 1 FROM ${quote(object)} ${where} LIMIT 1`) !== undefined;
      },
      applySchema: (schema) => this.applySchema(schema),
      transaction: (work) => this.#keepingSchema(() => this.#database.transaction(work)),
    };
  }

  /** Goes back to the schema of before when `work` throws. */
  #keepingSchema<T>(work: () => T): T {
    const before = this.#schema;
    try {
      return work();
    } catch (error) {
      if (this.#schema !== before) this.#useSchema(before);
      throw error;
    }
  }

  #useSchema(schema: Schema): void {
    this.#schema = schema;
    this.#current = this.#createStore();
    this.#registry.invalidate();
  }

  #useChannels(): void {
    this.changes.use(readChangeChannels(this.metadata, this.#schema));
  }

  #createStore(): Store {
    return createStore({
      database: this.#database,
      schema: this.#schema,
      registry: this.#registry,
      clock: this.#clock,
      counters: this.#counters,
      changes: this.changes,
      timeZoneOf: (actor) => this.#timeZoneOf(actor),
    });
  }

  /** A store that stays the same for its holders when a deploy replaces the one behind it. */
  #facade(): Store {
    return {
      insert: (...call) => this.#current.insert(...call),
      update: (...call) => this.#current.update(...call),
      upsert: (...call) => this.#current.upsert(...call),
      remove: (...call) => this.#current.remove(...call),
      removeForGood: (...call) => this.#current.removeForGood(...call),
      undelete: (...call) => this.#current.undelete(...call),
      transaction: (work) => this.#database.transaction(work),
    };
  }

  #queryContext(actor: Actor): QueryContext {
    return {
      db: this.#database,
      schema: this.#schema,
      access: this.access(actor),
      now: this.now(),
      timeZone: this.#timeZoneOf(actor),
      userId: actor.userId,
    };
  }

  #refresh(): void {
    const today = localDay(this.timeZone, this.now());
    if (today === this.#refreshedFor) return;
    this.#database.transaction(() => refreshForDate(this.#database, today));
    this.#refreshedFor = today;
  }

  #organizationRow(): { readonly id: string; readonly timeZone: string } {
    if (!this.#organization) {
      const [id, timeZone] = this.#database.row('SELECT "Id", "TimeZoneSidKey" FROM "Organization"') ?? [];
      if (typeof id !== 'string') return { id: '', timeZone: DEFAULT_TIME_ZONE };
      this.#organization = { id, timeZone: typeof timeZone === 'string' ? timeZone : DEFAULT_TIME_ZONE };
    }
    return this.#organization;
  }

  /** A person's own, as the platform reckons days for each; the org's for the org itself. */
  #timeZoneOf(actor: Actor): string {
    return (actor.system ? undefined : this.#people.timeZoneOf(actor)) ?? this.timeZone;
  }
}
