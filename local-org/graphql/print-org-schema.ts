import { printSchema } from 'graphql';

import type { Org } from '../org.ts';
import type { Actor } from '../security/types.ts';
import { buildGraphqlSchema } from './build-schema.ts';

const EVERYTHING: Actor = { userId: '', username: '', system: true };

/**
 * The org's GraphQL schema in the schema language: as `actor` sees it, or whole. With it, query texts can be checked
 * without running them: `validate(buildSchema(printOrgSchema(org)), parse(text))`.
 */
export function printOrgSchema(org: Org, actor: Actor = EVERYTHING): string {
  return printSchema(buildGraphqlSchema(org.schema, org.access(actor)));
}
