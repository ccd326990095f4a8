import { parseArgs } from 'node:util';

/** What every benchmark accepts. */
export interface BenchmarkArguments {
  /** Folder with the data, where the benchmark needs any. */
  readonly data?: string;
  /** Print one JSON object as the last line. */
  readonly json: boolean;
  /** File for the raw results. */
  readonly output?: string;
}

/** Reads the command line. Throws a TypeError that names an unknown option. */
export function benchmarkArguments(args: readonly string[]): BenchmarkArguments {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, json: { type: 'boolean', default: false }, output: { type: 'string' } },
  });
  return values;
}
