/** The brain of Fluency: pure functions, no clock, no chance, no I/O. Pages import this as `c/core`. */
export * from './situation/index.ts';
export * from './nuggets/index.ts';
export * from './readiness/index.ts';
export * from './plans/index.ts';
export * from './teams/index.ts';
export * from './csv/index.ts';
export * from './coaching/index.ts';
export * from './launches/index.ts';
export * from './proficiency/index.ts';
export * from './reviews/index.ts';
export * from './deals/index.ts';
