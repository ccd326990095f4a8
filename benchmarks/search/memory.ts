import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes that the process holds in its heap and in array buffers, after collecting what nobody needs. */
export function heldMegabytes(): number {
  collect();
  // Buffers that the first collection found are given back by the second.
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
