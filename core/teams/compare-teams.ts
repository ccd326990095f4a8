import { roundTo } from '../readiness/round.ts';
import { NORMAL_90, pooledMean } from './spread.ts';
import { gapsOf, LEAST_TEAM, type MemberScore } from './team-standing.ts';

/** How a team stands beside the others. */
export type Beside = 'closer' | 'alike' | 'further' | 'tooFew' | 'alone';

export interface TeamComparison {
  readonly beside: Beside;
  /** Points by which the team is further from its targets than the teams together; shrunk, with its interval. */
  readonly difference?: { readonly mean: number; readonly lower: number; readonly upper: number };
}

/**
 * Each team beside the mean of all, by the distance to the targets, so that roles with high targets are not held
 * against anybody. A team's mean is shrunk toward the mean of all by how badly it is known (empirical Bayes: the
 * less a team is known and the more alike the teams are, the more). `further` and `closer` are said only where the
 * 80 % interval of the difference leaves out zero; a team of fewer than five known people is not compared.
 */
export function compareTeams(teams: ReadonlyMap<string, readonly MemberScore[]>): Map<string, TeamComparison> {
  const measured = [...teams].flatMap(([key, members]) => {
    const gaps = gapsOf(members);
    const pooled = gaps.length >= LEAST_TEAM ? pooledMean(gaps) : undefined;
    return pooled ? [{ key, value: pooled.mean, error: pooled.error }] : [];
  });
  const all = pooledMean(measured);
  const compared = new Map(measured.map((team) => [team.key, team]));
  return new Map(
    [...teams.keys()].map((key): [string, TeamComparison] => {
      const team = compared.get(key);
      if (!team || !all) return [key, { beside: 'tooFew' }];
      if (measured.length < 2) return [key, { beside: 'alone' }];
      const trust = all.between / (all.between + team.error ** 2);
      const mean = trust * (team.value - all.mean);
      const half = NORMAL_90 * Math.sqrt(trust * team.error ** 2 + (1 - trust) ** 2 * all.error ** 2);
      const difference = { mean: roundTo(mean, 2), lower: roundTo(mean - half, 2), upper: roundTo(mean + half, 2) };
      const beside = difference.lower > 0 ? 'further' : difference.upper < 0 ? 'closer' : 'alike';
      return [key, { beside, difference }];
    }),
  );
}
