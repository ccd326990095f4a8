import { GraphQLError, getNamedType, isObjectType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';

import { isObject, type JsonObject } from '../json-object.ts';
import type { FieldReference, QueryPlan, SelectedField } from '../query/plan.ts';
import type { ObjectDefinition } from '../schema/types.ts';
import { AGGREGATES, dateFunctions, figureKey, type AggregateNode } from './aggregate-cells.ts';
import { compileFilter } from './compile-filter.ts';
import { compileOrder } from './compile-order.ts';
import type { VisibleSchema } from './visible.ts';
import { pageOf, pageRequest, type Connection } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { withPlatformErrors } from './errors.ts';
import { kindOf } from './field-kind.ts';
import { inOrder, keyOrderOf, type KeyOrder } from './ordered-input.ts';
import { onlyTarget, parentStep } from './parent-step.ts';
import { returnTypeOf } from './resolve-query.ts';
import { selectedField, selectedFields, type SelectedNode } from './selection.ts';

/** Groups beyond this many are refused, as in SOQL. */
const GROUPS = 2_000;

/** Answers a list below `uiapi { aggregate }`: one plan, run under the actor's access. */
export function resolveAggregate(
  object: ObjectDefinition,
  parameters: JsonObject,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Connection {
  return withPlatformErrors(() => {
    const page = pageRequest(parameters);
    const plan = compileAggregateList(object, parameters, context, info);
    const { records } = context.org.query(context.actor, plan);
    if (records.length > GROUPS) {
      throw new GraphQLError(`An aggregate query can return at most ${GROUPS} groups; this one has ${records.length}`);
    }
    const nodes = records.map((row): AggregateNode => ({ row, path: [] }));
    return pageOf(nodes.slice(page.offset), page, nodes.length);
  });
}

function compileAggregateList(
  object: ObjectDefinition,
  parameters: JsonObject,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): QueryPlan {
  const { visible } = context;
  const [node] = info.fieldNodes;
  const groupInput = parameters['groupBy'];
  const groupBy = isObject(groupInput)
    ? groupings(visible, object.name, [], groupInput, keyOrderOf(node, 'groupBy', context.rawVariables))
    : [];
  const where = compileFilter(visible, object.name, parameters['where']);
  const order = keyOrderOf(node, 'orderBy', context.rawVariables);
  return {
    object: object.name,
    fields: figuresOf(visible, object, info),
    children: [],
    ...(where === undefined ? {} : { where }),
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...subtotalsOf(groupInput),
    orderBy: compileOrder(visible, object.name, parameters['orderBy'], order),
    allRows: false,
    ...(parameters['scope'] === 'MINE' ? { scope: 'mine' as const } : {}),
  };
}

function subtotalsOf(groupBy: unknown): Pick<QueryPlan, 'subtotals'> {
  const type = isObject(groupBy) ? groupBy['type'] : undefined;
  return type === 'ROLLUP' ? { subtotals: 'rollup' } : type === 'CUBE' ? { subtotals: 'cube' } : {};
}

/** What a `groupBy` argument groups by, in the client's order. */
function groupings(
  visible: VisibleSchema,
  object: string,
  path: readonly string[],
  input: JsonObject,
  order: KeyOrder,
): FieldReference[] {
  return inOrder(input, order).flatMap(([name, value]): FieldReference[] => {
    if (!isObject(value)) {
      return [];
    }
    const field = visible.schema.field(object, name);
    if (field === undefined) {
      const reference = visible.schema.parent(object, name);
      const target = onlyTarget(visible, reference);
      return reference === undefined || target === undefined
        ? []
        : groupings(
            visible,
            target.name,
            [...path, parentStep(reference, target)],
            value,
            order.get(name) ?? new Map(),
          );
    }
    const whole = [...path, field.name];
    if (typeof value['function'] === 'string') {
      return [{ path: whole, function: value['function'] }];
    }
    return value['group'] === true ? [{ path: whole }] : [];
  });
}

/** The figures that are asked for below `edges { node { aggregate } }`. */
function figuresOf(visible: VisibleSchema, object: ObjectDefinition, info: GraphQLResolveInfo): SelectedField[] {
  const figures: SelectedField[] = [];
  let type: GraphQLObjectType | undefined = returnTypeOf(info);
  let nodes = info.fieldNodes;
  for (const name of ['edges', 'node', 'aggregate']) {
    nodes = type === undefined ? [] : selectedField(info, nodes, type.name, name);
    type = type === undefined ? undefined : objectTypeOf(type, name);
  }
  if (type !== undefined) {
    addFigures(visible, object.name, type, selectedFields(info, nodes, type.name), [], info, figures);
  }
  if (figures.length === 0) {
    // Only totalCount or cursors were asked for; a plan needs a figure.
    figures.push({ path: ['Id'], aggregate: 'count', alias: figureKey(['Id'], 'count') });
  }
  return [...new Map(figures.map((figure) => [figure.alias ?? '', figure])).values()];
}

function addFigures(
  visible: VisibleSchema,
  object: string,
  type: GraphQLObjectType,
  selected: readonly SelectedNode[],
  path: readonly string[],
  info: GraphQLResolveInfo,
  figures: SelectedField[],
): void {
  for (const { name, nodes } of selected) {
    const below = objectTypeOf(type, name);
    const field = visible.schema.field(object, name);
    const reference = visible.schema.parent(object, name);
    const target = onlyTarget(visible, reference);
    if (below === undefined) {
      continue;
    }
    const parts = selectedFields(info, nodes, below.name);
    if (field === undefined) {
      if (reference !== undefined && target !== undefined) {
        addFigures(visible, target.name, below, parts, [...path, parentStep(reference, target)], info, figures);
      }
      continue;
    }
    const whole = [...path, field.name];
    for (const part of parts) {
      const aggregate = AGGREGATES.find((known) => known.name === part.name);
      const date = dateFunctions(kindOf(field)).find((known) => known.name === part.name);
      if (aggregate !== undefined) {
        figures.push({ path: whole, aggregate: aggregate.key, alias: figureKey(whole, aggregate.key) });
      } else if (date !== undefined) {
        figures.push({ path: whole, function: date.key, alias: figureKey(whole, date.key) });
      } else if (part.name !== '__typename') {
        figures.push({ path: whole, alias: figureKey(whole) });
      }
    }
  }
}

function objectTypeOf(type: GraphQLObjectType, field: string): GraphQLObjectType | undefined {
  const output = type.getFields()[field]?.type;
  const named = output === undefined ? undefined : getNamedType(output);
  return isObjectType(named) ? named : undefined;
}
