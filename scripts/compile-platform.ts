/**
 * Compiles every bundle with the compiler that the Salesforce platform runs on deploy, and fails on any diagnostic.
 *
 *   npx tsx scripts/compile-platform.ts [bundle …]
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@lwc/sfdc-lwc-compiler';
import { emitScript, listBundles, type LwcBundle } from './lwc-bundles.ts';

const NAMESPACE = 'c';

interface Diagnostic {
  readonly code?: number;
  readonly message: string;
  readonly filename?: string;
  readonly location?: { readonly line: number; readonly column: number };
}

/** `file:line:column: message`, one a line, for one bundle; empty when it compiles. */
async function compileBundle(root: string, bundle: LwcBundle): Promise<string[]> {
  const { success, diagnostics, results } = await compile({
    bundle: { type: 'platform', namespace: NAMESPACE, name: bundle.name, files: await bundleFiles(root, bundle) },
  });
  const all: Diagnostic[] = [...diagnostics, ...(results ?? []).flatMap((result) => result.diagnostics)];
  const lines = [...new Set(all.map((diagnostic) => describe(bundle, diagnostic)))];
  return success || lines.length > 0 ? lines : [`${bundle.directory}: the compiler failed without a diagnostic`];
}

/** The files as they would be deployed: scripts emitted, no tests, no metadata. */
async function bundleFiles(root: string, bundle: LwcBundle): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const asset of bundle.assets) {
    if (!asset.endsWith('.xml')) files[relative(bundle.directory, asset)] = readFileSync(join(root, asset), 'utf8');
  }
  for (const source of bundle.sources) {
    files[relative(bundle.directory, source).replace(/\.ts$/, '.js')] = await emitScript(join(root, source));
  }
  return files;
}

function describe(bundle: LwcBundle, { filename, location, message, code }: Diagnostic): string {
  const file = join(bundle.directory, basename(filename ?? ''));
  const place = location ? `:${location.line}:${location.column}` : '';
  return `${file}${place}: ${message}${code === undefined ? '' : ` (LWC${code})`}`;
}

async function main(root: string, names: readonly string[]): Promise<number> {
  const bundles = listBundles(root).filter(
    (bundle) => bundle.sources.length > 0 && (names.length === 0 || names.includes(bundle.name)),
  );
  let problems = 0;
  for (const bundle of bundles) {
    for (const line of await compileBundle(root, bundle)) {
      problems += 1;
      console.error(line);
    }
  }
  console.log(`${bundles.length} bundles compiled with the platform's compiler, ${problems} problems.`);
  return problems === 0 && bundles.length > 0 ? 0 : 1;
}

process.exitCode = await main(join(dirname(fileURLToPath(import.meta.url)), '..'), process.argv.slice(2));
