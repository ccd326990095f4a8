import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import type { Estimate } from './types.ts';

/**
 * A role's prior moves in steps of this many log-odds: a prior that moved with every answer would make every row of
 * the role new each time.
 */
export const PRIOR_STEP = 0.25;

/** A person as far as a role's prior is concerned. */
export interface RoleMember {
  readonly role: string;
  readonly person: Pick<Estimate, 'mean' | 'variance' | 'count'>;
}

/**
 * The general ability that people of a role start from: the mean of those with evidence, each counting by how well
 * it is known, shrunk toward 0 as one more person of average ability would, in steps of {@link PRIOR_STEP}.
 */
export function rolePriors(
  people: Iterable<RoleMember>,
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): Map<string, number> {
  const sums = new Map<string, { weighted: number; weight: number }>();
  for (const { role, person } of people) {
    if (person.count === 0) continue;
    const sum = sums.get(role) ?? { weighted: 0, weight: 1 / parameters.personVariance };
    const weight = 1 / (parameters.personVariance + person.variance);
    sums.set(role, { weighted: sum.weighted + weight * person.mean, weight: sum.weight + weight });
  }
  return new Map(
    [...sums].map(([role, { weighted, weight }]) => [
      role,
      Math.round(weighted / weight / PRIOR_STEP) * PRIOR_STEP + 0,
    ]),
  );
}
