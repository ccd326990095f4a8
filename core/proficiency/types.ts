/** One person under observation since the start in a role. */
export interface ProficiencyCase {
  /** Whole days from the start to proficiency, to leaving, or to today. */
  readonly days: number;
  /** `reached` the target, `left` before it, or is still `underway`. */
  readonly outcome: 'reached' | 'left' | 'underway';
}

/** The share that has reached the target by a day, with the interval that holds the true one 8 times in 10. */
export interface CurvePoint {
  /** Days since the start. */
  readonly days: number;
  /** 0–1. */
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
  /** Under observation just before that day, and how many reached the target on it. */
  readonly atRisk: number;
  readonly reached: number;
}

/** Days within which half have reached the target; an end that the data does not tell is absent. */
export interface MedianDays {
  readonly days?: number;
  readonly lower?: number;
  readonly upper?: number;
}

export interface Proficiency {
  readonly people: number;
  readonly reached: number;
  readonly left: number;
  readonly underway: number;
  /** One point a day on which somebody reached the target, ascending. */
  readonly curve: readonly CurvePoint[];
  readonly median: MedianDays;
}
