import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { build, createLogger } from 'vite';
import { lwcPlugin } from './lwc-plugin.ts';
import { ModuleMap, packageAliases } from './module-map.ts';
import { scopedModulesPlugin } from './scoped-modules.ts';
import { TransformCache } from './transform-cache.ts';
import type { BuildRequest, PagesManifest } from './types.ts';

const COMPONENTS = 'virtual:components';
/** In the order in which a page runs them. */
const ENTRIES = ['synthetic-shadow.ts', 'main.ts'];

/**
 * Bundles the shell and the deployed components into `request.output` and writes `manifest.json` beside the files.
 * Every deployed component is its own entry chunk, fetched when a page shows it.
 */
export async function bundle(request: BuildRequest): Promise<PagesManifest> {
  const { resolve } = createRequire(join(request.browserFolder, 'main.ts'));
  const baseComponents = dirname(resolve('lightning-base-components/package.json'));
  const own = join(request.browserFolder, 'modules');
  const modules = new ModuleMap(
    [
      { folder: join(own, 'lightning'), namespace: 'lightning' },
      { folder: join(own, 'shell'), namespace: 'shell' },
      { folder: request.componentFolder, namespace: 'c' },
      { folder: join(baseComponents, 'src/lightning'), namespace: 'lightning' },
    ],
    packageAliases(baseComponents),
  );
  const compiler = JSON.parse(readFileSync(resolve('@lwc/compiler/package.json'), 'utf8')) as { version: string };
  const permissions = new Set<string>();
  const result = await build({
    configFile: false,
    root: request.browserFolder,
    base: `${request.base}/`,
    publicDir: false,
    mode: 'production',
    logLevel: 'error',
    customLogger: quietLogger(),
    // Deployed components lie outside this tree: they get the one engine that the shell uses.
    resolve: { alias: [{ find: /^lwc$/, replacement: resolve('lwc') }] },
    define: { 'process.env.SKIP_LWC_VERSION_MISMATCH_CHECK': 'false', 'process.env.NODE_ENV': '"production"' },
    plugins: [
      componentsPlugin(request.components),
      scopedModulesPlugin({
        labels: request.labels,
        runtime: join(request.browserFolder, 'runtime.ts'),
        onPermission: (name) => permissions.add(name),
      }),
      lwcPlugin(modules, new TransformCache(request.cacheFolder, `lwc ${compiler.version} 1`)),
    ],
    build: {
      outDir: request.output,
      assetsDir: 'js',
      emptyOutDir: true,
      target: 'es2022',
      minify: true,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: ENTRIES.map((entry) => join(request.browserFolder, entry)), shimMissingExports: true },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const chunks = outputs.filter((output) => output.type === 'chunk');
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const withImports = (file: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const imported of byFile.get(file)?.imports ?? []) withImports(imported, seen);
    return seen;
  };
  const entries = ENTRIES.map((name) =>
    chunks.find((chunk) => chunk.isEntry && chunk.facadeModuleId?.endsWith(`/${name}`)),
  );
  const [shadow, shell] = entries;
  if (shadow === undefined || shell === undefined) throw new Error('The page build made no entry file.');
  const components: Record<string, string[]> = {};
  for (const name of request.components) {
    const chunk = chunks.find(
      (candidate) =>
        candidate.facadeModuleId !== null &&
        modules.owner(candidate.facadeModuleId)?.namespace === 'c' &&
        modules.owner(candidate.facadeModuleId)?.name === name,
    );
    if (chunk !== undefined) components[name] = [...withImports(chunk.fileName)];
  }
  const manifest: PagesManifest = {
    entries: [shadow.fileName, shell.fileName],
    imports: [...withImports(shell.fileName)].slice(1),
    components,
    permissions: [...permissions].sort(),
  };
  mkdirSync(request.output, { recursive: true });
  writeFileSync(join(request.output, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}

/** `virtual:components`: the deployed components by name, each loaded on demand. */
function componentsPlugin(names: readonly string[]): Plugin {
  const entries = names.map((name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(`c/${name}`)})`);
  return {
    name: 'deployed-components',
    enforce: 'pre',
    resolveId: (specifier) => (specifier === COMPONENTS ? `\0${COMPONENTS}` : null),
    load: (id) => (id === `\0${COMPONENTS}` ? `export const components = {\n${entries.join(',\n')}\n};` : null),
  };
}

/** The bundler warns about the base components' own peculiarities; only errors are news. */
function quietLogger(): ReturnType<typeof createLogger> {
  const logger = createLogger('error');
  return { ...logger, warn: () => undefined, warnOnce: () => undefined };
}
