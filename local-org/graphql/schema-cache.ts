import type { GraphQLSchema } from 'graphql';

import type { Schema } from '../schema/types.ts';
import type { Access } from '../security/types.ts';
import { buildGraphqlSchema } from './build-schema.ts';
import { VisibleSchema } from './visible.ts';

/** Different views of the org that are worth keeping: about one for each role of its people. */
const KEPT = 16;

/** GraphQL schemas by what their readers see. People with the same permissions share one. */
export class GraphqlSchemas {
  readonly #byAccess = new WeakMap<Access, { schema: Schema; graphql: GraphQLSchema }>();
  readonly #bySignature = new Map<string, { schema: Schema; graphql: GraphQLSchema }>();

  of(schema: Schema, access: Access): GraphQLSchema {
    const known = this.#byAccess.get(access);
    if (known?.schema === schema) {
      return known.graphql;
    }
    const signature = new VisibleSchema(schema, access).signature();
    const shared = this.#bySignature.get(signature);
    const entry = shared?.schema === schema ? shared : { schema, graphql: buildGraphqlSchema(schema, access) };
    this.#bySignature.delete(signature);
    this.#bySignature.set(signature, entry);
    for (const old of [...this.#bySignature.keys()].slice(0, -KEPT)) {
      this.#bySignature.delete(old);
    }
    this.#byAccess.set(access, entry);
    return entry.graphql;
  }
}
