import type { Row } from '../org.ts';
import type { AggregateFunction } from '../query/plan.ts';
import type { FieldDefinition, FieldType } from '../schema/types.ts';
import { KINDS, type Comparing, type FieldKind } from './field-kind.ts';
import { GROUP_FUNCTIONS } from './filter-types.ts';
import type { Cell } from './value-types.ts';

/** A row of figures on its way into an answer: `path` leads to the parent that is being read. */
export interface AggregateNode {
  readonly row: Row;
  readonly path: readonly string[];
}

/** A field of a row of figures: its grouped value, and the figures made of it. */
export interface AggregateCell extends Cell {
  figure(key: string, kind: FieldKind | undefined): Cell;
}

const ORDERED: readonly Comparing[] = ['text', 'number', 'id', 'date', 'datetime'];

/** Source: GraphQL API Developer Guide, "Aggregate Functions for Field Types". */
export const AGGREGATES: readonly {
  readonly name: string;
  readonly key: AggregateFunction;
  readonly comparing: readonly Comparing[];
  /** The kind of the figure where it is not the field's own. */
  readonly resultKind?: FieldKind;
}[] = [
  { name: 'avg', key: 'avg', comparing: ['number'], resultKind: KINDS.double },
  { name: 'count', key: 'count', comparing: ORDERED, resultKind: KINDS.long },
  { name: 'countDistinct', key: 'count_distinct', comparing: ORDERED, resultKind: KINDS.long },
  { name: 'max', key: 'max', comparing: ORDERED },
  { name: 'min', key: 'min', comparing: ORDERED },
  { name: 'sum', key: 'sum', comparing: ['number'] },
];

/** The parts of dates and moments, as fields of their aggregates: `CALENDAR_YEAR` is `calendarYear`. */
export function dateFunctions(
  kind: FieldKind,
): { readonly name: string; readonly key: string; readonly isDay: boolean }[] {
  const functions =
    kind.comparing === 'datetime'
      ? GROUP_FUNCTIONS
      : kind.comparing === 'date'
        ? GROUP_FUNCTIONS.filter((name) => name !== 'DAY_ONLY' && name !== 'HOUR_IN_DAY')
        : [];
  return functions.map((key) => ({ name: camelCase(key), key, isDay: key === 'DAY_ONLY' }));
}

/** Where a row holds a figure; no field has such a name. */
export function figureKey(path: readonly string[], part?: string): string {
  return part === undefined ? `$${path.join('.')}` : `$${part}(${path.join('.')})`;
}

export function aggregatedField({ row, path }: AggregateNode, field: FieldDefinition): AggregateCell {
  const whole = [...path, field.name];
  return {
    field,
    value: row[figureKey(whole)] ?? null,
    figure: (key, kind) => ({
      field:
        kind === undefined ? field : { ...field, type: typeOf(kind), ...(kind === KINDS.double ? {} : { scale: 0 }) },
      value: row[figureKey(whole, key)] ?? null,
    }),
  };
}

function typeOf(kind: FieldKind): FieldType {
  return kind === KINDS.double ? 'double' : kind === KINDS.date ? 'date' : 'int';
}

function camelCase(name: string): string {
  return name.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
