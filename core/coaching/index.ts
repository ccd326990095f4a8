export type * from './types.ts';
export { coachNext } from './coach-next.ts';
export { COACHING, coachingValue } from './coaching-value.ts';
