import { characterGrams, GRAM_BUCKETS } from '../analysis/character-grams.ts';
import { scanCompounds } from '../analysis/scan-compounds.ts';
import { FIELDS, type KnowledgeEntry } from '../types.ts';
import { hashText } from '../analysis/hash-text.ts';
import { type Arena, createArena } from './arena.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { countOccurrence } from './pack-frequencies.ts';
import { createPostings, type Postings } from './postings.ts';

/** Stands in a sequence between texts, so that words of two answers are no neighbours. */
export const TEXT_BREAK = 0xffff_ffff;
/** Longest stretch of an entry, in terms, in which neighbours are looked for. */
const LONGEST_SEQUENCE = 250;
const LONGEST_FIELD = 0xffff;

/** Everything the index knows of its entries, by entry number. Numbers ascend in order of arrival. */
export interface Corpus {
  readonly lexicon: Lexicon;
  readonly postings: Postings;
  /** The term numbers of each entry in reading order. */
  readonly sequences: Arena<Uint32Array>;
  /** The character grams of each entry's title. */
  readonly grams: Arena<Uint16Array>;
  /** Number of entries whose title has the gram, by bucket. */
  readonly gramCounts: Uint32Array;
  readonly entries: (KnowledgeEntry | undefined)[];
  readonly numbers: ReadonlyMap<string, number>;
  /** A hash of each entry's id, to put equals into an order that does not depend on when they came. */
  readonly idHashes: readonly number[];
  /** Where an entry's sequence and grams begin; the end is where the next one's begin. */
  readonly sequenceStarts: number[];
  readonly gramStarts: number[];
  /** Terms in a field of an entry. */
  length(entry: number, field: number): number;
  /** Mean terms in a field, over the entries that have it; 0 where none has. */
  meanLength(field: number): number;
  /** Number of entries with an answer. */
  answered(): number;
  /** Grows with every change, so that who computed from the statistics knows they are old. */
  version(): number;
  add(entry: KnowledgeEntry): void;
  remove(id: string): boolean;
}

const ANSWERS = FIELDS.indexOf('answers');

/** The texts of one field of an entry; its summary stands among the answers. */
export function textsOf(entry: KnowledgeEntry, field: number): readonly string[] {
  if (field === ANSWERS && entry.summary !== undefined) return [...(entry.answers ?? []), entry.summary];
  const value = entry[FIELDS[field] ?? 'title'];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** All texts of an entry, field by field. */
export function allTextsOf(entry: KnowledgeEntry): readonly string[] {
  return FIELDS.flatMap((_, field) => textsOf(entry, field));
}

/** Whether somebody answered. */
export function hasAnswer(entry: KnowledgeEntry): boolean {
  return entry.acceptedAnswer !== undefined || (entry.answers?.length ?? 0) > 0;
}

/** An empty corpus. */
export function createCorpus(): Corpus {
  const lexicon = createLexicon();
  const postings = createPostings();
  const sequences = createArena((size) => new Uint32Array(size));
  const grams = createArena((size) => new Uint16Array(size));
  const gramCounts = new Uint32Array(GRAM_BUCKETS);
  const entries: (KnowledgeEntry | undefined)[] = [];
  const numbers = new Map<string, number>();
  const idHashes: number[] = [];
  const sequenceStarts = [0];
  const gramStarts = [0];
  const lengths: number[] = [];
  const totals = FIELDS.map(() => 0);
  const filled = FIELDS.map(() => 0);
  let version = 0;
  let answered = 0;
  let packed = new Uint32Array(1024);

  /** Counts the entry's terms into `packed`; gives back the distinct terms, the sequence and the lengths. */
  function analyze(entry: KnowledgeEntry) {
    const distinct: number[] = [];
    const sequence: number[] = [];
    const fieldLengths = FIELDS.map((_, field) => {
      let length = 0;
      for (const text of textsOf(entry, field)) {
        scanCompounds(text, (written, _start, _end, joined) => {
          const term = lexicon.learn(written);
          if (term < 0) return;
          if (term >= packed.length) packed = enlarged(packed, lexicon.size());
          const before = packed[term] ?? 0;
          if (before === 0) distinct.push(term);
          packed[term] = countOccurrence(before, field);
          if (joined) return;
          if (sequence.length < LONGEST_SEQUENCE) sequence.push(term);
          length += 1;
        });
        sequence.push(TEXT_BREAK);
      }
      return Math.min(length, LONGEST_FIELD);
    });
    return { distinct, sequence, fieldLengths };
  }

  function countLengths(fieldLengths: readonly number[], sign: 1 | -1): void {
    fieldLengths.forEach((length, field) => {
      if (length === 0) return;
      totals[field] = (totals[field] ?? 0) + sign * length;
      filled[field] = (filled[field] ?? 0) + sign;
    });
  }

  return {
    lexicon,
    postings,
    sequences,
    grams,
    gramCounts,
    entries,
    numbers,
    idHashes,
    sequenceStarts,
    gramStarts,
    length: (entry, field) => lengths[entry * FIELDS.length + field] ?? 0,
    meanLength: (field) => (filled[field] ? (totals[field] ?? 0) / filled[field] : 0),
    answered: () => answered,
    version: () => version,
    add(entry) {
      const number = entries.length;
      const { distinct, sequence, fieldLengths } = analyze(entry);
      for (const term of distinct) {
        postings.append(term, number, packed[term] ?? 0);
        packed[term] = 0;
      }
      sequences.append(sequence, sequence.length);
      sequenceStarts.push((sequenceStarts.at(-1) ?? 0) + sequence.length);
      const titleGrams = characterGrams(entry.title ?? '');
      grams.append(titleGrams, titleGrams.length);
      gramStarts.push((gramStarts.at(-1) ?? 0) + titleGrams.length);
      for (const gram of titleGrams) gramCounts[gram] = (gramCounts[gram] ?? 0) + 1;
      countLengths(fieldLengths, 1);
      lengths.push(...fieldLengths);
      entries.push(entry);
      idHashes.push(hashText(entry.id));
      numbers.set(entry.id, number);
      if (hasAnswer(entry)) answered += 1;
      version += 1;
    },
    remove(id) {
      const number = numbers.get(id);
      const entry = number === undefined ? undefined : entries[number];
      if (number === undefined || entry === undefined) return false;
      const { distinct, fieldLengths } = analyze(entry);
      for (const term of distinct) {
        postings.remove(term, number);
        packed[term] = 0;
      }
      for (let at = gramStarts[number] ?? 0; at < (gramStarts[number + 1] ?? 0); at += 1) {
        const gram = grams.values[at] ?? 0;
        gramCounts[gram] = (gramCounts[gram] ?? 0) - 1;
      }
      countLengths(fieldLengths, -1);
      entries[number] = undefined;
      numbers.delete(id);
      if (hasAnswer(entry)) answered -= 1;
      version += 1;
      return true;
    },
  };
}

function enlarged(from: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(Math.max(least, from.length * 2));
  to.set(from);
  return to;
}
