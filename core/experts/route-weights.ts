/** How routing weighs what it knows. */
export interface RouteWeights {
  /** Days after which an answer counts half as activity. */
  readonly activeHalfDays: number;
  /** Activity of somebody who has not answered for long. */
  readonly leastActivity: number;
  /** Power of recent activity. */
  readonly activity: number;
  /** Weight of answering on the question's tags more than others do. */
  readonly tags: number;
  /** Answers that what is usual of a tag counts as. */
  readonly tagPrior: number;
  /** Weight of the likeness of the question to what the person answered. */
  readonly likeness: number;
  /** Words that what is usual of the language counts as (Dirichlet smoothing). */
  readonly wordPrior: number;
  /** Weight of the questions that already wait for the person. */
  readonly load: number;
}

/** Chosen within the history of a public set alone (docs/knowledge-bank.md); that of the load was set by hand. */
export const ROUTE_WEIGHTS: RouteWeights = {
  activeHalfDays: 14,
  leastActivity: 0.05,
  activity: 1.2,
  tags: 0.23,
  tagPrior: 4,
  likeness: 1.4,
  wordPrior: 2000,
  load: 0.7,
};
