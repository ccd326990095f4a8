import type { SkillStanding } from 'c/core';
import type { ReadinessRow } from './readinessRow';

/** What ranking needs of a skill row. A score without enough evidence counts as not measured. */
export function toSkillStanding(row: ReadinessRow): SkillStanding {
  return {
    score: row.enoughEvidence ? row.score : undefined,
    target: row.target,
    dueForReview: row.dueForReview,
    name: row.skillName,
  };
}
