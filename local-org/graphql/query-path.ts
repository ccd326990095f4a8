import { Kind, visit, type DocumentNode, type GraphQLError } from 'graphql';

/** Where in the query an error's field stands, e.g. `uiapi/query/Account/edges/node/Foo`. */
export function queryPathTo(document: DocumentNode, error: GraphQLError): string {
  const wanted = error.nodes?.[0];
  const path: string[] = [];
  let found = '';
  visit(document, {
    enter: (node) => {
      if (node.kind === Kind.FIELD) {
        path.push(node.alias?.value ?? node.name.value);
      }
      if (node === wanted) {
        found = path.join('/');
      }
    },
    leave: (node) => {
      if (node.kind === Kind.FIELD) {
        path.pop();
      }
    },
  });
  return found;
}
