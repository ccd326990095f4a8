import type { Org } from '../org.ts';
import type { Actor } from '../security/types.ts';
import type { VisibleSchema } from './visible.ts';
import type { Formatting } from './display-value.ts';

/** What resolvers work with during one request. */
export interface GraphqlContext {
  readonly org: Org;
  readonly actor: Actor;
  /** What the actor sees. */
  readonly visible: VisibleSchema;
  readonly formatting: Formatting;
  /** The request's variables as they were sent: they keep the order of keys, which coerced values lose. */
  readonly rawVariables: Readonly<Record<string, unknown>>;
  /** Ids of records that this request created, by the alias of their mutation, for `@{alias}`. */
  readonly created: Map<string, string>;
  /** True while a mutation of the request has failed and all must be undone. */
  failed: boolean;
}
