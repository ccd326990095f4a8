import { valueAt } from '../../json-object.ts';
import type { Row } from '../../org.ts';
import type { Actor } from '../../security/types.ts';

/** A Bulk API 2.0 job that reads records. Its rows are read when it is created. */
export interface QueryJob {
  readonly id: string;
  readonly actor: Actor;
  readonly operation: 'query' | 'queryAll';
  readonly object: string;
  readonly apiVersion: number;
  readonly columnDelimiter: string;
  readonly lineEnding: string;
  readonly createdAt: Date;
  /** Column heads, e.g. `Account.Name`. */
  readonly columns: readonly string[];
  readonly records: readonly Row[];
  readonly processingMs: number;
}

/** The job as the API shows it. */
export function toQueryJobInfo(job: QueryJob): Record<string, unknown> {
  const date = job.createdAt.toISOString().replace('Z', '+0000');
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.actor.userId,
    createdDate: date,
    systemModstamp: date,
    state: 'JobComplete',
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: job.apiVersion,
    jobType: 'V2Query',
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    numberRecordsProcessed: job.records.length,
    retries: 0,
    totalProcessingTime: job.processingMs,
    isPkChunkingSupported: true,
  };
}

/** The cells of a row, in the order of the columns. */
export function cellsOf(job: QueryJob, record: Row): string[] {
  return job.columns.map((column) => {
    const value = valueAt(record, column);
    return value === undefined || value === null ? '' : toCell(value);
  });
}

/** Bulk results write moments in ISO 8601 with `Z`, unlike the REST API. */
function toCell(value: unknown): string {
  return String(value).replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\+0000$/, '$1Z');
}
