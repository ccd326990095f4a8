import type { QueryPlan } from './query/plan.ts';
import type { Schema } from './schema/types.ts';
import type { Access, Actor } from './security/types.ts';
import type { ChangeFeed } from './store/changes/change-event.ts';
import type { FieldValue, Store } from './store/types.ts';

/** One row of an answer: plain values, parents as nested rows, children as nested results, as the REST API nests them. */
export interface Row {
  readonly attributes: { readonly type: string; readonly url?: string };
  readonly [field: string]: unknown;
}

export interface QueryOutcome {
  readonly totalSize: number;
  readonly records: readonly Row[];
}

/** What a search found, object by object as it asked for them. */
export interface SearchOutcome {
  readonly searchRecords: readonly Row[];
  /** The objects searched, in that order. */
  readonly returning: readonly string[];
}

/**
 * The org behind every door. Protocol code (REST, SOAP, GraphQL, Bulk) holds one of these and nothing else of the
 * org: it cannot reach a table without an actor.
 */
export interface Org {
  readonly organizationId: string;
  /** The current schema; a deploy replaces it. */
  readonly schema: Schema;
  readonly store: Store;
  /** The org's clock. */
  now(): Date;
  /** Runs `work` as if it were `date`: how a seed gives an org a past. */
  at<T>(date: Date, work: () => T): T;
  access(actor: Actor): Access;
  /** Runs a plan under the actor's object, field and record access. */
  query(actor: Actor, plan: QueryPlan): QueryOutcome;
  /** Parses and runs SOQL. `totalSize` counts all rows; paging is the protocol's business. */
  soql(actor: Actor, text: string, options?: { allRows?: boolean }): QueryOutcome;
  /** Runs SOSL: only readable fields are searched, only visible records are found. */
  sosl(actor: Actor, text: string): SearchOutcome;
  /** One record by id under the actor's access, or undefined. */
  record(
    actor: Actor,
    object: string,
    id: string,
    fields?: readonly string[],
  ): Readonly<Record<string, FieldValue>> | undefined;
  actorByUsername(username: string): Actor | undefined;
  actorById(userId: string): Actor | undefined;
  /** True when this is the password of that active user. */
  authenticate(username: string, password: string): Actor | undefined;
  readonly metadata: MetadataStore;
  /** What happens to the records of objects that a channel selects. */
  readonly changes: ChangeFeed;
  close(): void;
}

/** The deployed components, as files in metadata format. */
export interface MetadataStore {
  put(component: MetadataComponent): void;
  remove(type: string, fullName: string): boolean;
  get(type: string, fullName: string): MetadataComponent | undefined;
  list(type?: string): readonly MetadataComponent[];
}

export interface MetadataComponent {
  /** e.g. `CustomObject`, `FlexiPage`, `LightningComponentBundle`. */
  readonly type: string;
  readonly fullName: string;
  /** Path in the zip (`objects/Nugget__c.object`, `lwc/dealNuggets/dealNuggets.js`) → content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly lastModifiedDate?: string;
  readonly lastModifiedById?: string;
}
