/**
 * Builds the one generated LWC module, `c/core`, from `core/`; with --check, also compiles it as the platform does.
 *
 *   npm run build:core [-- --check]
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCore, CORE_MODULE } from './bundle-core.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const code = await bundleCore(root);
writeFileSync(join(root, CORE_MODULE), code);
console.log(`Wrote ${CORE_MODULE}: ${(Buffer.byteLength(code) / 1024).toFixed(1)} KB.`);
if (process.argv.includes('--check')) {
  // Loaded on demand: the compilers take longer to load than the module takes to build.
  const { compileCore } = await import('./compile-core.ts');
  const problems = await compileCore(code);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('Both LWC compilers accept it.');
}
