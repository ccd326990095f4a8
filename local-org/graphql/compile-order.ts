import { isObject, type JsonObject } from '../json-object.ts';
import type { Ordering } from '../query/plan.ts';
import { onlyTarget, parentStep } from './parent-step.ts';
import type { VisibleSchema } from './visible.ts';
import { inOrder, type KeyOrder } from './ordered-input.ts';

const AGGREGATES: Readonly<Record<string, Ordering['aggregate']>> = {
  AVG: 'avg',
  COUNT: 'count',
  COUNT_DISTINCT: 'count_distinct',
  MAX: 'max',
  MIN: 'min',
  SUM: 'sum',
};

/** An `orderBy` argument as orderings, the first named first. Blanks come first unless asked otherwise. */
export function compileOrder(visible: VisibleSchema, object: string, orderBy: unknown, order: KeyOrder): Ordering[] {
  return isObject(orderBy) ? orderings(visible, object, [], orderBy, order) : [];
}

function orderings(
  visible: VisibleSchema,
  object: string,
  path: readonly string[],
  input: JsonObject,
  order: KeyOrder,
): Ordering[] {
  return inOrder(input, order).flatMap(([name, value]): Ordering[] => {
    if (!isObject(value)) {
      return [];
    }
    const field = visible.schema.field(object, name);
    if (field !== undefined) {
      const aggregate = typeof value['function'] === 'string' ? AGGREGATES[value['function']] : undefined;
      return [
        {
          path: [...path, field.name],
          ...(aggregate === undefined ? {} : { aggregate }),
          direction: value['order'] === 'DESC' ? 'desc' : 'asc',
          nulls: value['nulls'] === 'LAST' ? 'last' : 'first',
        },
      ];
    }
    const reference = visible.schema.parent(object, name);
    const target = onlyTarget(visible, reference);
    return reference === undefined || target === undefined
      ? []
      : orderings(visible, target.name, [...path, parentStep(reference, target)], value, order.get(name) ?? new Map());
  });
}
