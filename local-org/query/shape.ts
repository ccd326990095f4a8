import type { Row } from '../org.ts';
import type { Schema } from '../schema/types.ts';
import type { SqlValue } from '../security/types.ts';

/** How one record of an answer is made from the cells of a result row. */
export interface RecordShape {
  /** Where the record's id is; no id, no record. */
  readonly idColumn: number;
  /** The object, or undefined where only the id tells. */
  readonly object: string | undefined;
  readonly entries: readonly Entry[];
}

export type Entry =
  | { readonly kind: 'value'; readonly key: string; readonly column: number; readonly convert: Convert | undefined }
  | { readonly kind: 'parent'; readonly key: string; readonly shape: RecordShape }
  | {
      readonly kind: 'typed';
      readonly key: string;
      readonly idColumn: number;
      readonly branches: ReadonlyMap<string, readonly Entry[]>;
      readonly otherwise: readonly Entry[];
    };

export type Convert = (stored: SqlValue) => unknown;

/** Makes records of cells; one of these serves a whole answer. */
export class RecordBuilder {
  readonly #schema: Schema;
  readonly #base: string;

  constructor(schema: Schema, apiVersion: string) {
    this.#schema = schema;
    this.#base = `/services/data/v${apiVersion}/sobjects/`;
  }

  /** The record, or undefined where the row has none (a parent that is absent or hidden). */
  build(shape: RecordShape, cells: readonly SqlValue[]): (Record<string, unknown> & Row) | undefined {
    const id = cells[shape.idColumn];
    if (typeof id !== 'string') return undefined;
    const type = shape.object ?? 'Name';
    const row: Record<string, unknown> & Row = {
      attributes: this.#attributes(type, shape.object ?? this.#objectOf(id), id),
    };
    this.#fill(row, shape.entries, cells);
    return row;
  }

  #fill(row: Record<string, unknown>, entries: readonly Entry[], cells: readonly SqlValue[]): void {
    for (const entry of entries) {
      switch (entry.kind) {
        case 'value': {
          const stored = cells[entry.column] ?? null;
          row[entry.key] = entry.convert === undefined ? stored : entry.convert(stored);
          break;
        }
        case 'parent':
          row[entry.key] = this.build(entry.shape, cells) ?? null;
          break;
        case 'typed': {
          const id = cells[entry.idColumn];
          row[entry.key] = typeof id === 'string' ? this.#typed(entry, id, cells) : null;
        }
      }
    }
  }

  #typed(entry: Extract<Entry, { kind: 'typed' }>, id: string, cells: readonly SqlValue[]): Row {
    const object = this.#objectOf(id);
    const row: Record<string, unknown> & Row = { attributes: this.#attributes(object, object, id) };
    this.#fill(row, entry.branches.get(object) ?? entry.otherwise, cells);
    return row;
  }

  #attributes(type: string, object: string, id: string): Row['attributes'] {
    return { type, url: `${this.#base}${object}/${id}` };
  }

  #objectOf(id: string): string {
    return this.#schema.objectByKeyPrefix(id.slice(0, 3))?.name ?? 'Name';
  }
}
