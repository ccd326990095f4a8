import { OrgError } from '../../error.ts';
import type { QueryOutcome, Row } from '../../org.ts';
import type { Actor } from '../../security/types.ts';

/** Rows in an answer unless the client asks for fewer; also the most. */
const MAXIMUM_PAGE = 2_000;
const MINIMUM_PAGE = 200;
/** The platform keeps ten cursors a user, and drops the one that was used longest ago. */
const CURSORS_A_USER = 10;
const LIFETIME_MS = 15 * 60_000;

export interface QueryPage {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly Row[];
}

interface Cursor {
  readonly userId: string;
  readonly outcome: QueryOutcome;
  readonly pageSize: number;
  usedAt: number;
}

/** Answers that did not fit into one page, waiting to be asked for the rest. */
export class QueryCursors {
  readonly #cursors = new Map<string, Cursor>();
  #count = 0;

  /**
   * The first page of an outcome; the rest is kept when there is one.
   *
   * @throws {OrgError} `EXCEEDED_ID_LIMIT` for more groups than a page holds: the platform has no pages of groups
   */
  first(actor: Actor, outcome: QueryOutcome, version: string, pageSize: number): QueryPage {
    if (outcome.records.length <= pageSize) {
      return { totalSize: outcome.totalSize, done: true, records: outcome.records };
    }
    if (outcome.records[0]?.attributes.type === 'AggregateResult') {
      const message =
        'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch';
      throw new OrgError('EXCEEDED_ID_LIMIT', message);
    }
    this.#count += 1;
    const locator = `01g${String(this.#count).padStart(12, '0')}AAA`;
    this.#makeRoom(actor.userId);
    const cursor = { userId: actor.userId, outcome, pageSize, usedAt: Date.now() };
    this.#cursors.set(locator, cursor);
    return this.#page(locator, cursor, 0, version);
  }

  /**
   * A further page.
   *
   * @param position locator and offset, e.g. `01g000000000001AAA-2000`
   * @throws {OrgError} `INVALID_QUERY_LOCATOR` when it is unknown, another user's, or too old
   */
  next(actor: Actor, position: string, version: string): QueryPage {
    const [, locator = '', offset = ''] = /^(\w+)-(\d+)$/.exec(position) ?? [];
    const cursor = this.#cursors.get(locator);
    if (cursor === undefined || cursor.userId !== actor.userId || isTooOld(cursor)) {
      throw new OrgError('INVALID_QUERY_LOCATOR', 'invalid query locator');
    }
    cursor.usedAt = Date.now();
    return this.#page(locator, cursor, Number(offset), version);
  }

  #page(locator: string, cursor: Cursor, offset: number, version: string): QueryPage {
    const { outcome, pageSize } = cursor;
    const end = offset + pageSize;
    const records = outcome.records.slice(offset, end);
    // A cursor that was read to its end stays: a client may repeat a request whose answer it lost.
    return end >= outcome.records.length
      ? { totalSize: outcome.totalSize, done: true, records }
      : {
          totalSize: outcome.totalSize,
          done: false,
          nextRecordsUrl: `/services/data/${version}/query/${locator}-${end}`,
          records,
        };
  }

  #makeRoom(userId: string): void {
    for (const [locator, cursor] of this.#cursors) {
      if (isTooOld(cursor)) this.#cursors.delete(locator);
    }
    const mine = [...this.#cursors].filter(([, cursor]) => cursor.userId === userId);
    const oldest = mine.toSorted(([, left], [, right]) => left.usedAt - right.usedAt);
    for (const [locator] of oldest.slice(0, Math.max(0, mine.length - CURSORS_A_USER + 1))) {
      this.#cursors.delete(locator);
    }
  }
}

function isTooOld({ usedAt }: Cursor): boolean {
  return Date.now() - usedAt > LIFETIME_MS;
}

/** The page size asked for in the header `Sforce-Query-Options: batchSize=…`, within the platform's bounds. */
export function pageSizeOf(header: string | string[] | undefined): number {
  const stated = /batchSize\s*=\s*(\d+)/i.exec(String(header ?? ''))?.[1];
  return stated === undefined ? MAXIMUM_PAGE : Math.min(MAXIMUM_PAGE, Math.max(MINIMUM_PAGE, Number(stated)));
}
