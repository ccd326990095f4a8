import { readFileSync } from 'node:fs';
import { bundle } from './bundle.ts';
import type { BuildRequest } from './types.ts';

/** Entry of the bundling process: one argument, the file that holds the request. */
const request = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BuildRequest;
try {
  await bundle(request);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
