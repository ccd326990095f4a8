import { DAY, OVERALL, type ReadinessParameters } from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';
import { type ReplicaStore, slices, stateKey } from './replica-store.ts';
import type { Roster } from './roster.ts';
import { type Milestones, readMilestones } from './milestones.ts';
import { type ScopeScores, type TrendPerson, keepScores, scopeScores } from './trend.ts';

/** Mondays that a new replica fills. */
const WEEKS = 12;
/** How far back is looked for the day on which somebody became proficient. */
const MILESTONE_DAYS = 731;
const PEOPLE_AT_ONCE = 200;

export interface DayEndOptions {
  readonly now: Date;
  readonly parameters: ReadinessParameters;
  readonly roster: Roster;
}

/**
 * What is kept of the past as the replay passes the end of each day (UTC): the points of the trends, and the Monday on
 * which somebody had reached the target of the role.
 *
 * - Every Monday since this replica began, and the last twelve, get a point for everybody with evidence.
 * - Other days since this replica began get one for whoever had evidence that day, where something moved noticeably.
 * - Days that have points already are corrected, whenever they are passed again.
 */
export function dayEnds(sql: RawSql, options: DayEndOptions): (moment: number, store: ReplicaStore) => void {
  const { now, parameters, roster } = options;
  const beganOn = trackedSince(sql, now);
  const firstMonday = dayOf(mondayBefore(now.getTime()) - (WEEKS - 1) * 7 * DAY);
  const eligible = (personId: string): TrendPerson | undefined => {
    const targets = roster.targetsOf(personId);
    return roster.people.get(personId)?.active === true && targets.length > 0 ? { personId, targets } : undefined;
  };
  let milestones: Milestones | undefined;

  return (moment, store) => {
    milestones ??= readMilestones(sql, roster);
    const day = dayOf(moment);
    const isMonday = new Date(moment).getUTCDay() === 1;
    const isOpen = day >= beganOn;
    const isWanted = isMonday && (isOpen || day >= firstMonday);
    const forTrend = new Set([
      ...(isWanted ? roster.people.keys() : []),
      ...(isOpen && !isWanted ? peopleWithEvidence(sql, moment - DAY, moment) : []),
      ...peopleWithPoints(sql, day),
    ]);
    const isRecent = isMonday && now.getTime() - moment < MILESTONE_DAYS * DAY;
    const lookedFor = milestones;
    const forMilestone = new Set(
      isRecent
        ? peopleWithEvidence(sql, moment - 7 * DAY, moment).filter((personId) => lookedFor.isOpen(personId, day))
        : [],
    );
    const people = [...new Set([...forTrend, ...forMilestone])].flatMap((personId) => eligible(personId) ?? []);
    for (const some of slices(people, PEOPLE_AT_ONCE)) {
      store.readAhead('person', some.map(({ personId }) => personId)); // prettier-ignore
      store.readAhead(
        'state',
        some.flatMap(({ personId, targets }) =>
          store.person(personId) === undefined ? [] : targets.map(({ skillCode }) => stateKey(personId, skillCode)),
        ),
      );
      const scores = new Map<string, ScopeScores>(
        some.map((person) => [person.personId, scopeScores(person, store, new Date(moment), parameters)]),
      );
      for (const [personId, scopes] of scores) {
        const overall = scopes.find(({ scope }) => scope === OVERALL)?.score;
        if (forMilestone.has(personId) && overall !== undefined) milestones.reach(personId, overall, day);
      }
      const trends = new Map([...scores].filter(([personId]) => forTrend.has(personId)));
      if (trends.size > 0) keepScores(sql, day, trends, { isWanted, isOpen });
      store.shed();
    }
    milestones.flush();
  };
}

/** The first day of which this replica keeps more than Mondays: that of its first replay. */
export function trackedSince(sql: RawSql, now: Date): string {
  sql.run(`INSERT OR IGNORE INTO setting (name, value) VALUES ('snapshots_from', ?)`, dayOf(now.getTime()));
  return sql.value<string>(`SELECT value FROM setting WHERE name = 'snapshots_from'`) ?? '';
}

/** The UTC day of a moment. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** Some moment of the last Monday, today's included. */
function mondayBefore(moment: number): number {
  return moment - ((new Date(moment).getUTCDay() + 6) % 7) * DAY;
}

function peopleWithEvidence(sql: RawSql, after: number, until: number): string[] {
  return sql.rows(
    `SELECT json_quote(person_id) AS row FROM (SELECT DISTINCT person_id FROM evidence WHERE at > ? AND at <= ?)`,
    after,
    until,
  );
}

function peopleWithPoints(sql: RawSql, day: string): string[] {
  return sql.rows(
    `SELECT json_quote(person_id) AS row FROM (SELECT DISTINCT person_id FROM snapshot WHERE day = ?)`,
    day,
  );
}
