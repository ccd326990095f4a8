export type * from './types.ts';
export { DEFAULT_PARAMETERS, MODEL_VERSION, type FittedWeights, type ReadinessParameters } from './parameters.ts';
export { emptyItem, emptyPerson, emptySkill, emptyState } from './empty-states.ts';
export { EvidenceError, type EvidenceErrorCode } from './evidence-error.ts';
export { ReadinessStateError, type ReadinessStateErrorCode } from './state-error.ts';
export { orderEvidence } from './order-evidence.ts';
export { update } from './update.ts';
export { predict } from './predict.ts';
export { predictAnswer } from './predict-answer.ts';
export { explainScore } from './explain-score.ts';
export { dueForReview } from './due-for-review.ts';
export { aggregate, gapOf } from './aggregate.ts';
export { expectedGap } from './expected-gap.ts';
export { type ActionChoice, nextActions, rankActions, type ScoredSkill } from './next-actions.ts';
export { PRIOR_STEP, type RoleMember, rolePriors } from './role-priors.ts';
export {
  parseDifficulty,
  parsePerson,
  parseState,
  serializeDifficulty,
  serializePerson,
  serializeState,
} from './serialize-state.ts';
export { type CountedCheck, practiceRule } from './practice-rule.ts';
export { createReplay, type MonthPriors, type Replay, type ReplayOptions } from './replay.ts';
export { type MemoryStore, memoryStore, type PersonStart, type ReplayStore } from './replay-store.ts';
export {
  KEPT_CONTRIBUTIONS,
  type ReplayedEvidence,
  type ReplayedPerson,
  replayEvidence,
  type ReplayInput,
} from './replay-evidence.ts';
export { type KnownPerson, OVERALL, personReadiness, scoresAt } from './person-readiness.ts';
export { type GainSums, recordOf, type TrainingGain } from './training-record.ts';
export { type ComputedPeople, type ComputeInput, computePeople, computePerson } from './compute-people.ts';
