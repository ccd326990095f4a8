export type { Launch } from './launch';
export type { NamedShortSkill } from './launchRow';
export { toLaunch } from './launch';
export { chancesByDayOf, shortSkillsOf } from './launchRow';
export { chanceText, countdown, headline, shortText } from './launchWords';
