import type { Actor } from '../../security/types.ts';
import type { SaveResult } from '../../store/types.ts';
import type { CsvTable } from './csv.ts';

export type IngestOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete';
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** A Bulk API 2.0 job that writes records. */
export interface IngestJob {
  readonly id: string;
  readonly actor: Actor;
  readonly object: string;
  readonly operation: IngestOperation;
  readonly externalIdField: string | undefined;
  readonly apiVersion: number;
  readonly columnDelimiter: string;
  readonly lineEnding: string;
  readonly createdAt: Date;
  modifiedAt: Date;
  state: JobState;
  /** The uploaded CSV, until it is processed. */
  upload: string;
  /** How often data came: the platform takes it once, and says so when the job is closed. */
  uploads: number;
  table: CsvTable;
  /** One entry for each row that was processed, in the order of the rows. */
  readonly results: SaveResult[];
  errorMessage: string | undefined;
  processingMs: number;
}

/** True when nothing more happens to the job. */
export function isEnded({ state }: IngestJob): boolean {
  return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}

/** The job as the API shows it. */
export function toIngestJobInfo(job: IngestJob, version: string): Record<string, unknown> {
  const failed = job.results.filter(({ success }) => !success).length;
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.actor.userId,
    createdDate: job.createdAt.toISOString().replace('Z', '+0000'),
    systemModstamp: job.modifiedAt.toISOString().replace('Z', '+0000'),
    state: job.state,
    ...(job.externalIdField === undefined ? {} : { externalIdFieldName: job.externalIdField }),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: job.apiVersion,
    contentUrl: `services/data/${version}/jobs/ingest/${job.id}/batches`,
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    jobType: 'V2Ingest',
    numberRecordsProcessed: job.results.length,
    numberRecordsFailed: failed,
    retries: 0,
    totalProcessingTime: job.processingMs,
    apiActiveProcessingTime: job.processingMs,
    apexProcessingTime: 0,
    ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
  };
}
