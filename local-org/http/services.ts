import type { BulkJobs } from './bulk/bulk-jobs.ts';
import type { QueryCursors } from './rest/query-cursors.ts';
import type { ApiUsage } from './session/api-usage.ts';
import type { Sessions } from './session/sessions.ts';
import type { Deployments } from './soap/deployments.ts';

/** What the doors remember between requests. */
export interface Services {
  readonly sessions: Sessions;
  readonly cursors: QueryCursors;
  readonly usage: ApiUsage;
  readonly bulk: BulkJobs;
  readonly deployments: Deployments;
}
