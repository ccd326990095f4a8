import type { OrgRecord } from '../connection/index.ts';
import type { MirrorTable, ReplicaTables } from '../replica/index.ts';

type Columns<T extends MirrorTable> = Omit<ReplicaTables[T], 'id' | 'modstamp'>;

/** An object of the org and the table that mirrors it. */
export interface MirroredObject {
  readonly object: string;
  readonly table: MirrorTable;
  /** Beside Id and SystemModstamp. */
  readonly fields: readonly string[];
  /** False for objects that the platform gives no IsDeleted. */
  readonly hasDeletedRows: boolean;
  /** Whether rows are counted, to find that some went without a trace: whatever readiness follows from. */
  readonly isCounted: boolean;
  columns(record: OrgRecord): Readonly<Record<string, string | number | null>>;
}

/** A mirrored object; `fields` are names with blanks between. */
export function mirrored<T extends MirrorTable>(
  object: string,
  table: T,
  fields: string,
  columns: (record: OrgRecord) => Columns<T>,
  options: { readonly hasDeletedRows?: boolean; readonly isCounted?: boolean } = {},
): MirroredObject {
  return {
    object,
    table,
    fields: fields.split(' '),
    hasDeletedRows: options.hasDeletedRows ?? true,
    isCounted: options.isCounted ?? true,
    columns: (record) => ({ ...columns(record) }) as Record<string, string | number | null>,
  };
}
