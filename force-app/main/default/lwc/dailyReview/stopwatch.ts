/** A question that lies open longer counts as this many seconds: the person went away. */
const LONGEST_LAP = 60;

/** Tells when the time of a review is up. Seconds throughout. */
export interface Stopwatch {
  start(budget: number): void;
  /** Ends the time of one question and begins that of the next. */
  lap(): void;
  sinceLap(): number;
  /** Whether the budget is used up, with the lap that is under way. */
  isUp(): boolean;
}

export function createStopwatch(clock: () => number = () => Date.now()): Stopwatch {
  let left = 0;
  let lapBegan = clock();
  const sinceLap = (): number => Math.max(0, Math.round((clock() - lapBegan) / 1000));
  const lapSeconds = (): number => Math.min(LONGEST_LAP, sinceLap());
  return {
    start(budget) {
      left = budget;
      lapBegan = clock();
    },
    lap() {
      left -= lapSeconds();
      lapBegan = clock();
    },
    sinceLap,
    isUp: () => left - lapSeconds() <= 0,
  };
}
