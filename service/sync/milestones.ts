import type { AggregateScore } from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';
import { slices, writeStates } from './replica-store.ts';
import type { Roster } from './roster.ts';

/** When somebody first had the readiness that the role asks for: by role and its beginning, as a day (UTC). */
interface Milestone {
  readonly role: string;
  readonly since: string | null;
  readonly on: string;
}

/** The days on which people became proficient in the role they have. */
export interface Milestones {
  dayOf(personId: string): string | undefined;
  /** Whether it is still to be found, and `day` lies in the time of the role. */
  isOpen(personId: string, day: string): boolean;
  /** Takes note of the overall score at the end of a day: with enough evidence and at the target, that is the day. */
  reach(personId: string, overall: AggregateScore, day: string): void;
  /** Keeps what was found, as of the replay's present place. Inside a transaction. */
  flush(): void;
}

/** Reads what was found so far. A milestone of another role, or of the role's earlier beginning, is none. */
export function readMilestones(sql: RawSql, roster: Roster): Milestones {
  const kept = new Map(
    sql.rows<[string, Milestone]>(
      `SELECT json_array(key, json(value)) AS row FROM replay_state WHERE kind = 'proficient'`,
    ),
  );
  const found = new Map<string, Milestone>();
  const dayOf = (personId: string): string | undefined => {
    const milestone = kept.get(personId);
    const person = roster.people.get(personId);
    return milestone?.role === person?.role && milestone?.since === (person?.since ?? null) ? milestone?.on : undefined;
  };
  return {
    dayOf,
    isOpen: (personId, day) => dayOf(personId) === undefined && day >= (roster.people.get(personId)?.since ?? ''),
    reach: (personId, { score, target, enoughEvidence }, day) => {
      const person = roster.people.get(personId);
      if (person?.role === undefined || !enoughEvidence || target === undefined || score < target) return;
      const milestone = { role: person.role, since: person.since ?? null, on: day };
      kept.set(personId, milestone);
      found.set(personId, milestone);
    },
    flush: () => {
      if (found.size === 0) return;
      const checkpoint = sql.value<number | null>('SELECT MAX(moment) FROM replay_checkpoint') ?? undefined;
      for (const some of slices([...found].sort(), 5_000)) writeStates(sql, 'proficient', some, checkpoint);
      found.clear();
    },
  };
}
