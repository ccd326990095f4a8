import { isCoolingDown, type RecentEvents, recentEvents } from './cool-down.ts';
import { rankTerms } from './rank-terms.ts';
import type { Match, NuggetSummary, RankBudget, RankContext, RankedNugget, Reason } from './types.ts';

/** What a person can take in at a glance: three nuggets, five minutes in all. */
export const DEFAULT_BUDGET: RankBudget = { nuggets: 3, minutes: 5 };

/** Someone who found a nugget not helpful sees it only where little else matches. */
const NOT_HELPFUL_TO_ME = 0.5;

/**
 * The nuggets to show, best first, within the budget. A score is the product of its terms (see docs/nuggets.md);
 * the reasons are those terms. The same input always gives the same answer: equal scores are ordered by
 * specificity, then minutes, then key.
 */
export function rankNuggets(matches: readonly Match[], context: RankContext): RankedNugget[] {
  const recent = recentEvents(context);
  const scored = matches
    .filter(({ nugget }) => !isCoolingDown(nugget, recent, context))
    .map((match) => ({ match, ...scoreOf(match, recent, context) }))
    .sort((a, b) => b.score - a.score || compareMatches(a.match, b.match));
  const chosen = withinBudget(scored, context.budget ?? DEFAULT_BUDGET);
  return chosen.map(({ match: { nugget }, score, reasons }) => ({ nugget, score, reasons: reasons.sort(byStrength) }));
}

interface Scored {
  readonly match: Match;
  readonly score: number;
  readonly reasons: Reason[];
}

function scoreOf(match: Match, recent: RecentEvents, context: RankContext): Omit<Scored, 'match'> {
  const terms = rankTerms(match, context);
  const mine = recent.get(match.nugget.id)?.has('Not Helpful') === true ? NOT_HELPFUL_TO_ME : 1;
  return {
    score: terms.reduce((product, { factor }) => product * factor, mine),
    reasons: terms.flatMap(({ reasons }) => reasons.filter(({ strength }) => strength > 0)),
  };
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
