/**
 * Builds the generated LWC modules, `c/core` and `c/knowledge`, from `core/`; with --check, also compiles them as the platform does.
 *
 *   npm run build:core [-- --check]
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCore, CORE_MODULES } from './bundle-core.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
for (const module of CORE_MODULES) {
  const code = await bundleCore(root, module);
  writeFileSync(join(root, module.file), code);
  console.log(`Wrote ${module.file}: ${(Buffer.byteLength(code) / 1024).toFixed(1)} KB.`);
  if (process.argv.includes('--check')) {
    // Loaded on demand: the compilers take longer to load than the modules take to build.
    const { compileCore } = await import('./compile-core.ts');
    const problems = await compileCore(module.name, code);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
    else console.log(`Both LWC compilers accept c/${module.name}.`);
  }
}
