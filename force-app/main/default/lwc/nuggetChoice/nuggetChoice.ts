export { describeChoice } from './describeChoice';
export type { NuggetsAnswer } from './describeChoice';
export { SKILL_NUGGETS_QUERY } from './skillNuggetsQuery';
export { toLearningEvents, toSkillNuggets } from './skillNugget';
export type { OwnEvent, SkillNugget } from './skillNugget';
