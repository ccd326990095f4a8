import { daysBetween } from '../situation/days.ts';
import type { RankTerm } from './rank-terms.ts';
import type { NuggetSummary, Reason } from './types.ts';

/** A nugget nobody has judged is taken to help three readers in five, with the weight of five judgements. */
const PRIOR = { helpful: 3, notHelpful: 2 };
const PRIOR_MEAN = PRIOR.helpful / (PRIOR.helpful + PRIOR.notHelpful);
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
export function effectTerm({ shown, helpful, notHelpful, createdAt }: NuggetSummary, now: Date): RankTerm {
  const yes = count(helpful);
  const no = count(notHelpful);
  const unjudged = UNJUDGED * Math.max(0, count(shown) - yes - no);
  const alpha = PRIOR.helpful + yes + unjudged * PRIOR_MEAN;
  const beta = PRIOR.notHelpful + no + unjudged * (1 - PRIOR_MEAN);
  const total = alpha + beta;
  const proven = alpha / total / PRIOR_MEAN;
  const doubt = 1 + EXPLORATION * Math.sqrt((alpha * beta) / (total * total * (total + 1)));
  const reasons: Reason[] = [];
  if (yes + no >= ENOUGH_JUDGEMENTS && proven > 1) {
    const values = [String(yes), String(yes + no)];
    reasons.push({ code: 'helped', labelKey: 'reasonHelped', values, strength: Math.log(proven) });
  }
  const age = createdAt === undefined ? undefined : daysBetween(createdAt, now.getTime());
  if (age !== undefined && age >= 0 && age <= NEW_FOR_DAYS && yes + no < ENOUGH_JUDGEMENTS) {
    reasons.push({ code: 'new', labelKey: 'reasonNew', values: [], strength: Math.log(doubt) });
  }
  return { factor: proven * doubt, reasons };
}

function count(value: number | undefined): number {
  return value !== undefined && value > 0 ? value : 0;
}
