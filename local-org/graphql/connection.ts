import { isObject } from '../json-object.ts';
import { GraphQLError } from 'graphql';

/** Records a page has unless asked for more. */
export const DEFAULT_PAGE = 10;
/** Records a page, and a subquery, may have. */
export const MAXIMUM_PAGE = 2_000;
/** Records that can be paged through without an `upperBound`, and pages that can be asked for with one. */
const UNBOUNDED_REACH = 4_000;
const LEAST_BOUNDED_PAGE = 200;

export interface Edge {
  readonly node: unknown;
  readonly cursor: string;
}

/** A page of a list, in the form of Relay's connections. */
export interface Connection {
  readonly edges: readonly Edge[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number | (() => number);
  readonly pageResultCount: number;
}

/** Which part of a list is wanted. */
export interface PageRequest {
  readonly first: number;
  readonly offset: number;
  /** The page ends where paging may go no further. */
  readonly endsReach: boolean;
}

/**
 * Reads `first`, `after` and `upperBound`.
 *
 * @throws {GraphQLError} for a page that the platform would refuse
 */
export function pageRequest(parameters: Readonly<Record<string, unknown>>): PageRequest {
  const upperBound = numberIn(parameters, 'upperBound', LEAST_BOUNDED_PAGE, Number.MAX_SAFE_INTEGER);
  const least = upperBound === undefined ? 1 : LEAST_BOUNDED_PAGE;
  const first = numberIn(parameters, 'first', least, MAXIMUM_PAGE) ?? DEFAULT_PAGE;
  const offset = typeof parameters['after'] === 'string' ? positionOf(parameters['after']) + 1 : 0;
  const left = Math.max(0, (upperBound ?? UNBOUNDED_REACH) - offset);
  return { first: Math.min(first, left), offset, endsReach: left <= first };
}

/** Makes a page of nodes that begin at the request's offset; one node more than asked for says that there is a next page. */
export function pageOf(
  nodes: readonly unknown[],
  { first, offset, endsReach }: PageRequest,
  totalCount: number | (() => number),
): Connection {
  const edges = nodes.slice(0, first).map((node, index) => ({ node, cursor: cursorAt(offset + index) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: nodes.length > first && !endsReach,
      hasPreviousPage: offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
    pageResultCount: edges.length,
  };
}

function cursorAt(position: number): string {
  return Buffer.from(JSON.stringify({ v: '2', i: position })).toString('base64');
}

function positionOf(cursor: string): number {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (isObject(decoded) && Number.isInteger(decoded['i'])) {
      return Number(decoded['i']);
    }
  } catch {
    // Falls through to the refusal: a cursor that cannot be read is as wrong as one without a position.
  }
  throw new GraphQLError(`Invalid cursor: ${cursor}. Take it from pageInfo of an earlier answer.`);
}

function numberIn(
  parameters: Readonly<Record<string, unknown>>,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const value = parameters[name];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'number' || value < least || value > most) {
    throw new GraphQLError(`The argument '${name}' must be from ${least} to ${most}, not ${String(value)}`);
  }
  return value;
}
