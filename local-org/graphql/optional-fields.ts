import { TypeInfo, isCompositeType, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';

/** Leaves out the fields marked `@optional` that this schema does not have, with everything below them. */
export function withoutMissingOptionals(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        const isOptional = node.directives?.some(({ name }) => name.value === 'optional') === true;
        const isMissing = isCompositeType(typeInfo.getParentType()) && typeInfo.getFieldDef() === undefined;
        return isOptional && isMissing ? null : undefined;
      },
    }),
  );
}
