import { NORMAL_90 } from '../statistics/normal.ts';
import { type Measured, pooledMean } from '../statistics/pooled-mean.ts';
import { student90 } from '../statistics/student.ts';
import { type Difference, differencesOf } from './team-differences.ts';
import { gapsOf, LEAST_TEAM, type MemberScore } from './team-standing.ts';

/** How a team stands beside the others. */
export type Beside = 'closer' | 'alike' | 'further' | 'tooFew' | 'alone';

export interface TeamComparison {
  readonly beside: Beside;
  /** Points by which the team is further from its targets than the teams on average; shrunk, with its interval. */
  readonly difference?: Difference;
}

/**
 * Each team beside the mean of all, by the distance to the targets, so that roles with high targets are not held
 * against anybody. A team's distance is shrunk by how badly it is known. `further` and `closer` are said only where the
 * 80 % interval of the difference leaves out zero; a team of fewer than five known people is not compared.
 */
export function compareTeams(teams: ReadonlyMap<string, readonly MemberScore[]>): Map<string, TeamComparison> {
  const measured = [...teams].flatMap(([key, members]): [string, Measured][] => {
    const gaps = gapsOf(members);
    const pooled = gaps.length >= LEAST_TEAM ? pooledMean(gaps) : undefined;
    if (!pooled) return [];
    // Of few people, the error itself is uncertain: the normal distribution stands for Student's t.
    return [[key, { value: pooled.mean, error: (pooled.error * student90(pooled.n - 1)) / NORMAL_90 }]];
  });
  const differences = differencesOf(measured.map(([, team]) => team));
  const compared = new Map(measured.map(([key], position) => [key, differences[position]]));
  return new Map([...teams.keys()].map((key) => [key, comparisonOf(compared.get(key), measured.length)]));
}

function comparisonOf(difference: Difference | undefined, teams: number): TeamComparison {
  if (!difference) return { beside: 'tooFew' };
  if (teams < 2) return { beside: 'alone' };
  return { beside: difference.lower > 0 ? 'further' : difference.upper < 0 ? 'closer' : 'alike', difference };
}
