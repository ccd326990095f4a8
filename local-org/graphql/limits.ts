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
        lists.push(...fieldsIn(node.selectionSet, document));
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

/** The fields of a selection, those of its fragments too. The document is valid: no fragment holds itself. */
function fieldsIn(selection: SelectionSetNode | undefined, document: DocumentNode): FieldNode[] {
  return (selection?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return fieldsIn(node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragment(node, document), document);
  });
}

function fragment({ name }: FragmentSpreadNode, { definitions }: DocumentNode): SelectionSetNode | undefined {
  const found = definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name.value);
  return found?.kind === Kind.FRAGMENT_DEFINITION ? found.selectionSet : undefined;
}
