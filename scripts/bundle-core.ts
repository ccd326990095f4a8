import { join } from 'node:path';
import { build } from 'esbuild';

/** A generated LWC module. */
export interface CoreModule {
  /** Components import it as `c/<name>`. */
  readonly name: string;
  /** What is generated, from the project's root. Git-ignored; its metadata file beside it is not. */
  readonly file: string;
  /** What it is generated from. */
  readonly entry: string;
}

/** The modules that are generated from `core/`: searching is apart, so that neither passes the limit of older orgs. */
export const CORE_MODULES: readonly CoreModule[] = [
  { name: 'core', file: 'force-app/main/default/lwc/core/core.js', entry: 'core/index.ts' },
  { name: 'knowledge', file: 'force-app/main/default/lwc/knowledge/knowledge.js', entry: 'core/knowledge-bank.ts' },
];
/** Older orgs refuse a component file above this size. */
const LIMIT_BYTES = 128 * 1024;

/** One module with all it needs: compact, but with its names, so that a stack trace in an org can be read. */
export async function bundleCore(root: string, { name, entry }: CoreModule): Promise<string> {
  const result = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
  });
  const code = `/* eslint-disable */\n// Generated from core/ by scripts/build-core.ts.\n${result.outputFiles[0]?.text ?? ''}`;
  const bytes = Buffer.byteLength(code);
  if (bytes > LIMIT_BYTES) {
    throw new Error(`c/${name} has ${bytes} bytes, more than the ${LIMIT_BYTES} that older orgs accept. Split it.`);
  }
  return code;
}
