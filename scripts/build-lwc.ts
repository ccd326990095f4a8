/**
 * Builds what a deploy needs beside the sources: the `.js` of every component (git-ignored), the modules
 * generated from `core/`, and `force-app/tsconfig.paths.json`, which tells the type checker what `c/<name>` is.
 *
 *   npx tsx scripts/build-lwc.ts
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCore, CORE_MODULES } from './bundle-core.ts';
import { emitScript, listBundles, moduleEntry, removeOrphans } from './lwc-bundles.ts';

const PATHS_FILE = 'force-app/tsconfig.paths.json';

async function main(root: string): Promise<void> {
  const started = performance.now();
  removeOrphans(
    root,
    CORE_MODULES.map(({ file }) => file),
  );
  const bundles = listBundles(root);
  const scripts = await Promise.all(
    bundles.flatMap((bundle) =>
      bundle.sources.map((source) =>
        writeChanged(root, source.replace(/\.ts$/, '.js'), emitScript(join(root, source))),
      ),
    ),
  );
  for (const module of CORE_MODULES) await writeChanged(root, module.file, bundleCore(root, module));
  await writeChanged(root, PATHS_FILE, Promise.resolve(pathsConfiguration(root)));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `Built ${bundles.length} bundles (${scripts.length} scripts and ${CORE_MODULES.length} modules from core) in ${seconds} s.`,
  );
}

/** A `paths` target may hold one `*` only, hence one entry a bundle. What is generated from `core/` is the source itself. */
function pathsConfiguration(root: string): string {
  const folder = dirname(PATHS_FILE);
  const paths: Record<string, string[]> = { 'test/*': ['../config/jest/*'] };
  for (const { name, entry } of CORE_MODULES) paths[`c/${name}`] = [relative(folder, entry)];
  for (const bundle of listBundles(root)) {
    const generated = CORE_MODULES.some(({ name }) => name === bundle.name);
    const entry = generated ? undefined : moduleEntry(root, bundle);
    if (entry) paths[`c/${bundle.name}`] = [`./${relative(folder, entry)}`];
  }
  const lines = Object.entries(paths).map(
    ([name, [target]]) => `      ${JSON.stringify(name)}: [${JSON.stringify(target)}]`,
  );
  return `{\n  "compilerOptions": {\n    "paths": {\n${lines.join(',\n')}\n    }\n  }\n}\n`;
}

/** Leaves an equal file alone, so that watchers see only what changed. */
async function writeChanged(root: string, path: string, text: Promise<string>): Promise<void> {
  const target = join(root, path);
  const content = await text;
  if (existsSync(target) && readFileSync(target, 'utf8') === content) return;
  writeFileSync(target, content);
}

await main(join(dirname(fileURLToPath(import.meta.url)), '..'));
