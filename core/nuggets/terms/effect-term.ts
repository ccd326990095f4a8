import { daysBetween } from '../../situation/days.ts';
import type { RankTerm } from '../ranking.ts';
import type { NuggetSummary, Reason } from '../types.ts';

/** A nugget nobody has judged is taken to help three readers in five, with the weight of five judgements. */
const PRIOR_MEAN = 0.6;
const PRIOR_WEIGHT = 5;
/** A showing that nobody judged is this much of a judgement: it makes the estimate firmer, not better or worse. */
const UNJUDGED = 0.05;
/** Standard deviations of benefit of the doubt. */
const EXPLORATION = 0.5;
/** From this many judgements on, the share of helpful ones is given as a reason. */
const ENOUGH_JUDGEMENTS = 5;
const NEW_FOR_DAYS = 60;

/**
 * Proven effect: the mean of a Beta posterior over "helpful" judgements, relative to the prior mean, times
 * 1 + half its standard deviation. The second factor is what gives a new nugget its share of exposure; it
 * shrinks as the nugget is shown and judged (an upper confidence bound, without chance).
 */
export const effectTerm: RankTerm = {
  factor: ({ nugget }) => provenFactor(nugget) * doubtFactor(nugget),
  reasons: ({ nugget }, { now }) => {
    const judged = judgements(nugget);
    const reasons: Reason[] = [];
    if (judged >= ENOUGH_JUDGEMENTS) {
      const values = [String(count(nugget.helpful)), String(judged)];
      reasons.push({ code: 'helped', labelKey: 'reasonHelped', values, strength: Math.log(provenFactor(nugget)) });
    } else if (isNew(nugget, now)) {
      reasons.push({ code: 'new', labelKey: 'reasonNew', values: [], strength: Math.log(doubtFactor(nugget)) });
    }
    return reasons;
  },
};

function provenFactor(nugget: NuggetSummary): number {
  return posteriorMean(nugget) / PRIOR_MEAN;
}

function doubtFactor(nugget: NuggetSummary): number {
  const mean = posteriorMean(nugget);
  return 1 + EXPLORATION * Math.sqrt((mean * (1 - mean)) / (posteriorWeight(nugget) + 1));
}

function posteriorMean(nugget: NuggetSummary): number {
  const fromPrior = PRIOR_MEAN * (PRIOR_WEIGHT + unjudgedWeight(nugget));
  return (fromPrior + count(nugget.helpful)) / posteriorWeight(nugget);
}

function posteriorWeight(nugget: NuggetSummary): number {
  return PRIOR_WEIGHT + unjudgedWeight(nugget) + judgements(nugget);
}

function unjudgedWeight(nugget: NuggetSummary): number {
  return UNJUDGED * Math.max(0, count(nugget.shown) - judgements(nugget));
}

function judgements({ helpful, notHelpful }: NuggetSummary): number {
  return count(helpful) + count(notHelpful);
}

function isNew({ createdAt }: NuggetSummary, now: Date): boolean {
  const age = createdAt === undefined ? undefined : daysBetween(createdAt, now.getTime());
  return age !== undefined && age >= 0 && age <= NEW_FOR_DAYS;
}

function count(value: number | undefined): number {
  return value !== undefined && value > 0 ? value : 0;
}
