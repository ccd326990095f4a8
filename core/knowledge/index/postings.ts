/** Entries with a term: parallel typed arrays in one arena, a block a term, numbers ascending in a block. */
export interface Postings {
  /** Entry numbers. */
  readonly documents: Uint32Array;
  /** Frequencies by field, packed (see pack-frequencies). */
  readonly frequencies: Uint32Array;
  /** Saturated, weighted frequencies; as old as whoever wrote them. */
  readonly impacts: Float32Array;
  /** Where a term's block begins in the arrays. */
  start(term: number): number;
  /** How many entries have the term. */
  count(term: number): number;
  /** Files an entry under a term; `entry` must exceed every number filed there. */
  append(term: number, entry: number, frequencies: number): void;
  /** Takes an entry out from under a term; nothing happens where it is not. */
  remove(term: number, entry: number): void;
  /** The packed frequencies of a term in an entry; 0 where the entry has it not. */
  frequenciesOf(term: number, entry: number): number;
  /** Bytes held by the arrays. */
  bytes(): number;
}

const FIRST_BLOCK = 2;
const FIRST_ARENA = 1024;

/** Empty postings. Blocks double when full and move to the arena's end, which doubles in turn. */
export function createPostings(): Postings {
  let documents = new Uint32Array(FIRST_ARENA);
  let frequencies = new Uint32Array(FIRST_ARENA);
  let impacts = new Float32Array(FIRST_ARENA);
  let used = 0;
  const starts: number[] = [];
  const counts: number[] = [];
  const rooms: number[] = [];

  function grow(least: number): void {
    const size = Math.max(least, Math.ceil(documents.length * 1.6));
    documents = enlarge(documents, new Uint32Array(size));
    frequencies = enlarge(frequencies, new Uint32Array(size));
    impacts = enlarge(impacts, new Float32Array(size));
  }

  function makeRoom(term: number, count: number): void {
    const start = starts[term] ?? 0;
    const room = count === 0 ? FIRST_BLOCK : count * 2;
    rooms[term] = room;
    if (count > 0 && start + count === used) {
      used = start + room;
      if (used > documents.length) grow(used);
      return;
    }
    const moved = used;
    used += room;
    if (used > documents.length) grow(used);
    documents.copyWithin(moved, start, start + count);
    frequencies.copyWithin(moved, start, start + count);
    impacts.copyWithin(moved, start, start + count);
    starts[term] = moved;
  }

  function find(term: number, entry: number): number {
    let low = starts[term] ?? 0;
    let high = low + (counts[term] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const value = documents[middle] ?? 0;
      if (value === entry) return middle;
      if (value < entry) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  return {
    get documents() {
      return documents;
    },
    get frequencies() {
      return frequencies;
    },
    get impacts() {
      return impacts;
    },
    start: (term) => starts[term] ?? 0,
    count: (term) => counts[term] ?? 0,
    append(term, entry, packed) {
      while (counts.length <= term) {
        starts.push(0);
        counts.push(0);
        rooms.push(0);
      }
      const count = counts[term] ?? 0;
      if (count === rooms[term]) makeRoom(term, count);
      const at = (starts[term] ?? 0) + count;
      documents[at] = entry;
      frequencies[at] = packed;
      counts[term] = count + 1;
    },
    remove(term, entry) {
      const at = find(term, entry);
      if (at < 0) return;
      const end = (starts[term] ?? 0) + (counts[term] ?? 0);
      documents.copyWithin(at, at + 1, end);
      frequencies.copyWithin(at, at + 1, end);
      counts[term] = (counts[term] ?? 0) - 1;
    },
    frequenciesOf(term, entry) {
      const at = find(term, entry);
      return at < 0 ? 0 : (frequencies[at] ?? 0);
    },
    bytes: () => documents.byteLength + frequencies.byteLength + impacts.byteLength,
  };
}

function enlarge<T extends Uint32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
