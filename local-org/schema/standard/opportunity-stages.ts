/** One stage as a new org has it. */
export interface StandardStage {
  readonly label: string;
  /** Percent. */
  readonly probability: number;
  readonly forecastCategoryName: string;
  readonly isClosed: boolean;
  readonly isWon: boolean;
}

const open = (label: string, probability: number): StandardStage => ({
  label,
  probability,
  forecastCategoryName: 'Pipeline',
  isClosed: false,
  isWon: false,
});

/** The ten stages of a new org, in the order of the path. */
export const OPPORTUNITY_STAGES: readonly StandardStage[] = [
  open('Prospecting', 10),
  open('Qualification', 10),
  open('Needs Analysis', 20),
  open('Value Proposition', 50),
  open('Id. Decision Makers', 60),
  open('Perception Analysis', 70),
  open('Proposal/Price Quote', 75),
  open('Negotiation/Review', 90),
  { label: 'Closed Won', probability: 100, forecastCategoryName: 'Closed', isClosed: true, isWon: true },
  { label: 'Closed Lost', probability: 0, forecastCategoryName: 'Omitted', isClosed: true, isWon: false },
];

/** Values of `ForecastCategory`. */
export const FORECAST_CATEGORIES = ['Omitted', 'Pipeline', 'BestCase', 'MostLikely', 'Forecast', 'Closed'];

/** Values of `ForecastCategoryName`, in the same order. */
export const FORECAST_CATEGORY_NAMES = ['Omitted', 'Pipeline', 'Best Case', 'Most Likely', 'Commit', 'Closed'];

/** The `ForecastCategory` that belongs to a `ForecastCategoryName`, or undefined for an unknown name. */
export function forecastCategoryOf(name: string): string | undefined {
  return FORECAST_CATEGORIES[FORECAST_CATEGORY_NAMES.indexOf(name)];
}
