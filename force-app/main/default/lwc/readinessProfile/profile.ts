import type { SkillEvidence } from 'c/evidenceWords';
import { recordsIn, text } from 'c/graphqlRecords';
import { toLearningEvents, type OwnEvent } from 'c/nuggetChoice';
import {
  currentReadiness,
  roleWeights,
  toCheckResponse,
  toReadinessRow,
  type CurrentReadiness,
  type ReadinessRow,
} from 'c/readinessRecords';

/** What the reader may see of one person's readiness. */
export interface Profile extends CurrentReadiness {
  readonly name?: string;
  readonly role?: string;
  readonly computedAt?: string;
  /** Latest first. */
  readonly evidence: readonly SkillEvidence[];
  /** Skills to refresh, longest due first. */
  readonly due: readonly ReadinessRow[];
  readonly history: readonly OwnEvent[];
  /** Whether the server gave any readiness at all. */
  readonly isVisible: boolean;
}

/**
 * The profile of what `PROFILE_QUERY` answered.
 *
 * @param today calendar day of the reader, `YYYY-MM-DD`
 */
export function toProfile(data: unknown, personId: string, today: string, now: Date): Profile {
  const user = recordsIn(data, 'User')[0] ?? {};
  const role = text(user, 'Sales_Role__c');
  const rows = recordsIn(data, 'Readiness__c').map(toReadinessRow);
  const responses = recordsIn(data, 'Check_Response__c').flatMap((record) => toCheckResponse(record) ?? []);
  const current = currentReadiness(personId, rows, responses, roleWeights(data, role), now);
  const computed = rows.map(({ computedAt }) => computedAt ?? '').sort();
  return {
    ...current,
    name: text(user, 'Name'),
    role,
    computedAt: computed.at(-1) || undefined,
    evidence: current.skills
      .flatMap(({ contributions, skillName = '' }) => contributions.map((entry) => ({ ...entry, skillName })))
      .sort((a, b) => (a.at < b.at ? 1 : -1)),
    due: current.skills
      .filter(({ dueForReview }) => dueForReview !== undefined && dueForReview <= today)
      .sort((a, b) => ((a.dueForReview ?? '') < (b.dueForReview ?? '') ? -1 : 1)),
    history: toLearningEvents(data),
    isVisible: rows.length > 0,
  };
}
