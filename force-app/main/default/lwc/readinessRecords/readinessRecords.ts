export { toReadinessRow, toContributions } from './readinessRow';
export type { ReadinessRow, ReadinessScope } from './readinessRow';
export { toCheckResponse } from './checkResponse';
export type { CheckResponse } from './checkResponse';
export { continueReadiness } from './continueReadiness';
export type { Continuation, PublishedSkill } from './continueReadiness';
export { toSkillStanding } from './skillStanding';
export { currentReadiness } from './currentReadiness';
export type { CurrentReadiness } from './currentReadiness';
