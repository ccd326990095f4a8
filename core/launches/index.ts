export type * from './types.ts';
export { LEARNING_WEEKS, learningRate } from './learning-rate.ts';
export { forecast, type Forecast } from './forecast.ts';
export { launchSkills } from './launch-skills.ts';
export { launchReadiness } from './launch-readiness.ts';
export { chanceOn, countDistribution, type LikelyCount, likelyCount, likelyCountByDay } from './team-forecast.ts';
