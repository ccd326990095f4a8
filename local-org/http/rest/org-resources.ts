import { ok, type Call, type Resource } from '../call.ts';
import { identityUrl } from '../oauth/identity.ts';

/** Facts of the org as a whole: its resources, its limits, what records were deleted or changed. */
export const orgResources: readonly Resource[] = [
  { method: 'GET', pattern: '/', handle: (call) => ok(resourceList(call)) },
  { method: 'GET', pattern: '/limits', handle: (call) => ok(limits(call)) },
  { method: 'GET', pattern: '/limits/recordCount', handle: (call) => ok(recordCounts(call)) },
];

function resourceList(call: Call): Record<string, string> {
  const names = [
    'composite',
    'graphql',
    'jobs',
    'limits',
    'metadata',
    'query',
    'queryAll',
    'search',
    'sobjects',
    'ui-api',
  ];
  const below = `/services/data/${call.version}`;
  return {
    ...Object.fromEntries(names.map((name) => [name, `${below}/${name}`])),
    identity: identityUrl(call.instanceUrl, call.org.organizationId, call.actor.userId),
  };
}

function limits(call: Call): Record<string, { Max: number; Remaining: number }> {
  const { usage } = call.services;
  const unused = (Max: number): { Max: number; Remaining: number } => ({ Max, Remaining: Max });
  return {
    DailyApiRequests: { Max: usage.maximum, Remaining: usage.remaining },
    DailyBulkApiBatches: unused(15_000),
    DailyBulkV2QueryJobs: unused(10_000),
    DataStorageMB: unused(10_240),
    FileStorageMB: unused(10_240),
  };
}

/** Counts of records by object, as `limits/recordCount?sObjects=Account,Contact` gives them. */
function recordCounts(call: Call): { sObjects: { name: string; count: number }[] } {
  const asked = call.query
    .get('sObjects')
    ?.split(',')
    .map((name) => name.trim());
  const access = call.org.access(call.actor);
  const objects = call.org.schema.objects.filter(
    ({ name }) => access.object(name).read && (asked === undefined || asked.includes(name)),
  );
  return {
    sObjects: objects.map(({ name }) => {
      const plan = {
        object: name,
        fields: [{ path: ['Id'], aggregate: 'count', alias: 'found' }],
        children: [],
        orderBy: [],
        allRows: false,
      } as const;
      return { name, count: Number(call.org.query(call.actor, plan).records[0]?.['found'] ?? 0) };
    }),
  };
}
