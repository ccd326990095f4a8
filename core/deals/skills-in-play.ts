import type { Match } from '../nuggets/types.ts';

/** A skill that a deal asks for now, and its share of all that it asks for (0–1). */
export interface SkillInPlay {
  readonly skillCode: string;
  readonly skillName?: string;
  readonly weight: number;
}

/**
 * The skills of the nuggets whose rules hold in a situation. Each match counts by its specificity times the nugget's
 * weight of the skill: what holds in every deal says nothing about this one. Largest share first; ties by code.
 *
 * @param most how many skills are kept; shares are of all, so they add up to less than 1 where some are left out
 */
export function skillsInPlay(matches: readonly Pick<Match, 'nugget' | 'specificity'>[], most = 6): SkillInPlay[] {
  const weights = new Map<string, { weight: number; skillName?: string }>();
  for (const { nugget, specificity } of matches) {
    for (const { skillCode, skillName, weight } of nugget.skills) {
      const known = weights.get(skillCode);
      const added = Math.max(0, specificity) * Math.max(0, weight);
      weights.set(skillCode, {
        weight: (known?.weight ?? 0) + added,
        skillName: known?.skillName ?? skillName,
      });
    }
  }
  const total = [...weights.values()].reduce((sum, { weight }) => sum + weight, 0);
  return [...weights]
    .filter(([, { weight }]) => weight > 0)
    .map(([skillCode, { weight, skillName }]) => ({ skillCode, skillName, weight: weight / total }))
    .sort((a, b) => b.weight - a.weight || (a.skillCode < b.skillCode ? -1 : 1))
    .slice(0, most);
}
