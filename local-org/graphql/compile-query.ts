import {
  getArgumentValues,
  getNamedType,
  GraphQLError,
  isObjectType,
  isUnionType,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';

import type { ChildSelection, QueryPlan, SelectedField, TypeSelection } from '../query/plan.ts';
import type { ObjectDefinition } from '../schema/types.ts';
import { compileFilter } from './compile-filter.ts';
import { compileOrder } from './compile-order.ts';
import { pageRequest, type PageRequest } from './connection.ts';
import { childKey } from './resolve-children.ts';
import type { VisibleSchema } from './visible.ts';
import { parentStep } from './parent-step.ts';
import { keyOrderOf } from './ordered-input.ts';
import { selectedField, selectedFields, type SelectedNode, type SelectionContext } from './selection.ts';

/** How many relationships a path may go up, and how deep children may be nested: as in SOQL. */
const PARENT_DEPTH = 5;
const CHILD_DEPTH = 4;
const CHILD_LISTS = 20;

/** What compiling needs of a request. */
export interface CompileContext extends SelectionContext {
  readonly visible: VisibleSchema;
  readonly rawVariables: Readonly<Record<string, unknown>>;
}

/** A list of records as one plan with the children in it. */
export interface CompiledList {
  readonly plan: QueryPlan;
  readonly page: PageRequest;
  /** True when `totalCount` is asked for. */
  readonly counted: boolean;
}

/** Compiles the list that `nodes` ask for. `type` is its connection type. */
export function compileList(
  context: CompileContext,
  object: ObjectDefinition,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  parameters: Readonly<Record<string, unknown>>,
  depth = 0,
): CompiledList {
  const page = pageRequest(parameters);
  const counted = selectedField(context, nodes, type.name, 'totalCount').length > 0;
  const where = compileFilter(context.visible, object.name, parameters['where']);
  const order = keyOrderOf(nodes[0], 'orderBy', context.rawVariables);
  const plan: QueryPlan = {
    ...compileNodes(context, object, type, nodes, depth),
    ...(where === undefined ? {} : { where }),
    orderBy: compileOrder(context.visible, object.name, parameters['orderBy'], order),
    // One more than asked for tells whether there is a next page.
    limit: page.first + 1,
    ...(page.offset > 0 ? { offset: page.offset } : {}),
    ...(parameters['scope'] === 'MINE' ? { scope: 'mine' as const } : {}),
  };
  return { plan, page, counted };
}

/** The fields and children of the records below `edges { node }`. */
function compileNodes(
  context: CompileContext,
  object: ObjectDefinition,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  depth: number,
): QueryPlan {
  const edges = selectedField(context, nodes, type.name, 'edges');
  const edgeType = objectTypeOf(type, 'edges');
  const records = edgeType === undefined ? [] : selectedField(context, edges, edgeType.name, 'node');
  const recordType = edgeType === undefined ? undefined : objectTypeOf(edgeType, 'node');
  return recordType === undefined ? emptyPlan(object) : compileRecord(context, object, recordType, records, depth);
}

/** A plan that reads what `nodes` select of records of `type`; without filter, order and limit. */
export function compileRecord(
  context: CompileContext,
  object: ObjectDefinition,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  depth = 0,
): QueryPlan {
  const compiler = new RecordCompiler(context, depth);
  compiler.record(object, type, nodes, []);
  const { fields, typeBranches, children } = compiler;
  if (children.length > CHILD_LISTS) {
    throw new GraphQLError(`A query can read at most ${CHILD_LISTS} child relationships of an object`);
  }
  return {
    ...emptyPlan(object),
    fields: unique([{ path: ['Id'] }, ...fields]),
    ...(typeBranches.length > 0 ? { typeBranches } : {}),
    children,
  };
}

class RecordCompiler {
  readonly fields: SelectedField[] = [];
  readonly typeBranches: TypeSelection[] = [];
  readonly children: ChildSelection[] = [];
  readonly #context: CompileContext;
  readonly #depth: number;

  constructor(context: CompileContext, depth: number) {
    this.#context = context;
    this.#depth = depth;
  }

  record(
    object: ObjectDefinition,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    path: readonly string[],
  ): void {
    if (path.length > PARENT_DEPTH) {
      throw new GraphQLError(
        `SOQL relationships may not traverse more than ${PARENT_DEPTH} levels from child to parent`,
      );
    }
    if (path.length > 0) {
      this.fields.push({ path: [...path, 'Id'] });
    }
    for (const selected of selectedFields(this.#context, nodes, type.name)) {
      this.#field(object, type, selected, path);
    }
  }

  #field(object: ObjectDefinition, type: GraphQLObjectType, selected: SelectedNode, path: readonly string[]): void {
    const { name } = selected;
    const { schema } = this.#context.visible;
    const own = schema.field(object.name, name);
    if (own !== undefined) {
      this.fields.push({ path: [...path, own.name] });
    } else if (name === 'DisplayValue' || name === 'WeakEtag') {
      const needed = object.fields.find((field) =>
        name === 'WeakEtag' ? field.name === 'SystemModstamp' : field.nameField,
      );
      if (needed !== undefined) {
        this.fields.push({ path: [...path, needed.name] });
      }
    } else if (schema.parent(object.name, name) !== undefined) {
      this.#parent(object, type, selected, path);
    } else if (schema.child(object.name, name) !== undefined) {
      this.#child(object, type, selected, path);
    }
  }

  #parent(object: ObjectDefinition, type: GraphQLObjectType, selected: SelectedNode, path: readonly string[]): void {
    const parentType = namedTypeOf(type, selected.name);
    if (isObjectType(parentType)) {
      const target = this.#context.visible.schema.object(parentType.name);
      if (target !== undefined) {
        const field = this.#context.visible.schema.parent(object.name, selected.name);
        const step = field === undefined ? selected.name : parentStep(field, target);
        this.record(target, parentType, selected.nodes, [...path, step]);
      }
      return;
    }
    if (!isUnionType(parentType)) {
      return;
    }
    if (path.length > 0) {
      throw new GraphQLError(`The polymorphic relationship ${selected.name} can be read from the queried object only`);
    }
    this.typeBranches.push({
      relationshipName: selected.name,
      branches: parentType
        .getTypes()
        .map((branch) => ({ object: branch.name, fields: this.#branch(branch, selected.nodes) })),
      otherwise: [{ path: ['Id'] }],
    });
  }

  #branch(type: GraphQLObjectType, nodes: readonly FieldNode[]): readonly SelectedField[] {
    const target = this.#context.visible.schema.object(type.name);
    const compiler = new RecordCompiler(this.#context, this.#depth);
    if (target !== undefined) {
      compiler.record(target, type, nodes, []);
    }
    if (compiler.children.length > 0 || compiler.typeBranches.length > 0) {
      throw new GraphQLError('Children and polymorphic parents cannot be read through a polymorphic relationship');
    }
    return unique([{ path: ['Id'] }, ...compiler.fields]);
  }

  #child(object: ObjectDefinition, type: GraphQLObjectType, selected: SelectedNode, path: readonly string[]): void {
    if (path.length > 0) {
      throw new GraphQLError(
        `The child relationship ${selected.name} can be read from the queried object only, not from its parents`,
      );
    }
    if (this.#depth >= CHILD_DEPTH) {
      throw new GraphQLError(`Child relationships may be nested at most ${CHILD_DEPTH} deep`);
    }
    const relationship = this.#context.visible.schema.child(object.name, selected.name);
    const child =
      relationship === undefined ? undefined : this.#context.visible.schema.object(relationship.childObject);
    const connection = objectTypeOf(type, selected.name);
    const definition = type.getFields()[selected.name];
    const [node] = selected.nodes;
    if (child === undefined || connection === undefined || definition === undefined || node === undefined) {
      return;
    }
    const parameters = getArgumentValues(definition, node, this.#context.variableValues);
    const { plan, counted } = compileList(
      this.#context,
      child,
      connection,
      selected.nodes,
      parameters,
      this.#depth + 1,
    );
    const { limit, offset, ...whole } = plan;
    this.children.push({
      relationshipName: selected.name,
      // All rows, where they are to be counted: a child list has no count of its own.
      plan: counted ? whole : { ...whole, limit, ...(offset === undefined ? {} : { offset }) },
      alias: childKey(selected.key),
    });
  }
}

function emptyPlan(object: ObjectDefinition): QueryPlan {
  return { object: object.name, fields: [{ path: ['Id'] }], children: [], orderBy: [], allRows: false };
}

function unique(fields: readonly SelectedField[]): SelectedField[] {
  return [...new Map(fields.map((field) => [field.path.join('.'), field])).values()];
}

function namedTypeOf(type: GraphQLObjectType, field: string): ReturnType<typeof getNamedType> | undefined {
  const output: GraphQLOutputType | undefined = type.getFields()[field]?.type;
  return output === undefined ? undefined : getNamedType(output);
}

function objectTypeOf(type: GraphQLObjectType, field: string): GraphQLObjectType | undefined {
  const named = namedTypeOf(type, field);
  return isObjectType(named) ? named : undefined;
}
