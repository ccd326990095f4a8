import { getNamedType, type GraphQLResolveInfo } from 'graphql';

import type { QueryOutcome, Row } from '../org.ts';
import { pageOf, pageRequest, type Connection } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { selectedField } from './selection.ts';

/** Where a row holds the children that were asked for under `key`; no field has such a name. */
export function childKey(key: string): string {
  return `$children.${key}`;
}

/** A list of children, which came with its parent's row. */
export function childConnection(
  row: Row,
  parameters: Readonly<Record<string, unknown>>,
  _context: GraphqlContext,
  info: GraphQLResolveInfo,
): Connection {
  const page = pageRequest(parameters);
  const found = row[childKey(String(info.path.key))] as QueryOutcome | null | undefined;
  const rows = found?.records ?? [];
  const typeName = getNamedType(info.returnType).name;
  const counted = selectedField(info, info.fieldNodes, typeName, 'totalCount').length > 0;
  // A counted list holds all rows from the first; any other begins at the page.
  return pageOf(counted ? rows.slice(page.offset) : rows, page, rows.length);
}
