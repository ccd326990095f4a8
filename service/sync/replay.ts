import { type CountedCheck, createReplay, DAY, type ReadinessParameters } from '../../core/index.ts';
import { digestOf } from '../digest.ts';
import type { RawSql, SettingName } from '../replica/index.ts';
import { addCheckpoint, goBack, isCheckpoint, thinCheckpoints } from './checkpoints.ts';
import { type EvidencePlace, type EvidenceRow, PAGE, evidencePages, pieceOf } from './evidence.ts';
import { type ReplicaStore, replicaStore, stateKey } from './replica-store.ts';
import { changedStart, keepMonth, monthAt, rememberRoles } from './role-months.ts';
import type { Roster } from './roster.ts';

export interface ReplayOptions {
  /** Evidence later than this does not count yet. */
  readonly now: Date;
  readonly parameters: ReadinessParameters;
  readonly roster: Roster;
  /** Called when the replay has come to the end (UTC) of a day, in the transaction in which it got there. */
  readonly atDayEnd?: (moment: number, store: ReplicaStore) => void;
  readonly onProgress?: (done: number, total: number) => void;
  /** Pieces read at once, and at least so many between two commits: what a killed replay may have to do again. */
  readonly pageSize?: number;
  readonly piecesACommit?: number;
}

const PIECES_A_COMMIT = 1_000_000;
const BEGINNING: EvidencePlace = { at: -DAY * 1e8, id: '' };
/** After every id. */
const LAST_ID = '\uffff';

/**
 * Brings the states in the replica to all evidence up to now: goes on from where the last replay stopped, or, where
 * evidence came late, was corrected or is gone, from the newest checkpoint before that. What comes out is exactly what
 * a replay of everything gives. It may be killed at any point.
 *
 * @returns how many pieces were gone through
 */
export function replayToNow(sql: RawSql, options: ReplayOptions): number {
  const { now, parameters, roster, pageSize = PAGE, piecesACommit = PIECES_A_COMMIT } = options;
  const until = now.getTime();
  sql.transaction(() => comeToStart(sql, options));
  const store = replicaStore(sql, parameters);
  let frontier = readFrontier(sql) ?? BEGINNING;
  const month = monthAt(sql, frontier.at);
  const replay = createReplay({
    store,
    roleOf: (personId) => roster.roleOf(personId),
    parameters,
    ...(month === undefined ? {} : { month }),
    earlier: lastChecks(sql, frontier),
    onMonth: (begun) => keepMonth(sql, begun, store),
  });
  let dayEnd: number | undefined = frontier === BEGINNING ? undefined : dayEndAfter(frontier);

  /** Passes the ends of all days before a moment. */
  const passDays = (moment: number): void => {
    for (dayEnd ??= endOfDay(moment); dayEnd < moment; dayEnd += DAY) {
      replay.passTo(dayEnd);
      options.atDayEnd?.(dayEnd, store);
      if (isCheckpoint(dayEnd, until)) {
        store.flush();
        addCheckpoint(sql, dayEnd);
      }
      frontier = { at: dayEnd, id: LAST_ID };
    }
  };
  const takePage = (page: readonly EvidenceRow[]): void => {
    store.readAhead('person', page.map((row) => row[3])); // prettier-ignore
    store.readAhead('state', page.map((row) => stateKey(row[3], row[4]))); // prettier-ignore
    store.readAhead('item', page.flatMap((row) => (row[2] === 'check' ? (row[5] ?? []) : []))); // prettier-ignore
    const points: [number, string, number | null][] = [];
    for (const row of page) {
      const [at, id] = row;
      passDays(at);
      const done = replay.take(pieceOf(row), at)?.points ?? null;
      if (done !== row[7]) points.push([at, id, done]);
      frontier = { at, id };
    }
    writePoints(sql, points);
  };

  const total = options.onProgress && countFrom(sql, frontier, until);
  let replayed = 0;
  const pages = evidencePages(sql, frontier, until, pageSize)[Symbol.iterator]();
  for (let isDone = false; !isDone;) {
    sql.transaction(() => {
      for (let pieces = 0; pieces < piecesACommit && !isDone;) {
        const page = pages.next();
        isDone = page.done === true;
        if (page.done !== true) {
          takePage(page.value);
          pieces += page.value.length;
          replayed += page.value.length;
          options.onProgress?.(replayed, total ?? replayed);
        }
        store.shed();
      }
      if (isDone && frontier !== BEGINNING) {
        passDays(until);
        replay.passTo(until);
      }
      store.flush();
      if (frontier !== BEGINNING) writeFrontier(sql, frontier);
    });
  }
  sql.transaction(() => {
    rememberRoles(sql, unremembered(sql), roster.roleOf);
    thinCheckpoints(sql, until);
  });
  return replayed;
}

/** Goes back as far as what changed demands: not at all, to a checkpoint, or to the beginning. */
function comeToStart(sql: RawSql, { parameters, roster }: ReplayOptions): void {
  const model = fingerprintOf(parameters);
  const isOtherModel = setting(sql, 'replay_model') !== model;
  const frontier = readFrontier(sql);
  const late = setting(sql, 'replay_from');
  const moments = [
    isOtherModel ? -Infinity : Infinity,
    late === undefined ? Infinity : Number(late),
    changedStart(sql, roster.roleOf, parameters) ?? Infinity,
  ];
  const from = Math.min(...moments);
  if (frontier !== undefined && from <= frontier.at) {
    const checkpoint = goBack(sql, from);
    if (checkpoint === undefined) sql.run(`DELETE FROM setting WHERE name = 'replay_frontier'`);
    else writeFrontier(sql, { at: checkpoint, id: LAST_ID });
  }
  sql.run(`DELETE FROM setting WHERE name = 'replay_from'`);
  if (!isOtherModel) return;
  writeSettingNow(sql, 'replay_model', model);
  writeSettingNow(sql, 'everybody_due', 'model');
}

/** The same parameters give the same text: own ones carry their evidence in the version. */
function fingerprintOf(parameters: ReadinessParameters): string {
  return digestOf(JSON.stringify(parameters), 16) + parameters.version;
}

/** Checks that counted in the last 24 hours before the frontier: the same question within a day is practice. */
function lastChecks(sql: RawSql, { at, id }: EvidencePlace): CountedCheck[] {
  return sql.rows(
    `SELECT json_object('personId', person_id, 'itemId', item_id, 'moment', at) AS row FROM evidence
     WHERE at > ? AND (at, id) <= (?, ?) AND kind = 'check' AND points IS NOT NULL ORDER BY at, id`,
    at - DAY,
    at,
    id,
  );
}

function writePoints(sql: RawSql, points: readonly (readonly [number, string, number | null])[]): void {
  if (points.length === 0) return;
  sql.run(
    `UPDATE evidence SET points = j.value ->> 2 FROM json_each(?) j
     WHERE evidence.at = j.value ->> 0 AND evidence.id = j.value ->> 1`,
    JSON.stringify(points),
  );
}

function unremembered(sql: RawSql): string[] {
  return sql.rows(
    `SELECT json_quote(s.key) AS row FROM replay_state s WHERE s.kind = 'start'
     AND NOT EXISTS (SELECT 1 FROM replay_state r WHERE r.kind = 'role' AND r.key = s.key)`,
  );
}

function countFrom(sql: RawSql, { at, id }: EvidencePlace, until: number): number {
  return sql.value<number>('SELECT COUNT(*) FROM evidence WHERE (at, id) > (?, ?) AND at <= ?', at, id, until) ?? 0;
}

/** The last millisecond of the day (UTC) of a moment. */
export function endOfDay(moment: number): number {
  return (Math.floor(moment / DAY) + 1) * DAY - 1;
}

function dayEndAfter({ at, id }: EvidencePlace): number {
  return id === LAST_ID ? endOfDay(at + 1) : endOfDay(at);
}

function readFrontier(sql: RawSql): EvidencePlace | undefined {
  const text = setting(sql, 'replay_frontier');
  return text === undefined ? undefined : (JSON.parse(text) as EvidencePlace);
}

function writeFrontier(sql: RawSql, frontier: EvidencePlace): void {
  writeSettingNow(sql, 'replay_frontier', JSON.stringify(frontier));
}

function setting(sql: RawSql, name: SettingName): string | undefined {
  return sql.value<string>('SELECT value FROM setting WHERE name = ?', name);
}

function writeSettingNow(sql: RawSql, name: SettingName, value: string): void {
  sql.run(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  );
}
