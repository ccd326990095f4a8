import { OrgError } from '../../error.ts';
import { isAggregate } from '../../query/aggregate-query.ts';
import type { QueryPlan } from '../../query/plan.ts';
import { soqlToPlan } from '../../query/run.ts';
import { noContent, ok, type Answer, type Call, type Resource } from '../call.ts';
import { objectBody, requiredText, textOf } from '../rest/body.ts';
import { delimiterOf, writeCsv } from './csv.ts';
import { cellsOf, toQueryJobInfo, type QueryJob } from './query-job.ts';

const ROWS_A_PAGE = 50_000;

/** Bulk API 2.0: reading records as CSV. */
export const queryJobResources: readonly Resource[] = [
  { method: 'POST', pattern: '/jobs/query', handle: create },
  { method: 'GET', pattern: '/jobs/query', handle: list },
  { method: 'GET', pattern: '/jobs/query/:id', handle: (call) => ok(toQueryJobInfo(jobOf(call))) },
  { method: 'PATCH', pattern: '/jobs/query/:id', handle: abort },
  { method: 'DELETE', pattern: '/jobs/query/:id', handle: remove },
  { method: 'GET', pattern: '/jobs/query/:id/results', handle: results },
];

function create(call: Call): Answer {
  const body = objectBody(call.body);
  const operation = textOf(body, 'operation') === 'queryAll' ? 'queryAll' : 'query';
  const text = requiredText(body, 'query');
  const plan = soqlToPlan(call.org.schema, text);
  if (!isBulkQuery(plan)) {
    throw new OrgError(
      'API_ERROR',
      'Bulk queries cannot hold subqueries, GROUP BY, aggregate functions, OFFSET or TYPEOF',
    );
  }
  const startedAt = performance.now();
  const { records } = call.org.soql(call.actor, text, { allRows: operation === 'queryAll' });
  const columnDelimiter = textOf(body, 'columnDelimiter') ?? 'COMMA';
  delimiterOf(columnDelimiter);
  const job = call.services.bulk.addQuery({
    actor: call.actor,
    operation,
    object: plan.object,
    apiVersion: Number(call.version.slice(1)),
    columnDelimiter,
    lineEnding: textOf(body, 'lineEnding') ?? 'LF',
    createdAt: call.org.now(),
    columns: plan.fields.map(({ alias, path }) => alias ?? path.join('.')),
    records,
    processingMs: Math.round(performance.now() - startedAt),
  });
  return ok(toQueryJobInfo(job));
}

/** Source: "SOQL Considerations" of the platform's Bulk API 2.0 guide. */
function isBulkQuery(plan: QueryPlan): boolean {
  const { children, typeBranches = [], offset } = plan;
  return children.length === 0 && typeBranches.length === 0 && offset === undefined && !isAggregate(plan);
}

function list(call: Call): Answer {
  return ok({
    done: true,
    records: call.services.bulk.queryJobs(call.actor).map(toQueryJobInfo),
    nextRecordsUrl: null,
  });
}

/** A query is read when its job is created: there is nothing left to abort. */
function abort(call: Call): Answer {
  throw new OrgError('INVALIDJOBSTATE', `Aborting already Completed Job not allowed: ${jobOf(call).id}`);
}

/** A page of results; the header `Sforce-Locator` leads to the next one, and says `null` on the last. */
function results(call: Call): Answer {
  const job = jobOf(call);
  const start = Number(call.query.get('locator') ?? 0);
  const count = Math.max(1, Number(call.query.get('maxRecords') ?? ROWS_A_PAGE));
  if (!Number.isInteger(start) || start < 0 || !Number.isInteger(count)) {
    throw new OrgError('INVALIDJOB', 'locator and maxRecords must come from an earlier answer');
  }
  const page = job.records.slice(start, start + count);
  const end = start + page.length;
  return {
    status: 200,
    body: writeCsv(
      job.columns,
      page.map((record) => cellsOf(job, record)),
      delimiterOf(job.columnDelimiter),
      job.lineEnding,
    ),
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'sforce-locator': end < job.records.length ? String(end) : 'null',
      'sforce-numberofrecords': String(page.length),
    },
  };
}

function remove(call: Call): Answer {
  call.services.bulk.remove(call.actor, call.params['id'] ?? '');
  return noContent();
}

function jobOf(call: Call): QueryJob {
  return call.services.bulk.query(call.actor, call.params['id'] ?? '');
}
