import { OrgError } from '../../error.ts';
import { valueAt } from '../../json-object.ts';
import type { Condition } from '../../query/plan.ts';
import type { ObjectDefinition } from '../../schema/types.ts';
import { ok, type Answer, type Call, type Resource } from '../call.ts';
import { requireObject } from './require-object.ts';
import { toRestDateTime } from './rest-value.ts';

const MINUTE = 60_000;

/** How far back the platform tells. Source: REST API Developer Guide, "sObject Get Deleted", "sObject Get Updated". */
const DELETED_DAYS = 15;
const UPDATED_DAYS = 30;
const MOST_IDS = 600_000;

/** Which records of an object were deleted or changed in a span of time. */
export const replicationResources: readonly Resource[] = [
  { method: 'GET', pattern: '/sobjects/:object/deleted', handle: deleted },
  { method: 'GET', pattern: '/sobjects/:object/updated', handle: updated },
];

function deleted(call: Call): Answer {
  const { start, end, earliest, covered } = span(call, DELETED_DAYS);
  const rows = rowsBetween(call, start, end, true);
  return ok({
    deletedRecords: rows.map(([id, date]) => ({ id, deletedDate: toRestDateTime(date) })),
    earliestDateAvailable: toRestDateTime(earliest),
    latestDateCovered: toRestDateTime(covered),
  });
}

function updated(call: Call): Answer {
  const { start, end, covered } = span(call, UPDATED_DAYS);
  const rows = rowsBetween(call, start, end, false);
  return ok({ ids: rows.map(([id]) => id), latestDateCovered: toRestDateTime(covered) });
}

interface Span {
  readonly start: string;
  readonly end: string;
  /** Nothing from before this moment is told. */
  readonly earliest: string;
  /** Where the client's next span has to start: never later than now. */
  readonly covered: string;
}

/** The span that was asked for, in whole minutes: the platform ignores seconds. */
function span(call: Call, days: number): Span {
  const [start, end] = [minuteIn(call, 'start'), minuteIn(call, 'end')];
  if (end - start <= MINUTE) {
    throw new OrgError('INVALID_REPLICATION_DATE', 'start must be more than one minute before end');
  }
  const now = call.org.now().getTime();
  const earliest = now - days * 24 * 60 * MINUTE;
  return {
    start: isoOf(Math.max(start, earliest)),
    end: isoOf(end),
    earliest: isoOf(earliest),
    covered: isoOf(Math.min(end, now)),
  };
}

function minuteIn(call: Call, name: string): number {
  const moment = Date.parse(call.query.get(name)?.replace(' ', '+') ?? '');
  if (Number.isNaN(moment)) {
    throw new OrgError('INVALID_REPLICATION_DATE', `${name} must be a moment in ISO 8601`);
  }
  return Math.floor(moment / MINUTE) * MINUTE;
}

function isoOf(moment: number): string {
  return new Date(moment).toISOString();
}

function rowsBetween(call: Call, start: string, end: string, isDeleted: boolean): [id: string, date: string][] {
  const object = requireObject(call, call.params['object'] ?? '');
  const path = stampOf(call, object, isDeleted);
  const moment = (operator: '>=' | '<', value: string): Condition => ({
    kind: 'compare',
    left: { path },
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
    fields: [{ path: ['Id'] }, { path }],
    children: [],
    where: { kind: 'and', conditions: [moment('>=', start), moment('<', end), deletedFlag] },
    orderBy: [{ path, direction: 'asc', nulls: 'first' }],
    allRows: isDeleted,
  });
  if (records.length > MOST_IDS) {
    throw new OrgError('EXCEEDED_ID_LIMIT', `At most ${MOST_IDS} ids are told in one call; ask for a shorter span`);
  }
  return records.map((record) => [String(record['Id']), String(valueAt(record, path.join('.')))]);
}

/** When a record last changed. A history has no stamp: its rows are made once, and go with their record. */
function stampOf({ org }: Call, { name, historyOf }: ObjectDefinition, isDeleted: boolean): string[] {
  if (!historyOf) return ['SystemModstamp'];
  const parent = org.schema.field(name, historyOf.reference)?.relationshipName;
  return isDeleted && parent !== undefined ? [parent, 'SystemModstamp'] : ['CreatedDate'];
}
