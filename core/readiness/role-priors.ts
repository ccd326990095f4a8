import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import type { Estimate } from './types.ts';

/**
 * The general ability that people of a role start from: the mean of those with evidence, each counting by how well
 * it is known, shrunk toward 0 as one more person of average ability would.
 */
export function rolePriors(
  people: readonly { readonly role: string; readonly person: Estimate }[],
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): Map<string, number> {
  const sums = new Map<string, { weighted: number; weight: number }>();
  for (const { role, person } of people) {
    if (person.count === 0) continue;
    const sum = sums.get(role) ?? { weighted: 0, weight: 1 / parameters.personVariance };
    const weight = 1 / (parameters.personVariance + person.variance);
    sums.set(role, { weighted: sum.weighted + weight * person.mean, weight: sum.weight + weight });
  }
  return new Map([...sums].map(([role, { weighted, weight }]) => [role, weighted / weight]));
}
