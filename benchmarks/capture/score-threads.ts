import { type CapturedMail, buildThreads } from '../../core/capture/index.ts';
import { type Random, seededRandom } from '../random.ts';
import type { ThreadCase } from './read-sets.ts';

/** Headers are lost in so many different ways; the mean counts. */
const SEEDS = 20;

/** Mail id → number of its thread. */
export type Assignment = ReadonlyMap<string, number>;

type Threader = (mails: readonly CapturedMail[]) => Assignment;

const byEngine: Threader = (mails) =>
  new Map(
    buildThreads(mails).flatMap((thread, number) => thread.mails.map(({ id }): [string, number] => [id, number])),
  );

/** The baseline: the reference headers and nothing else. */
const byHeaders: Threader = (mails) =>
  byEngine(mails.map((mail, i) => ({ ...mail, subject: `${i}`, from: {}, text: undefined })));

/** The baseline: mails with one subject, "Re:" taken off, are one thread. */
const bySubject: Threader = (mails) => {
  const numbers = new Map<string, number>();
  return new Map(
    mails.map(({ id, subject }): [string, number] => {
      const key = subject
        .replace(/^(\s*(re|fwd?|aw|sv)\s*:)+/i, '')
        .trim()
        .toLowerCase();
      if (!numbers.has(key)) numbers.set(key, numbers.size);
      return [id, numbers.get(key) ?? 0];
    }),
  );
};

export const THREADERS: readonly (readonly [string, Threader])[] = [
  ['headers only', byHeaders],
  ['subject only', bySubject],
  ['Fluency', byEngine],
];

export interface ThreadScore {
  readonly f1: number;
  readonly f1Blank50: number;
}

/** Pairwise F1 of a threader, with all headers and with those of half of the mails blanked (seeds 1–20, mean). */
export function scoreThreads(cases: readonly ThreadCase[], threader: Threader): ThreadScore {
  const f1 = pairwiseF1(cases, threader(cases.map(({ mail }) => mail)));
  let blanked = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1)
    blanked += pairwiseF1(cases, threader(blankHalf(cases, seededRandom(seed))));
  return { f1, f1Blank50: blanked / SEEDS };
}

/** The mails, each without References and In-Reply-To at a chance of one half. */
export function blankHalf(cases: readonly ThreadCase[], random: Random): CapturedMail[] {
  return cases.map(({ mail }) => (random() < 0.5 ? { ...mail, references: [], inReplyTo: [] } : mail));
}

function pairwiseF1(cases: readonly ThreadCase[], found: Assignment): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < cases.length; i += 1) {
    for (let j = i + 1; j < cases.length; j += 1) {
      const [a, b] = [cases[i] as ThreadCase, cases[j] as ThreadCase];
      const expected = a.thread === b.thread;
      const predicted = found.get(a.mail.id) === found.get(b.mail.id);
      if (expected && predicted) both += 1;
      if (expected) either += 1;
      if (predicted) either += 1;
    }
  }
  return either === 0 ? 1 : (2 * both) / either;
}
