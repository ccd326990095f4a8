import { shortDate, today } from 'c/dates';
import { format, viewerLabels as labels } from 'c/labels';

/** When a nugget was verified, and when that has to be done again; ISO days. */
export interface Verification {
  readonly verifiedOn?: string;
  readonly verificationDue?: string;
}

/** "Verified 12 Oct", or that it is overdue or was never done. */
export function describeVerification({ verifiedOn, verificationDue }: Verification, now: Date): string {
  if (!verifiedOn) return labels.notVerified;
  if (verificationDue && verificationDue < today(now)) {
    return format(labels.verificationDue, shortDate(verificationDue, now));
  }
  return format(labels.verified, shortDate(verifiedOn, now));
}
