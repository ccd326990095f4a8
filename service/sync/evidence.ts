import type { Evidence, EvidenceKind } from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';

/** A piece of evidence as its table keeps it: at, id, kind, person, skill, item, value, points. */
export type EvidenceRow = readonly [
  at: number,
  id: string,
  kind: EvidenceKind,
  personId: string,
  skillCode: string,
  itemId: string | null,
  value: number,
  points: number | null,
];

/** Where a reading of evidence goes on: epoch milliseconds, then id. */
export interface EvidencePlace {
  readonly at: number;
  readonly id: string;
}

export const PAGE = 5_000;

/** Evidence after a place and up to a moment, in its order, a page at a time: one list of rows for each page. */
export function* evidencePages(
  sql: RawSql,
  after: EvidencePlace,
  until: number,
  size = PAGE,
): Iterable<readonly EvidenceRow[]> {
  let place = after;
  for (;;) {
    const page = sql.rows<EvidenceRow>(
      `SELECT json_array(at, id, kind, person_id, skill_code, item_id, value, points) AS row FROM evidence
       WHERE (at, id) > (?, ?) AND at <= ? ORDER BY at, id LIMIT ${size}`,
      place.at,
      place.id,
      until,
    );
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < size) return;
    place = { at: last[0], id: last[1] };
  }
}

/** The piece as the model takes it; the nugget of a completion is no question. */
export function pieceOf([at, id, kind, personId, skillCode, itemId, value]: EvidenceRow): Evidence {
  const piece = { id, kind, personId, skillCode, at: new Date(at).toISOString(), value };
  return kind === 'check' && itemId !== null ? { ...piece, itemId } : piece;
}

/** All evidence in the replica up to a moment, in its order; practice included. */
export function evidenceOf(sql: RawSql, until: number): Evidence[] {
  return [...evidencePages(sql, { at: -8.64e15, id: '' }, until)].flatMap((page) => page.map(pieceOf));
}
