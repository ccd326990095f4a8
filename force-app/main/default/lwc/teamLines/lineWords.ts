import type { TeamComparison, TeamInterval, TeamStanding } from 'c/core';
import { commonLabels, format, teamLabels as labels } from 'c/labels';
import type { TeamLine } from 'c/teamData';

/** One line of the table of teams, in words. */
export interface LineRow {
  readonly id: string;
  readonly name: string;
  readonly people: string;
  readonly mean: string;
  readonly likely?: string;
  readonly gap: string;
  readonly gapLikely?: string;
  readonly flag?: string;
  readonly flaggedPeople: string;
  readonly beside: string;
  readonly besideLikely?: string;
  readonly hasTeams: boolean;
  readonly downLabel: string;
  readonly peopleLabel: string;
}

export function toLineRow({ id, name, hasTeams, members, standing, comparison }: TeamLine): LineRow {
  return {
    id,
    name,
    people: standing.n === members.length ? String(standing.n) : format(labels.knownOf, standing.n, members.length),
    ...meanWords(standing),
    flaggedPeople: format(labels.flaggedOf, standing.flaggedPeople, standing.people),
    ...besideWords(comparison),
    hasTeams,
    downLabel: format(labels.teamsOf, name),
    peopleLabel: format(labels.peopleOf, name),
  };
}

function meanWords({
  score,
  gap,
  gapFlagged,
}: TeamStanding): Pick<LineRow, 'mean' | 'likely' | 'gap' | 'gapLikely' | 'flag'> {
  return {
    mean: score ? String(Math.round(score.mean)) : labels.none,
    likely: likely(score),
    gap: gap && gap.mean > 0 ? String(Math.round(gap.mean)) : labels.none,
    gapLikely: gap && gap.mean > 0 ? likely(gap) : undefined,
    flag: gapFlagged ? labels.flag : undefined,
  };
}

function besideWords({ beside, difference }: TeamComparison): Pick<LineRow, 'beside' | 'besideLikely'> {
  const points = Math.abs(Math.round(difference?.mean ?? 0));
  const words = {
    further: format(labels.besideFurther, points),
    closer: format(labels.besideCloser, points),
    alike: labels.besideAlike,
    tooFew: labels.besideTooFew,
    alone: labels.besideAlone,
  };
  const isDifferent = beside === 'further' || beside === 'closer';
  const ends = [difference?.lower ?? 0, difference?.upper ?? 0].map(Math.abs).sort((a, b) => a - b);
  return {
    beside: words[beside],
    besideLikely: isDifferent
      ? format(commonLabels.likelyBetween, Math.round(ends[0] ?? 0), Math.round(ends[1] ?? 0))
      : undefined,
  };
}

function likely(interval: TeamInterval | undefined): string | undefined {
  if (!interval) return undefined;
  const [lower, upper] = [Math.max(0, Math.round(interval.lower)), Math.round(interval.upper)];
  return format(commonLabels.likelyBetween, lower, upper);
}
