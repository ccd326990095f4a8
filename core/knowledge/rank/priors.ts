import { DAY } from '../../situation/days.ts';
import type { KnowledgeEntry, SearchReason } from '../types.ts';

/**
 * What is known of an entry before anybody asks, as a share of its score. Mild: together they move an entry past
 * another that fits about as well, never past one that fits much better.
 */
const ACCEPTED = 0.04;
const VERIFIED = 0.06;
/** Half of VOTES_MOST is reached at this many votes. */
const VOTES_HALF = 5;
const VOTES_MOST = 0.06;
const RECENT_MOST = 0.04;
/** Days after which being recent counts half. */
const RECENT_HALF_DAYS = 180;

/** The priors of an entry as reasons whose strengths are shares of the score; those that count nothing are left out. */
export function priorsOf(entry: KnowledgeEntry, now: Date | undefined): SearchReason[] {
  const reasons: SearchReason[] = [];
  const votes = entry.votes ?? 0;
  if (entry.acceptedAnswer !== undefined) {
    reasons.push({ code: 'accepted', labelKey: 'searchReasonAccepted', values: [], strength: ACCEPTED });
  }
  if (entry.verified === true) {
    reasons.push({ code: 'verified', labelKey: 'searchReasonVerified', values: [], strength: VERIFIED });
  }
  if (votes !== 0) {
    const strength = (VOTES_MOST * votes) / (Math.abs(votes) + VOTES_HALF);
    reasons.push({ code: 'votes', labelKey: 'searchReasonVotes', values: [String(votes)], strength });
  }
  const recent = recency(entry, now);
  if (recent > 0) reasons.push({ code: 'recent', labelKey: 'searchReasonRecent', values: [], strength: recent });
  return reasons;
}

function recency(entry: KnowledgeEntry, now: Date | undefined): number {
  if (now === undefined || entry.updatedAt === undefined) return 0;
  const days = (now.getTime() - Date.parse(entry.updatedAt)) / DAY;
  return Number.isNaN(days) ? 0 : RECENT_MOST * 2 ** (-Math.max(0, days) / RECENT_HALF_DAYS);
}
