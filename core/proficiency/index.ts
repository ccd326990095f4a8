export type * from './types.ts';
export { shareWithin, timeToProficiency } from './kaplan-meier.ts';
export { byQuarter, LEAST_COHORT, proficiencyCase, quarterOf, type RoleHistory } from './cohorts.ts';
