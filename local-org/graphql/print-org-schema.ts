import { printSchema } from 'graphql';

import type { Org } from '../org.ts';
import { SYSTEM } from '../security/system-actor.ts';
import type { Actor } from '../security/types.ts';
import { buildGraphqlSchema } from './build-schema.ts';

/**
 * The org's GraphQL schema in the schema language: as `actor` sees it, or whole. With it, query texts can be checked
 * without running them: `validate(buildSchema(printOrgSchema(org)), parse(text))`.
 */
export function printOrgSchema(org: Org, actor: Actor = SYSTEM): string {
  return printSchema(buildGraphqlSchema(org.schema, org.access(actor)));
}
