import { logistic } from '../features/log-odds.ts';
import { roundTo } from '../round.ts';

/** Sums of surprise and of information, from which a residual follows in one ridge step. */
export interface Sums {
  readonly surprise: Float64Array;
  readonly information: Float64Array;
}

export function newSums(cells: number): Sums {
  return { surprise: new Float64Array(cells), information: new Float64Array(cells) };
}

/** Adds an answer whose log-odds were `logOdds` to a cell. */
export function addAnswer({ surprise, information }: Sums, cell: number, value: number, logOdds: number): void {
  const chance = logistic(logOdds);
  surprise[cell] = (surprise[cell] ?? 0) + value - chance;
  information[cell] = (information[cell] ?? 0) + chance * (1 - chance);
}

/** The residual of each cell in one ridge step, to three decimals. */
export function residuals({ surprise, information }: Sums, ridge: number): number[] {
  const found: number[] = [];
  for (let cell = 0; cell < surprise.length; cell += 1) {
    found.push(roundTo((surprise[cell] ?? 0) / ((information[cell] ?? 0) + ridge), 3));
  }
  return found;
}
