import { setFlagsFromString } from 'node:v8';

/** How much the heap may grow, in percent, before its garbage is collected. */
const GROWTH = 20;

/**
 * Lets the heap of this process grow slowly. A long computation in small batches holds little and throws away much:
 * on a machine with much memory V8 would let gigabytes of garbage gather before it looks. Costs some time.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
