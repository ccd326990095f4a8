import { DAY } from '../situation/days.ts';
import { answerQuality } from './answer-quality.ts';
import type { AnsweredQuestion, ExpertiseEvidence, TagExpertise } from './types.ts';

/** Days after which an answer counts half. */
const HALF_DAYS = 365;
/** The tag's mean counts as so many answers. */
const PRIOR_ANSWERS = 4;
/** Standard deviations to either end of an interval that holds 80 %. */
const INTERVAL_80 = 1.2816;

interface Sums {
  weight: number;
  quality: number;
}

/**
 * What each person has shown to know about each tag they answered on, by tag, surest experts first. The chance that an
 * answer helps is a mean over the answers, each halved a year after it was given, shrunk to the tag's mean and that to
 * the mean of all (a Beta posterior with a prior worth four answers). An answer to one's own question is no evidence.
 */
export function computeExpertise(questions: readonly AnsweredQuestion[], now: Date): TagExpertise[] {
  const overall: Sums = { weight: 0, quality: 0 };
  const byTag = new Map<string, Map<string, ExpertiseEvidence[]>>();
  for (const question of questions) {
    for (const answer of question.answers) {
      if (answer.authorId === question.askerId) continue;
      const age = Math.max(0, (now.getTime() - Date.parse(answer.at)) / DAY);
      const weight = 2 ** (-age / HALF_DAYS);
      const evidence = {
        questionId: question.id,
        answerId: answer.id,
        at: answer.at,
        quality: answerQuality(answer),
        weight,
      };
      add(overall, evidence);
      for (const tag of new Set(question.tags)) listIn(byTag, tag, answer.authorId).push(evidence);
    }
  }
  const result: TagExpertise[] = [];
  for (const [tag, people] of byTag) {
    const all: Sums = { weight: PRIOR_ANSWERS, quality: PRIOR_ANSWERS * ratio(overall) };
    for (const list of people.values()) for (const evidence of list) add(all, evidence);
    for (const [personId, list] of people) result.push(expertiseOf(personId, tag, list, ratio(all)));
  }
  return result.sort((a, b) => compare(a.tag, b.tag) || b.lower - a.lower || compare(a.personId, b.personId));
}

function expertiseOf(
  personId: string,
  tag: string,
  evidence: readonly ExpertiseEvidence[],
  mean: number,
): TagExpertise {
  const sums: Sums = { weight: PRIOR_ANSWERS, quality: PRIOR_ANSWERS * mean };
  const newestFirst = [...evidence].sort((a, b) => compare(b.at, a.at) || compare(a.answerId, b.answerId));
  for (const each of newestFirst) add(sums, each);
  const chance = ratio(sums);
  const spread = INTERVAL_80 * Math.sqrt((chance * (1 - chance)) / (sums.weight + 1));
  return {
    personId,
    tag,
    score: 100 * chance,
    lower: 100 * Math.max(0, chance - spread),
    upper: 100 * Math.min(1, chance + spread),
    evidence: newestFirst,
  };
}

function add(sums: Sums, { weight, quality }: ExpertiseEvidence): void {
  sums.weight += weight;
  sums.quality += weight * quality;
}

function ratio({ weight, quality }: Sums): number {
  return weight === 0 ? 0 : quality / weight;
}

function listIn<T>(maps: Map<string, Map<string, T[]>>, first: string, second: string): T[] {
  const inner = maps.get(first) ?? new Map<string, T[]>();
  maps.set(first, inner);
  const list = inner.get(second) ?? [];
  inner.set(second, list);
  return list;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
