import type { ReadinessParameters } from '../../core/index.ts';
import { replicaParameters } from '../calibrate/replica-parameters.ts';
import type { Replica } from '../replica/index.ts';
import { dayEnds } from './day-ends.ts';
import { deriveEvidence } from './derive-evidence.ts';
import { replayToNow } from './replay.ts';
import { type Roster, readRoster } from './roster.ts';

export interface ComputedReadiness {
  readonly roster: Roster;
  readonly parameters: ReadinessParameters;
  /** Pieces of evidence in the replica, practice included. */
  readonly evidence: number;
  /** Active users with a sales role or evidence: those who get rows. */
  readonly people: number;
  /** Pieces that this run went through. */
  readonly replayed: number;
}

/**
 * Brings what the replica has learned to all evidence up to now, at a cost that grows with what changed: evidence is
 * derived again from the records that changed, and the replay goes on from where it stopped, or from shortly before the
 * earliest change.
 */
export async function computeReadiness(
  { db, sql }: Replica,
  now: Date,
  onProgress?: (done: number, total: number, step: string) => void,
): Promise<ComputedReadiness> {
  const parameters = await replicaParameters(db);
  const roster = readRoster(sql);
  deriveEvidence(sql);
  const options = { now, parameters, roster };
  const replayed = replayToNow(sql, {
    ...options,
    atDayEnd: dayEnds(sql, options),
    ...(onProgress === undefined
      ? {}
      : { onProgress: (done: number, total: number) => onProgress(done, total, 'computing') }),
  });
  return {
    roster,
    parameters,
    replayed,
    evidence: sql.value<number>('SELECT COUNT(*) FROM evidence') ?? 0,
    people:
      sql.value<number>(
        `SELECT COUNT(*) FROM "user" u WHERE active = 1 AND (sales_role IS NOT NULL OR EXISTS (
           SELECT 1 FROM replay_state s WHERE s.kind = 'start' AND s.key = u.id))`,
      ) ?? 0,
  };
}
