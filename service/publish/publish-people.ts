import { DAY, OVERALL, type PersonReadiness } from '../../core/index.ts';
import type { OrgClient } from '../connection/index.ts';
import type { RawSql } from '../replica/index.ts';
import { dayOf } from '../sync/day-ends.ts';
import { type Milestones, readMilestones } from '../sync/milestones.ts';
import { slices } from '../sync/replica-store.ts';
import { type ScopeScores, keepScores } from '../sync/trend.ts';
import type { ComputedRow } from './computed-row.ts';
import { type KnownPeopleOptions, knownPeople } from './known-people.ts';
import { type PublishContext, type PublishReport, together } from './publish-report.ts';
import { type Deletion, deleteRows, deletionsOf, forgetting, refuseManyDeletions, writeRows } from './publish-rows.ts';
import { type ComputedObject, publishedOf } from './published-rows.ts';
import type { ActiveLaunch } from './launch-rows.ts';
import { personRows } from './person-rows.ts';
import {
  ANY,
  NOTICEABLE,
  READINESS_QUERY,
  type ReadinessContent,
  isReadinessChanged,
  readinessContentOf,
} from './readiness-content.ts';

export const READINESS: ComputedObject<ReadinessContent> = {
  object: 'Readiness__c',
  query: READINESS_QUERY,
  fingerprint: 'readiness_fingerprint',
  contentOf: readinessContentOf,
};

export interface PeopleOptions extends KnownPeopleOptions {
  /** Everybody, or the people noted as changed. */
  readonly everybody: boolean;
  readonly launches: readonly ActiveLaunch[];
  /** Skills or targets changed: deletions are counted before anything is written. */
  readonly countFirst: boolean;
}

const PEOPLE_AT_ONCE = 100;
const ROWS_AT_ONCE = 4_000;

interface RowChanges {
  readonly upserts: readonly ComputedRow<ReadinessContent>[];
  readonly deletions: readonly Deletion[];
}

/**
 * Publishes the readiness of people, a hundred at a time: their rows are computed, compared with what the org holds of
 * them, and written where they differ. People who left keep their rows; rows of people, skills or targets that are no
 * more go.
 *
 * @throws FluencyError PUBLISH_WOULD_DELETE_MUCH
 */
export async function publishPeople(
  client: OrgClient,
  sql: RawSql,
  options: PeopleOptions,
  context: PublishContext,
): Promise<PublishReport> {
  const { object } = READINESS;
  const known = knownPeople(sql, options);
  const milestones = readMilestones(sql, options.roster);
  const personIds = peopleToPublish(sql, options);
  const rowsOfPerson = personRows(sql, { ...options, people: personIds, skills: known.skills });
  const rowsOf = (people: readonly PersonReadiness[]): RowChanges =>
    changesOf(sql, people, (person, overall) =>
      rowsOfPerson(person, proficientDay(milestones.dayOf(person.personId), overall)),
    );
  const batches = slices(personIds, PEOPLE_AT_ONCE);
  const deletions = rowsOfStrangers(sql, options);
  const countRows = (): number => sql.value<number>('SELECT COUNT(*) FROM published WHERE object = ?', object) ?? 0;
  const counted = options.countFirst
    ? batches.reduce((sum, ids) => sum + rowsOf(known.readinessOf(ids)).deletions.length, 0)
    : 0;
  refuseManyDeletions(object, deletions.length + counted, countRows);

  const reports: PublishReport[] = [];
  let waiting: ComputedRow<ReadinessContent>[] = [];
  let done: string[] = [];
  const write = async (): Promise<void> => {
    const report = await writeRows(client, sql, object, waiting, context);
    reports.push(report);
    if (!context.dryRun) forgetChanged(sql, done, report);
    [waiting, done] = [[], []];
  };
  for (const ids of batches) {
    // A day's trend and the milestones are facts of the replica: they are kept in a dry run too.
    const people = known.readinessOf(ids);
    sql.transaction(() => keepToday(sql, people, milestones, options));
    const changes = rowsOf(people);
    waiting.push(...changes.upserts);
    done.push(...ids);
    deletions.push(...changes.deletions);
    if (waiting.length >= ROWS_AT_ONCE) await write();
  }
  await write();
  refuseManyDeletions(object, deletions.length, countRows);
  reports.push(await deleteRows(client, object, deletions, context, forgetting(sql, object)));
  if (!context.dryRun) forgetOthers(sql, options);
  return together(reports);
}

/** Active people with a sales role or evidence, by id: everybody, or those noted as changed. */
function peopleToPublish(sql: RawSql, { roster, everybody }: PeopleOptions): string[] {
  const select = everybody
    ? `SELECT u.id FROM "user" u WHERE TRUE`
    : `SELECT u.id FROM changed_person c CROSS JOIN "user" u ON u.id = c.person_id WHERE c.purpose = 'publish'`;
  const ids = sql.rows<string>(
    `SELECT json_quote(id) AS row FROM (${select} AND u.active = 1 AND (u.sales_role IS NOT NULL OR EXISTS (
       SELECT 1 FROM replay_state s WHERE s.kind = 'start' AND s.key = u.id)) ORDER BY u.id)`,
  );
  return ids.filter((personId) => roster.people.has(personId));
}

/** Rows of people who are no users any more, and of users whose evidence is gone and who have no role. */
function rowsOfStrangers(sql: RawSql, { everybody }: PeopleOptions): Deletion[] {
  const of = everybody
    ? `SELECT DISTINCT substr(key, 1, instr(key, ':') - 1) AS person FROM published WHERE object = '${READINESS.object}'`
    : `SELECT lower(person_id) AS person FROM changed_person WHERE purpose = 'publish'`;
  return sql.rows(
    `SELECT json_object('key', p.key, 'orgId', p.org_id) AS row FROM (${of}) o CROSS JOIN published p
       ON p.object = '${READINESS.object}' AND p.key > o.person || ':' AND p.key < o.person || ';'
     WHERE o.person NOT IN (SELECT lower(id) FROM "user" WHERE active = 0 OR sales_role IS NOT NULL
       OR EXISTS (SELECT 1 FROM replay_state s WHERE s.kind = 'start' AND s.key = "user".id))`,
  );
}

/** What differs between rows just computed and what the org holds of these people. */
function changesOf(
  sql: RawSql,
  people: readonly PersonReadiness[],
  rowsOf: (person: PersonReadiness, overall: ReadinessContent | undefined) => ComputedRow<ReadinessContent>[],
): RowChanges {
  const published = publishedOf<ReadinessContent>(
    sql,
    READINESS.object,
    people.map(({ personId }) => personId),
  );
  const rows: ComputedRow<ReadinessContent>[] = [];
  const upserts: ComputedRow<ReadinessContent>[] = [];
  for (const person of people) {
    const key = `${person.personId}:${OVERALL}`.toLowerCase();
    const overall = published.get(key)?.content;
    const own = rowsOf(person, overall);
    const state = own.find((row) => row.key.toLowerCase() === key)?.content.state;
    // New evidence changes what is known of the person, and so every skill a little; their page shows it already.
    const least = state === overall?.state ? NOTICEABLE : ANY;
    rows.push(...own);
    upserts.push(...own.flatMap((row) => upsertOf(row, published.get(row.key.toLowerCase())?.content, least)));
  }
  return { upserts, deletions: deletionsOf(published, rows) };
}

/** The row, where it is not what the org holds; with its evidence, where that changed. */
function upsertOf(
  row: ComputedRow<ReadinessContent>,
  before: ReadinessContent | undefined,
  least: number,
): ComputedRow<ReadinessContent>[] {
  if (before !== undefined && !isReadinessChanged(before, row.content, least)) return [];
  return [before?.state === row.content.state ? row : withEvidence(row)];
}

function withEvidence({ key, personId, content, record, evidence }: ComputedRow<ReadinessContent>) {
  return { key, personId, content, record: evidence === undefined ? record : { ...record, Evidence__c: evidence() } };
}

/**
 * The day that is published as that of proficiency. The replay finds Mondays; a sync that ran in the week before that
 * Monday may have found and published the very day, which a new replica cannot know.
 */
function proficientDay(day: string | undefined, published: ReadinessContent | undefined): string | undefined {
  const before = published?.proficientOn ?? undefined;
  if (day === undefined || before === undefined || before > day) return day;
  return Date.parse(day) - Date.parse(before) < 7 * DAY ? before : day;
}

/** Keeps today's points of the trend, and the milestones that were reached today. */
function keepToday(
  sql: RawSql,
  people: readonly PersonReadiness[],
  milestones: Milestones,
  { now }: KnownPeopleOptions,
): void {
  const today = dayOf(now.getTime());
  const scores = new Map<string, ScopeScores>();
  for (const { personId, overall, domains } of people) {
    if (overall === undefined) continue;
    scores.set(personId, [
      { scope: OVERALL, score: overall.score },
      ...domains.map(({ name, score }) => ({ scope: name, score })),
    ]);
    if (milestones.isOpen(personId, today)) milestones.reach(personId, overall.score, today);
  }
  keepScores(sql, today, scores, { isWanted: now.getUTCDay() === 1, isOpen: true });
  milestones.flush();
}

/** People whose rows the org took are done with; the others are looked at again next time. */
function forgetChanged(sql: RawSql, personIds: readonly string[], { refused }: PublishReport): void {
  const again = new Set(refused.map(({ key }) => key.slice(0, key.indexOf(':'))));
  sql.run(
    `DELETE FROM changed_person WHERE purpose = 'publish' AND person_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(personIds.filter((personId) => !again.has(personId))),
  );
}

/** People who get no rows (they left, or are no users) need not be looked at again. */
function forgetOthers(sql: RawSql, { roster }: PeopleOptions): void {
  const noted = sql.rows<string>(`SELECT json_quote(person_id) AS row FROM changed_person WHERE purpose = 'publish'`);
  const others = noted.filter((personId) => roster.people.get(personId)?.active !== true);
  forgetChanged(sql, others, { objects: [], refused: [] });
}
