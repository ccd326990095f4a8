import { join } from 'node:path';
import { build } from 'esbuild';

/** The generated LWC module, from the project's root. Git-ignored; its metadata file beside it is not. */
export const CORE_MODULE = 'force-app/main/default/lwc/core/core.js';
/** What it is generated from. */
export const CORE_ENTRY = 'core/index.ts';
/** Older orgs refuse a component file above this size. */
const LIMIT_BYTES = 128 * 1024;

/** All of `core/` as one ES module: compact, but with its names, so that a stack trace in an org can be read. */
export async function bundleCore(root: string): Promise<string> {
  const result = await build({
    entryPoints: [join(root, CORE_ENTRY)],
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
    throw new Error(`c/core has ${bytes} bytes, more than the ${LIMIT_BYTES} that older orgs accept. Split it.`);
  }
  return code;
}
