import { isCoolingDown, recentEvents } from './cool-down.ts';
import { type Ranking, rankingOf, type RankTerm } from './ranking.ts';
import { effectTerm } from './terms/effect-term.ts';
import { dueTerm, gapTerm, levelTerm } from './terms/skill-terms.ts';
import { specificityTerm } from './terms/specificity-term.ts';
import { trustTerm } from './terms/trust-term.ts';
import type { Match, NuggetSummary, RankBudget, RankContext, RankedNugget, Reason } from './types.ts';

/** What a person can take in at a glance: three nuggets, five minutes in all. */
export const DEFAULT_BUDGET: RankBudget = { nuggets: 3, minutes: 5 };

const TERMS: readonly RankTerm[] = [specificityTerm, gapTerm, dueTerm, levelTerm, effectTerm, trustTerm];
/** Someone who found a nugget not helpful sees it only where little else matches. */
const NOT_HELPFUL_TO_ME = 0.5;

/**
 * The nuggets to show, best first, within the budget. A score is the product of its terms (see docs/nuggets.md);
 * the reasons are those terms. The same input always gives the same answer: equal scores are ordered by
 * specificity, then minutes, then key.
 */
export function rankNuggets(matches: readonly Match[], context: RankContext): RankedNugget[] {
  const ranking = rankingOf(context, recentEvents(context));
  const scored: Scored[] = [];
  for (const match of matches) {
    if (!isCoolingDown(match.nugget, ranking)) scored.push({ match, score: scoreOf(match, ranking) });
  }
  scored.sort((a, b) => b.score - a.score || compareMatches(a.match, b.match));
  const chosen = withinBudget(scored, context.budget ?? DEFAULT_BUDGET);
  return chosen.map(({ match, score }) => ({ nugget: match.nugget, score, reasons: reasonsOf(match, ranking) }));
}

interface Scored {
  readonly match: Match;
  readonly score: number;
}

function scoreOf(match: Match, ranking: Ranking): number {
  let score = ranking.recent.get(match.nugget.id)?.has('Not Helpful') === true ? NOT_HELPFUL_TO_ME : 1;
  for (const term of TERMS) score *= term.factor(match, ranking);
  return score;
}

/** A term that did not raise the score gives no reason, whatever it would say. */
function reasonsOf(match: Match, ranking: Ranking): Reason[] {
  return TERMS.filter((term) => term.factor(match, ranking) > 1)
    .flatMap((term) => term.reasons?.(match, ranking) ?? [])
    .filter(({ strength }) => strength > 0)
    .sort(byStrength);
}

/** Takes the best that still fit; one that is too long does not end the list. A key is shown once. */
function withinBudget(scored: readonly Scored[], budget: RankBudget): Scored[] {
  const chosen: Scored[] = [];
  const keys = new Set<string>();
  let minutes = 0;
  for (const candidate of scored) {
    if (chosen.length >= budget.nuggets) break;
    const { nugget } = candidate.match;
    const length = Math.max(0, nugget.minutes);
    if (keys.has(nugget.key) || minutes + length > budget.minutes) continue;
    keys.add(nugget.key);
    minutes += length;
    chosen.push(candidate);
  }
  return chosen;
}

function compareMatches(a: Match, b: Match): number {
  return b.specificity - a.specificity || a.nugget.minutes - b.nugget.minutes || compareIdentity(a.nugget, b.nugget);
}

function compareIdentity(a: NuggetSummary, b: NuggetSummary): number {
  return compareText(a.key, b.key) || compareText(a.id, b.id);
}

function byStrength(a: Reason, b: Reason): number {
  return (
    b.strength - a.strength || compareText(a.code, b.code) || compareText(a.values.join('\n'), b.values.join('\n'))
  );
}

/** Code-unit order: the same in every locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
