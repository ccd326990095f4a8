export { orderForReview, type ReviewableSkill, type ReviewReason, type SkillToReview } from './order-for-review.ts';
export {
  DEFAULT_REVIEW_LIMITS,
  planReview,
  secondsLeft,
  type PlannedQuestion,
  type ReviewableQuestion,
  type ReviewAnswer,
  type ReviewLimits,
  type ReviewRequest,
} from './plan-review.ts';
