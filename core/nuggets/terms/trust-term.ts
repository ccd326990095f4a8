import type { RankTerm } from '../ranking.ts';

const VERIFIED = 1.15;
const OVERDUE = 0.7;

/** Higher for what was verified, lower for what should have been verified again. */
export const trustTerm: RankTerm = {
  factor: ({ nugget: { verifiedOn, verificationDue } }, { today }) => {
    if (verifiedOn === undefined) return 1;
    return verificationDue !== undefined && verificationDue.slice(0, today.length) < today ? OVERDUE : VERIFIED;
  },
  reasons: ({ nugget: { verifiedOn = '' } }) => [
    { code: 'verified', labelKey: 'reasonVerified', values: [verifiedOn], strength: Math.log(VERIFIED) },
  ],
};
