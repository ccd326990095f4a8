import {
  GraphQLError,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  type SelectionSetNode,
} from 'graphql';

/** Source: GraphQL API Developer Guide, "GraphQL API Query Limitations". */
const SUBQUERIES = 10;

/** Errors for what the platform's limits refuse: more than ten lists in one request, wherever they are written. */
export function limitErrors(document: DocumentNode): GraphQLError[] {
  const lists: FieldNode[] = [];
  visit(document, {
    Field: (node) => {
      if (node.name.value === 'query' || node.name.value === 'aggregate') {
        lists.push(...fieldsIn(node.selectionSet, document, new Set()));
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

/**
 * The fields of a selection, those of its fragments too. As when a query is run, a fragment counts once however often
 * it is spread: fragments that spread one another twice would double with each level.
 *
 * @param seen names of the fragments that were counted; grows
 */
function fieldsIn(
  selection: SelectionSetNode | undefined,
  document: DocumentNode,
  seen: Set<string>,
): readonly FieldNode[] {
  return (selection?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    if (node.kind === Kind.INLINE_FRAGMENT) return fieldsIn(node.selectionSet, document, seen);
    if (seen.has(node.name.value)) return [];
    seen.add(node.name.value);
    return fieldsIn(fragment(node, document), document, seen);
  });
}

function fragment({ name }: FragmentSpreadNode, { definitions }: DocumentNode): SelectionSetNode | undefined {
  const found = definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name.value);
  return found?.kind === Kind.FRAGMENT_DEFINITION ? found.selectionSet : undefined;
}
