import { foldText } from '../knowledge/analysis/fold-text.ts';
import { isGeneralWord } from '../knowledge/analysis/stop-words.ts';
import { DAY } from '../situation/days.ts';
import { createProfiles, type PersonProfile, type Profiles } from './person-profiles.ts';
import { countTerms } from './question-words.ts';
import { ROUTE_WEIGHTS, type RouteWeights } from './route-weights.ts';
import type { AnsweredQuestion, ExpertReason, ProposedExpert, RoutedQuestion, RouteOptions } from './types.ts';

/** Knows who answered what, and proposes who could answer next. */
export interface ExpertRouter {
  /** Learns the answers of a question. Later ones may follow with the same question; each must be learned once. */
  learn(question: AnsweredQuestion): void;
  /** The people most likely to answer, best first. The person who asks and those who opted out are not proposed. */
  route(question: RoutedQuestion, options: RouteOptions): ProposedExpert[];
}

const DEFAULT_LIMIT = 5;
const ACTIVE_DAYS = 30;
const MOST_VALUES = 3;

/** A word of the question that a person wrote about, and what it adds to their likeness. */
interface SharedWord {
  readonly word: string;
  readonly gain: number;
}

/**
 * A router that has learned from some questions. The score of a person for a question is, as a sum of logarithms,
 *
 *   recent activity ^ a  ·  lift of the question's tags  ·  likeness to what they answered  ÷  (1 + load) ^ l
 *
 * Activity halves every two weeks. Lift: how much more often than usual the person answers on a tag, shrunk to 1 where
 * they answered little. Likeness: the mean log ratio of a word's probability in what the person answered to that in all
 * questions, by a language model with Dirichlet smoothing (Zhai and Lafferty 2004; Balog, Azzopardi and de Rijke 2006,
 * model 1).
 */
export function createExpertRouter(
  questions: Iterable<AnsweredQuestion> = [],
  weights: RouteWeights = ROUTE_WEIGHTS,
): ExpertRouter {
  const profiles = createProfiles();
  const learn = (question: AnsweredQuestion) => {
    for (const answer of question.answers) profiles.learn(question, answer);
  };
  for (const question of questions) learn(question);

  return {
    learn,
    route(question, { now, limit = DEFAULT_LIMIT, load, optedOut }) {
      const shared = sharedWords(question, profiles, weights);
      const proposed: ProposedExpert[] = [];
      for (const [personId, person] of profiles.people) {
        if (personId === question.askerId || optedOut?.has(personId)) continue;
        const reasons = [
          activeReason(person, now, weights),
          tagsReason(person, question.tags, profiles, weights),
          similarReason(person, shared.get(personId) ?? [], weights),
          loadReason(load?.get(personId) ?? 0, weights),
        ];
        const score = reasons.reduce((sum, { strength }) => sum + strength, 0);
        proposed.push({ personId, score, reasons: reasons.filter(tells).sort((a, b) => b.strength - a.strength) });
      }
      return proposed
        .sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1))
        .slice(0, Math.max(0, limit));
    },
  };
}

/** Whether a reason has something to say; those without values only lower the score. */
function tells({ values }: ExpertReason): boolean {
  return values.length > 0;
}

function activeReason({ answeredAt }: PersonProfile, now: Date, weights: RouteWeights): ExpertReason {
  let activity = weights.leastActivity;
  let recent = 0;
  for (const at of answeredAt) {
    const days = Math.max(0, (now.getTime() - at) / DAY);
    activity += 2 ** (-days / weights.activeHalfDays);
    if (days <= ACTIVE_DAYS) recent += 1;
  }
  return {
    code: 'active',
    labelKey: 'expertReasonActive',
    values: recent > 0 ? [String(recent)] : [],
    strength: weights.activity * Math.log(activity),
  };
}

function tagsReason(
  { answeredAt, tags }: PersonProfile,
  asked: readonly string[],
  profiles: Profiles,
  { tags: weight, tagPrior }: RouteWeights,
): ExpertReason {
  const lifts = [...new Set(asked)].map((tag) => {
    const usual = profiles.tagShare(tag);
    const answered = tags.get(tag) ?? 0;
    const lift = Math.log((answered + tagPrior * usual) / ((answeredAt.length + tagPrior) * usual));
    return { tag, lift, answered };
  });
  const sum = lifts.reduce((total, { lift }) => total + lift, 0);
  return {
    code: 'tags',
    labelKey: 'expertReasonTags',
    values: lifts
      .filter(({ answered }) => answered > 0)
      .sort((a, b) => b.lift - a.lift || (a.tag < b.tag ? -1 : 1))
      .map(({ tag }) => tag),
    strength: lifts.length === 0 ? 0 : (weight * sum) / Math.sqrt(lifts.length),
  };
}

/** For each person the words of the question that they wrote about, each with its part of the likeness. */
function sharedWords(
  question: RoutedQuestion,
  profiles: Profiles,
  { wordPrior }: RouteWeights,
): Map<string, SharedWord[]> {
  const terms = [...countTerms(question.title, [question.body])].map(([term, { word, count }]) => ({
    term,
    word,
    weight: 1 + Math.log(count),
  }));
  const all = terms.reduce((sum, { weight }) => sum + weight, 0);
  const shared = new Map<string, SharedWord[]>();
  for (const { term, word, weight } of terms) {
    const expected = wordPrior * profiles.termShare(term);
    for (const [personId, count] of profiles.termCounts.get(term) ?? []) {
      const words = shared.get(personId) ?? [];
      shared.set(personId, words);
      words.push({ word, gain: (weight / all) * Math.log(1 + count / expected) });
    }
  }
  return shared;
}

function similarReason(
  { words }: PersonProfile,
  shared: readonly SharedWord[],
  { likeness, wordPrior }: RouteWeights,
): ExpertReason {
  const gain = shared.reduce((sum, each) => sum + each.gain, 0);
  return {
    code: 'similar',
    labelKey: 'expertReasonSimilar',
    values: shared
      .filter(({ word }) => !isGeneralWord(foldText(word)))
      .sort((a, b) => b.gain - a.gain || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_VALUES)
      .map(({ word }) => word),
    strength: likeness * (Math.log(wordPrior / (words + wordPrior)) + gain),
  };
}

function loadReason(waiting: number, { load }: RouteWeights): ExpertReason {
  return {
    code: 'load',
    labelKey: 'expertReasonLoad',
    values: waiting > 0 ? [String(waiting)] : [],
    strength: waiting > 0 ? -load * Math.log(1 + waiting) : 0,
  };
}
