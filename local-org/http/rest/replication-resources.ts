import { OrgError } from '../../error.ts';
import type { Condition } from '../../query/plan.ts';
import { ok, type Answer, type Call, type Resource } from '../call.ts';
import { requireObject } from './require-object.ts';
import { toRestDateTime } from './rest-value.ts';

/** Which records of an object were deleted or changed in a span of time. */
export const replicationResources: readonly Resource[] = [
  { method: 'GET', pattern: '/sobjects/:object/deleted', handle: deleted },
  { method: 'GET', pattern: '/sobjects/:object/updated', handle: updated },
];

function deleted(call: Call): Answer {
  const { start, end } = span(call);
  const rows = rowsBetween(call, start, end, true);
  return ok({
    deletedRecords: rows.map(([id, date]) => ({ id, deletedDate: toRestDateTime(date) })),
    earliestDateAvailable: toRestDateTime(new Date(0).toISOString()),
    latestDateCovered: toRestDateTime(end),
  });
}

function updated(call: Call): Answer {
  const { start, end } = span(call);
  const rows = rowsBetween(call, start, end, false);
  return ok({ ids: rows.map(([id]) => id), latestDateCovered: toRestDateTime(end) });
}

function span(call: Call): { start: string; end: string } {
  const [start, end] = ['start', 'end'].map((name) => {
    const date = new Date(call.query.get(name)?.replace(' ', '+') ?? '');
    if (Number.isNaN(date.getTime())) {
      throw new OrgError('INVALID_REPLICATION_DATE', `${name} must be a moment in ISO 8601`);
    }
    return date.toISOString();
  }) as [string, string];
  if (start >= end) {
    throw new OrgError('INVALID_REPLICATION_DATE', 'start must be before end');
  }
  return { start, end };
}

function rowsBetween(call: Call, start: string, end: string, isDeleted: boolean): [id: string, date: string][] {
  const object = requireObject(call, call.params['object'] ?? '');
  const moment = (operator: '>=' | '<', value: string): Condition => ({
    kind: 'compare',
    left: { path: ['SystemModstamp'] },
    operator,
    value: { kind: 'datetime', value },
  });
  const deletedFlag: Condition = {
    kind: 'compare',
    left: { path: ['IsDeleted'] },
    operator: '=',
    value: { kind: 'boolean', value: isDeleted },
  };
  const { records } = call.org.query(call.actor, {
    object: object.name,
    fields: [{ path: ['Id'] }, { path: ['SystemModstamp'] }],
    children: [],
    where: { kind: 'and', conditions: [moment('>=', start), moment('<', end), deletedFlag] },
    orderBy: [{ path: ['SystemModstamp'], direction: 'asc', nulls: 'first' }],
    allRows: isDeleted,
  });
  return records.map((record) => [String(record['Id']), String(record['SystemModstamp'])]);
}
