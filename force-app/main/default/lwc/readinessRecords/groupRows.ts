import { aggregate, type WeightedScore } from 'c/core';
import type { ReadinessRow } from './readinessRow';

/** A row of a domain, a component or the whole as its skills make it today; as it was where they have no weight. */
export function regroup(
  row: ReadinessRow,
  members: readonly ReadinessRow[],
  weights: ReadonlyMap<string, number>,
): ReadinessRow {
  const group = aggregate(members.flatMap((member) => toWeightedScore(member, weights)));
  if (!group) return row;
  const { score, lower, upper, enoughEvidence, evidenceCount, gapFlagged } = group;
  return { ...row, score, lower, upper, enoughEvidence, evidenceCount, gapFlagged };
}

/**
 * Readiness by component (Expertise, Velocity, Knowledge), over the skills of the role's targets. The org holds no rows
 * of components: they are what the service computes as `PersonReadiness.components`, from the same skills.
 *
 * @param skills today's skill rows
 * @param weights how much each skill counts in the person's role, by skill code; 1 where absent
 */
export function componentRows(
  skills: readonly ReadinessRow[],
  weights: ReadonlyMap<string, number>,
): (ReadinessRow & { readonly component: string })[] {
  const targeted = skills.filter(({ component, target }) => component && target !== undefined);
  const names = [...new Set(targeted.flatMap(({ component }) => component ?? []))].sort();
  return names.flatMap((component) => {
    const members = targeted.filter((row) => row.component === component);
    const group = aggregate(members.flatMap((member) => toWeightedScore(member, weights)));
    const [first] = members;
    if (!group || !first) return [];
    const { score, lower, upper, target, enoughEvidence, evidenceCount, gapFlagged } = group;
    const { personId } = first;
    return [
      {
        id: component,
        scope: 'Component' as const,
        personId,
        component,
        score,
        lower,
        upper,
        target,
        gapFlagged,
        evidenceCount,
        enoughEvidence,
        contributions: [],
      },
    ];
  });
}

function toWeightedScore(row: ReadinessRow, weights: ReadonlyMap<string, number>): WeightedScore[] {
  const { score = 0, lower = 0, upper = 100, enoughEvidence, evidenceCount, target, skillCode = '' } = row;
  if (target === undefined) return [];
  return [
    { score: { score, lower, upper, enoughEvidence, evidenceCount }, target, weight: weights.get(skillCode) ?? 1 },
  ];
}
