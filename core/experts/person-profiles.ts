import { type CountedTerm, countTerms } from './question-words.ts';
import type { AnsweredQuestion, GivenAnswer } from './types.ts';

/** What a person has answered. */
export interface PersonProfile {
  /** Milliseconds of each answer, in the order in which they were learned. */
  readonly answeredAt: number[];
  /** Terms of the questions and answers. */
  words: number;
  /** Answers by tag. */
  readonly tags: Map<string, number>;
}

/** What everybody has answered, as routing needs it. */
export interface Profiles {
  readonly people: ReadonlyMap<string, PersonProfile>;
  /** For each term, how often it occurs in what each person answered. */
  readonly termCounts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Share of a term among the terms of all questions, smoothed so that it is never 0. */
  termShare(term: string): number;
  /** Share of answers that are on a tag, smoothed so that it is never 0. */
  tagShare(tag: string): number;
  /** Learns one answer. */
  learn(question: AnsweredQuestion, answer: GivenAnswer): void;
}

/** Unseen terms and tags count as if so many occurrences had been seen. */
const TERM_SMOOTHING = 0.5;
const VOCABULARY = 10_000;
const TAG_SMOOTHING = 0.2;

/** Profiles without anything learned. */
export function createProfiles(): Profiles {
  const people = new Map<string, PersonProfile>();
  const termCounts = new Map<string, Map<string, number>>();
  const background = new Map<string, number>();
  const tagCounts = new Map<string, number>();
  const known = new Map<string, ReadonlyMap<string, CountedTerm>>();
  let words = 0;
  let answers = 0;

  /** The terms of a question; seen for the first time they also become background. */
  function termsOf(question: AnsweredQuestion): ReadonlyMap<string, CountedTerm> {
    const before = known.get(question.id);
    if (before) return before;
    const terms = countTerms(question.title, [question.body]);
    known.set(question.id, terms);
    for (const [term, { count }] of terms) {
      increase(background, term, count);
      words += count;
    }
    return terms;
  }

  return {
    people,
    termCounts,
    termShare: (term) => ((background.get(term) ?? 0) + TERM_SMOOTHING) / (words + VOCABULARY),
    tagShare: (tag) => ((tagCounts.get(tag) ?? 0) + TAG_SMOOTHING) / (answers + 10 * TAG_SMOOTHING),
    learn(question, answer) {
      const person = people.get(answer.authorId) ?? { answeredAt: [], words: 0, tags: new Map<string, number>() };
      people.set(answer.authorId, person);
      person.answeredAt.push(Date.parse(answer.at));
      for (const terms of [termsOf(question), countTerms('', [answer.body])]) {
        for (const [term, { count }] of terms) {
          const counts = termCounts.get(term) ?? new Map<string, number>();
          termCounts.set(term, counts);
          increase(counts, answer.authorId, count);
          person.words += count;
        }
      }
      for (const tag of new Set(question.tags)) {
        increase(person.tags, tag, 1);
        increase(tagCounts, tag, 1);
      }
      answers += 1;
    },
  };
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
