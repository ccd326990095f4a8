import type { Contribution } from 'c/core';
import { flag, number, text, type PlainRecord } from 'c/graphqlRecords';

/** The org holds no rows of scope Component: a page computes them from the skills. */
type ReadinessScope = 'Skill' | 'Domain' | 'Overall' | 'Component';

/** One `Readiness__c` row. Scores and targets are 0–100. */
export interface ReadinessRow {
  readonly id: string;
  readonly scope: ReadinessScope;
  readonly personId: string;
  readonly skillId?: string;
  readonly skillCode?: string;
  readonly skillName?: string;
  readonly domain?: string;
  /** Expertise, Velocity or Knowledge. */
  readonly component?: string;
  readonly score?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly target?: number;
  readonly gapFlagged: boolean;
  readonly evidenceCount: number;
  readonly enoughEvidence: boolean;
  readonly lastEvidenceAt?: string;
  readonly dueForReview?: string;
  readonly computedAt?: string;
  /** The model's state, as core serialised it. */
  readonly state?: string;
  /** The skill's difficulty, as core serialised it. */
  readonly difficulty?: string;
  readonly contributions: readonly Contribution[];
}

/** The row of a record of which the query may have asked only some fields. */
export function toReadinessRow(record: PlainRecord): ReadinessRow {
  return {
    id: text(record, 'Id') ?? '',
    scope: (text(record, 'Scope__c') ?? 'Skill') as ReadinessScope,
    personId: text(record, 'Person__c') ?? '',
    skillId: text(record, 'Skill__c'),
    skillCode: text(record, 'Skill__r.Code__c'),
    skillName: text(record, 'Skill__r.Name'),
    domain: text(record, 'Domain__c') ?? text(record, 'Skill__r.Domain__c'),
    component: text(record, 'Skill__r.Component__c'),
    score: number(record, 'Score__c'),
    lower: number(record, 'Lower__c'),
    upper: number(record, 'Upper__c'),
    target: number(record, 'Target__c'),
    gapFlagged: flag(record, 'Gap_Flagged__c'),
    evidenceCount: number(record, 'Evidence_Count__c') ?? 0,
    enoughEvidence: flag(record, 'Enough_Evidence__c'),
    lastEvidenceAt: text(record, 'Last_Evidence_At__c'),
    dueForReview: text(record, 'Due_For_Review__c'),
    computedAt: text(record, 'Computed_At__c'),
    state: text(record, 'State__c'),
    difficulty: text(record, 'Skill__r.Difficulty_State__c'),
    contributions: toContributions(text(record, 'Evidence__c')),
  };
}

/** The contributions in `Evidence__c`; empty where the field is blank or holds something else. */
function toContributions(json: string | undefined): Contribution[] {
  if (json === undefined) return [];
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.filter(isContribution) : [];
  } catch {
    // Only the sync service writes this field; a page without its evidence list is better than no page.
    return [];
  }
}

function isContribution(value: unknown): value is Contribution {
  const { evidenceId, kind, at, points } = (value ?? {}) as Partial<Contribution>;
  return [evidenceId, kind, at].every((part) => typeof part === 'string') && typeof points === 'number';
}
