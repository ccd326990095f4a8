import type { Ordering } from '../query/plan.ts';
import type { Schema } from '../schema/types.ts';
import { inOrder, type KeyOrder } from './ordered-input.ts';

type Input = Readonly<Record<string, unknown>>;

const AGGREGATES: Readonly<Record<string, Ordering['aggregate']>> = {
  AVG: 'avg',
  COUNT: 'count',
  COUNT_DISTINCT: 'count_distinct',
  MAX: 'max',
  MIN: 'min',
  SUM: 'sum',
};

/** An `orderBy` argument as orderings, the first named first. Blanks come first unless asked otherwise. */
export function compileOrder(schema: Schema, object: string, orderBy: unknown, order: KeyOrder): Ordering[] {
  return isInput(orderBy) ? orderings(schema, object, [], orderBy, order) : [];
}

function orderings(schema: Schema, object: string, path: readonly string[], input: Input, order: KeyOrder): Ordering[] {
  return inOrder(input, order).flatMap(([name, value]): Ordering[] => {
    if (!isInput(value)) {
      return [];
    }
    const field = schema.field(object, name);
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
    const target = schema.parent(object, name)?.referenceTo[0];
    return target === undefined ? [] : orderings(schema, target, [...path, name], value, order.get(name) ?? new Map());
  });
}

function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
