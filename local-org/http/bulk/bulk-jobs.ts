import { OrgError } from '../../error.ts';
import type { Org } from '../../org.ts';
import { makeId } from '../../schema/ids.ts';
import type { Actor } from '../../security/types.ts';
import type { RecordInput, SaveResult } from '../../store/types.ts';
import { messageOf } from '../rest/rest-error.ts';
import { checkColumns } from './check-columns.ts';
import { delimiterOf, parseCsv } from './csv.ts';
import { toRecord } from './csv-record.ts';
import type { IngestJob, IngestOperation } from './ingest-job.ts';
import type { QueryJob } from './query-job.ts';

const CHUNK = 200;
const KEPT = 500;
/** How long a poll may wait for the end, so that a client that polls rarely needs one poll. */
const PATIENCE_MS = 800;

/** What a client says when it creates an ingest job. */
export interface IngestRequest {
  readonly object: string;
  readonly operation: IngestOperation;
  readonly externalIdField?: string;
  readonly columnDelimiter: string;
  readonly lineEnding: string;
  readonly apiVersion: number;
}

/** Bulk API 2.0 jobs of this process. */
export class BulkJobs {
  readonly #org: Org;
  readonly #ingest = new Map<string, IngestJob>();
  readonly #queries = new Map<string, QueryJob>();
  readonly #ends = new Map<string, Promise<void>>();
  #count = Date.now();
  #closed = false;

  constructor(org: Org) {
    this.#org = org;
  }

  openIngest(actor: Actor, request: IngestRequest): IngestJob {
    const now = this.#org.now();
    const job: IngestJob = {
      ...request,
      id: this.#nextId(),
      externalIdField: request.externalIdField,
      actor,
      createdAt: now,
      modifiedAt: now,
      state: 'Open',
      upload: '',
      uploads: 0,
      table: { columns: [], rows: [] },
      results: [],
      errorMessage: undefined,
      processingMs: 0,
    };
    keep(this.#ingest, job.id, job);
    return job;
  }

  /** @throws {OrgError} `NOT_FOUND`: also for another user's job */
  ingest(actor: Actor, id: string): IngestJob {
    return mine(this.#ingest, actor, id);
  }

  ingestJobs(actor: Actor): IngestJob[] {
    return [...this.#ingest.values()].filter((job) => job.actor.userId === actor.userId);
  }

  addQuery(job: Omit<QueryJob, 'id'>): QueryJob {
    const query = { ...job, id: this.#nextId() };
    keep(this.#queries, query.id, query);
    return query;
  }

  queryJobs(actor: Actor): QueryJob[] {
    return [...this.#queries.values()].filter((job) => job.actor.userId === actor.userId);
  }

  query(actor: Actor, id: string): QueryJob {
    return mine(this.#queries, actor, id);
  }

  remove(actor: Actor, id: string): void {
    if (this.#ingest.has(id)) {
      this.ingest(actor, id);
      this.#ingest.delete(id);
    } else {
      this.query(actor, id);
      this.#queries.delete(id);
    }
  }

  /** Processes an uploaded job, a chunk at a time so that other requests are answered meanwhile. */
  start(job: IngestJob, clock: Date | undefined): void {
    job.state = 'UploadComplete';
    this.#ends.set(job.id, this.#process(job, clock));
  }

  /** Waits for a job's end, but not for long. */
  async patience(job: IngestJob): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.#ends.get(job.id), new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)))]);
    clearTimeout(timer);
  }

  close(): void {
    this.#closed = true;
  }

  async #process(job: IngestJob, clock: Date | undefined): Promise<void> {
    const startedAt = performance.now();
    try {
      job.table = parseCsv(job.upload, delimiterOf(job.columnDelimiter));
      job.upload = '';
      job.state = 'InProgress';
      const { columns, rows } = job.table;
      checkColumns({ schema: this.#org.schema, access: this.#org.access(job.actor) }, job.object, columns);
      for (let start = 0; start < rows.length && !this.#closed && isRunning(job); start += CHUNK) {
        const inputs = rows
          .slice(start, start + CHUNK)
          .map((cells) => toRecord(this.#org.schema, job.object, columns, cells));
        const results =
          clock === undefined ? this.#write(job, inputs) : this.#org.at(clock, () => this.#write(job, inputs));
        job.results.push(...results);
        job.processingMs = Math.round(performance.now() - startedAt);
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (isRunning(job)) {
        job.state = 'JobComplete';
      }
    } catch (error) {
      job.state = 'Failed';
      job.errorMessage = messageOf(error);
    }
    job.modifiedAt = this.#org.now();
  }

  #write(job: IngestJob, inputs: readonly RecordInput[]): SaveResult[] {
    const { store } = this.#org;
    switch (job.operation) {
      case 'insert':
        return store.insert(job.actor, job.object, inputs);
      case 'update':
        return store.update(
          job.actor,
          job.object,
          inputs.map((input) => ({ ...input, Id: idOf(input) })),
        );
      case 'upsert':
        return store.upsert(job.actor, job.object, job.externalIdField ?? 'Id', inputs);
      case 'delete':
        return store.remove(job.actor, inputs.map(idOf));
      case 'hardDelete':
        return store.removeForGood(job.actor, inputs.map(idOf));
    }
  }

  #nextId(): string {
    this.#count += 1;
    return makeId('750', this.#count);
  }
}

function isRunning(job: IngestJob): boolean {
  return job.state === 'InProgress';
}

function idOf(input: RecordInput): string {
  return String(input['Id'] ?? input['id'] ?? input['ID'] ?? '');
}

function mine<T extends { readonly actor: Actor }>(jobs: ReadonlyMap<string, T>, actor: Actor, id: string): T {
  const job = jobs.get(id);
  if (job === undefined || job.actor.userId !== actor.userId) {
    throw new OrgError('NOT_FOUND', `Unable to find object or you don't have permission: ${id}`, { status: 404 });
  }
  return job;
}

function keep<T>(jobs: Map<string, T>, id: string, job: T): void {
  jobs.set(id, job);
  for (const old of [...jobs.keys()].slice(0, -KEPT)) {
    jobs.delete(old);
  }
}
