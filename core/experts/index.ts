export type * from './types.ts';
export { answerQuality } from './answer-quality.ts';
export { computeExpertise } from './compute-expertise.ts';
export { createExpertRouter, type ExpertRouter } from './create-expert-router.ts';
export { ROUTE_WEIGHTS, type RouteWeights } from './route-weights.ts';
