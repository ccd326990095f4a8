import { hasMore } from 'c/graphqlRecords';
import { toCells, toMember, toPeople, type MemberCells, type PersonRow, type TeamMember } from './members';

/** People whose cells are asked for at once: with eight domains, one answer holds them all. */
const BATCH = 200;

/**
 * Gathers the pages of people, and for each batch of people, in the order in which they came, their cells. It asks
 * for nothing itself: its owner wires `after` and `batchIds` and hands over the answers.
 */
export class PeopleLoader {
  /** Where the next page of people begins; undefined for the first. */
  after?: string;
  /** Some rows were more than one answer gives. */
  isTruncated = false;

  private people: readonly PersonRow[] = [];
  private readonly cells = new Map<string, MemberCells>();
  private morePeople = true;

  /** Takes a page of people. */
  takePeople(data: unknown): void {
    const page = toPeople(data);
    const known = this.after === undefined ? [] : this.people;
    const ids = new Set(known.map(({ id }) => id));
    // Somebody whose score changed meanwhile may come twice.
    this.people = [...known, ...page.filter(({ id }) => !ids.has(id))];
    const cursor = hasMore(data, 'people') ? endCursorOf(data) : undefined;
    this.morePeople = cursor !== undefined;
    if (cursor !== undefined) this.after = cursor;
  }

  /** Takes the cells of the people that were asked about. */
  takeCells(data: unknown, personIds: readonly string[]): void {
    for (const [id, cells] of toCells(data, personIds)) this.cells.set(id, cells);
    if (hasMore(data, 'cells') || hasMore(data, 'gaps')) this.isTruncated = true;
  }

  /** The people whose cells are missing, those that came first first; undefined where there are none. */
  get batchIds(): readonly string[] | undefined {
    const missing = this.people.filter(({ id }) => !this.cells.has(id)).slice(0, BATCH);
    return missing.length > 0 ? missing.map(({ id }) => id) : undefined;
  }

  get members(): TeamMember[] {
    return this.people.map((person) => toMember(person, this.cells.get(person.id)));
  }

  get loaded(): number {
    return this.people.filter(({ id }) => this.cells.has(id)).length;
  }

  get isComplete(): boolean {
    return !this.morePeople && this.loaded === this.people.length;
  }

  get computedAt(): string | undefined {
    return this.people.reduce<string | undefined>(
      (last, { computedAt }) => ((computedAt ?? '') > (last ?? '') ? computedAt : last),
      undefined,
    );
  }
}

function endCursorOf(data: unknown): string | undefined {
  const answer = data as { uiapi?: { query?: { people?: { pageInfo?: { endCursor?: string | null } } } } };
  return answer.uiapi?.query?.people?.pageInfo?.endCursor ?? undefined;
}
