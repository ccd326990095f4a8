/** The brain of Fluency: pure functions, no clock, no chance, no I/O. Pages import this as `c/core`. */
export type * from './situation/types.ts';
export type * from './nuggets/types.ts';
export type * from './readiness/types.ts';
