import { OrgError } from '../../error.ts';
import { noContent, ok, type Answer, type Call, type Resource } from '../call.ts';
import { objectBody, requiredText, textOf } from '../rest/body.ts';
import { requireExternalId, requireObject } from '../rest/require-object.ts';
import { delimiterOf, writeCsv } from './csv.ts';
import { isEnded, toIngestJobInfo, type IngestJob, type IngestOperation } from './ingest-job.ts';

const OPERATIONS: readonly IngestOperation[] = ['insert', 'update', 'upsert', 'delete', 'hardDelete'];

/** Bulk API 2.0: writing records from CSV. */
export const ingestResources: readonly Resource[] = [
  { method: 'POST', pattern: '/jobs/ingest', handle: create },
  { method: 'GET', pattern: '/jobs/ingest', handle: list },
  { method: 'GET', pattern: '/jobs/ingest/:id', handle: status },
  { method: 'PATCH', pattern: '/jobs/ingest/:id', handle: changeState },
  { method: 'DELETE', pattern: '/jobs/ingest/:id', handle: remove },
  { method: 'PUT', pattern: '/jobs/ingest/:id/batches', handle: upload },
  { method: 'GET', pattern: '/jobs/ingest/:id/successfulResults', handle: (call) => results(call, true) },
  { method: 'GET', pattern: '/jobs/ingest/:id/failedResults', handle: (call) => results(call, false) },
  { method: 'GET', pattern: '/jobs/ingest/:id/unprocessedrecords', handle: unprocessed },
];

function create(call: Call): Answer {
  const body = objectBody(call.body);
  const object = requireObject(call, requiredText(body, 'object'));
  const stated = requiredText(body, 'operation');
  const operation = OPERATIONS.find((known) => known === stated);
  if (operation === undefined) {
    throw new OrgError('INVALIDJOB', `Unknown operation '${stated}': use one of ${OPERATIONS.join(', ')}`);
  }
  if (operation === 'hardDelete' && !call.org.access(call.actor).has('BulkApiHardDelete')) {
    throw new OrgError(
      'FEATURENOTENABLED',
      'hardDelete operation requires special user profile permission, please contact your system administrator',
    );
  }
  const externalId = textOf(body, 'externalIdFieldName');
  if (operation === 'upsert' && externalId === undefined) {
    throw new OrgError('INVALIDJOB', 'External ID was blank for upsert operation. An External ID must be specified');
  }
  const contentType = textOf(body, 'contentType') ?? 'CSV';
  if (contentType !== 'CSV') {
    throw new OrgError('INVALIDJOB', `Unsupported content type: ${contentType}. Bulk API 2.0 takes CSV`);
  }
  const columnDelimiter = textOf(body, 'columnDelimiter') ?? 'COMMA';
  delimiterOf(columnDelimiter);
  const job = call.services.bulk.openIngest(call.actor, {
    object: object.name,
    operation,
    ...(externalId === undefined ? {} : { externalIdField: requireExternalId(call, object, externalId).name }),
    columnDelimiter,
    lineEnding: textOf(body, 'lineEnding') ?? 'LF',
    apiVersion: Number(call.version.slice(1)),
  });
  return ok(toIngestJobInfo(job, call.version));
}

function list(call: Call): Answer {
  const records = call.services.bulk.ingestJobs(call.actor).map((job) => toIngestJobInfo(job, call.version));
  return ok({ done: true, records, nextRecordsUrl: null });
}

async function status(call: Call): Promise<Answer> {
  const job = jobOf(call);
  await call.services.bulk.patience(job);
  return ok(toIngestJobInfo(job, call.version));
}

function upload(call: Call): Answer {
  const job = jobOf(call);
  if (job.state !== 'Open') {
    throw new OrgError('INVALIDJOBSTATE', `The job takes data while it is Open; it is ${job.state}`);
  }
  if (typeof call.body !== 'string') {
    throw new OrgError('INVALIDJOB', 'Send the data as text/csv');
  }
  job.upload = call.body;
  job.uploads += 1;
  return { status: 201 };
}

function changeState(call: Call): Answer {
  const job = jobOf(call);
  const state = requiredText(objectBody(call.body), 'state');
  if (state === 'Aborted' && !isEnded(job)) {
    job.state = 'Aborted';
  } else if (state === 'UploadComplete' && job.state === 'Open' && job.uploads > 1) {
    throw new OrgError(
      'INVALIDJOB',
      `Found multiple contents for job: ${job.id}, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
    );
  } else if (state === 'UploadComplete' && job.state === 'Open') {
    call.services.bulk.start(job, call.clock);
  } else {
    throw new OrgError('INVALIDJOBSTATE', `A job that is ${job.state} cannot become ${state}`);
  }
  return ok(toIngestJobInfo(job, call.version));
}

function remove(call: Call): Answer {
  const { state } = jobOf(call);
  if (state === 'Open' || state === 'InProgress') {
    throw new OrgError('INVALIDJOBSTATE', `A job that is ${state} cannot be deleted: abort it first`);
  }
  call.services.bulk.remove(call.actor, call.params['id'] ?? '');
  return noContent();
}

function results(call: Call, success: boolean): Answer {
  const job = jobOf(call);
  const heads = success ? ['sf__Id', 'sf__Created'] : ['sf__Id', 'sf__Error'];
  const rows = job.results.flatMap((result, index) => {
    if (result.success !== success) {
      return [];
    }
    const second = success ? String(result.created ?? job.operation === 'insert') : errorText(job, index);
    return [[result.id ?? '', second, ...(job.table.rows[index] ?? [])]];
  });
  return csv(job, [...heads, ...job.table.columns], rows);
}

function unprocessed(call: Call): Answer {
  const job = jobOf(call);
  return csv(job, job.table.columns, job.table.rows.slice(job.results.length));
}

/** A refused row's errors as the platform writes them: `CODE:message:fields --`. */
function errorText(job: IngestJob, index: number): string {
  const errors = job.results[index]?.errors ?? [];
  return errors.map(({ statusCode, message, fields }) => `${statusCode}:${message}:${fields.join(',')} --`).join(' ');
}

function csv(job: IngestJob, columns: readonly string[], rows: readonly (readonly string[])[]): Answer {
  return {
    status: 200,
    body: writeCsv(columns, rows, delimiterOf(job.columnDelimiter), job.lineEnding),
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  };
}

function jobOf(call: Call): IngestJob {
  return call.services.bulk.ingest(call.actor, call.params['id'] ?? '');
}
