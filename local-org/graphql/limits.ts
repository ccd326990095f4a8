import { GraphQLError, Kind, visit, type DocumentNode, type FieldNode } from 'graphql';

/** Source: GraphQL API Developer Guide, "GraphQL API Query Limitations". */
const SUBQUERIES = 10;

/** Errors for what the platform's limits refuse: more than ten lists in one request. */
export function limitErrors(document: DocumentNode): GraphQLError[] {
  const lists: FieldNode[] = [];
  visit(document, {
    Field: (node) => {
      if (node.name.value === 'query' || node.name.value === 'aggregate') {
        lists.push(...(node.selectionSet?.selections ?? []).filter((selection) => selection.kind === Kind.FIELD));
        return false;
      }
      return undefined;
    },
  });
  return lists.length > SUBQUERIES
    ? [
        new GraphQLError(`A query can hold at most ${SUBQUERIES} subqueries; this one has ${lists.length}`, {
          nodes: lists.slice(SUBQUERIES),
        }),
      ]
    : [];
}
