import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

/** A field asked for, with all nodes that ask for it under the same key. */
export interface SelectedNode {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

type Fragments = GraphQLResolveInfo['fragments'];

/** What reading a selection needs of a request. */
export interface SelectionContext {
  readonly fragments: Fragments;
  readonly variableValues: GraphQLResolveInfo['variableValues'];
}

/**
 * The fields selected below some nodes, fragments unfolded and `@skip` and `@include` applied. A fragment is unfolded
 * once, however often it is spread (CollectFields of the GraphQL specification).
 *
 * @param typeName the object type that is selected from; fragments on other object types are left out
 */
export function selectedFields(
  context: SelectionContext,
  nodes: readonly FieldNode[],
  typeName: string,
): SelectedNode[] {
  const found = new Map<string, FieldNode[]>();
  const unfolded = new Set<string>();
  for (const node of nodes) {
    if (node.selectionSet !== undefined) {
      collect(context, node.selectionSet, typeName, found, unfolded);
    }
  }
  return [...found].map(([key, same]) => ({ key, name: same[0]?.name.value ?? '', nodes: same }));
}

/** The one selected field of this name, whatever its alias, or undefined. */
export function selectedField(
  context: SelectionContext,
  nodes: readonly FieldNode[],
  typeName: string,
  name: string,
): readonly FieldNode[] {
  return selectedFields(context, nodes, typeName)
    .filter((selected) => selected.name === name)
    .flatMap((selected) => selected.nodes);
}

function collect(
  context: SelectionContext,
  set: SelectionSetNode,
  typeName: string,
  found: Map<string, FieldNode[]>,
  unfolded: Set<string>,
): void {
  for (const selection of set.selections) {
    if (isLeftOut(context, selection)) {
      continue;
    }
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const same = found.get(key);
      if (same === undefined) {
        found.set(key, [selection]);
      } else {
        same.push(selection);
      }
    } else {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (unfolded.has(selection.name.value)) continue;
        unfolded.add(selection.name.value);
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments[selection.name.value] : selection;
      if (fragment !== undefined && appliesTo(fragment, typeName)) {
        collect(context, fragment.selectionSet, typeName, found, unfolded);
      }
    }
  }
}

function appliesTo(
  fragment:
    | Pick<FragmentDefinitionNode, 'typeCondition'>
    | { readonly typeCondition?: undefined }
    | { typeCondition?: FragmentDefinitionNode['typeCondition'] },
  typeName: string,
): boolean {
  const condition = fragment.typeCondition?.name.value;
  return condition === undefined || condition === typeName || condition === 'Record';
}

function isLeftOut({ variableValues }: SelectionContext, node: Parameters<typeof getDirectiveValues>[1]): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.['if'] === true || include?.['if'] === false;
}
