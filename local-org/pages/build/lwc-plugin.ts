import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { transformSync } from '@lwc/compiler';
import type { Plugin } from 'vite';
import { transformWithOxc } from 'vite';
import type { ModuleMap } from './module-map.ts';
import type { TransformCache } from './transform-cache.ts';

/** Templates and stylesheets get a script's name, so that Vite's own HTML and CSS handling leaves them to us. */
const SCRIPT = '.lwc.js';
const NO_TEMPLATE = 'export default void 0;';
/**
 * The base components carry a copy of SLDS for native shadow. As in Lightning Experience the shadow here is synthetic
 * and SLDS is global, so the copies only cost time. A stylesheet may not be empty, hence the rule.
 */
const NATIVE_STYLES = /\.lbc\.native\.css$/;
const NO_STYLES = '.no-native-shadow { color: inherit; }';
const UNSUPPORTED = '\0unsupported:';

/**
 * Compiles LWC bundles inside Vite: TypeScript is stripped with decorators kept, then @lwc/compiler does what the
 * platform does. A `lightning/*` module that exists only on the platform becomes a component that says so.
 */
export function lwcPlugin(modules: ModuleMap, cache: TransformCache): Plugin {
  return {
    name: 'lwc',
    enforce: 'pre',
    resolveId(specifier, importer) {
      if (importer === undefined || specifier.startsWith('\0')) return null;
      const from = fileOf(importer);
      if (specifier.startsWith('.')) {
        if (modules.owner(from) === undefined) return null;
        const [path = '', query] = specifier.split('?');
        return scriptId(modules.relative(path, from)) + (query === undefined ? '' : `?${query}`);
      }
      const entry = modules.entry(specifier);
      if (entry !== undefined) return scriptId(entry);
      return specifier.startsWith('lightning/') ? UNSUPPORTED + specifier : null;
    },
    load(id) {
      if (id.startsWith(UNSUPPORTED)) return unsupportedModule(id.slice(UNSUPPORTED.length));
      const path = withoutQuery(id);
      if (!path.endsWith(SCRIPT)) return null;
      const file = fileOf(id);
      if (NATIVE_STYLES.test(file)) return NO_STYLES;
      if (existsSync(file)) return readFileSync(file, 'utf8');
      return file.endsWith('.html') ? NO_TEMPLATE : '';
    },
    async transform(source, id) {
      const file = fileOf(id);
      const owner = modules.owner(file);
      if (owner === undefined || source === NO_TEMPLATE || !/\.(js|ts|html|css)$/.test(file)) return null;
      const scoped = /[?&]scoped/.test(id);
      const identity = `${owner.namespace}/${owner.name}/${file.split('/').at(-1) ?? ''}${scoped ? '?scoped' : ''}`;
      const code = await cache.get(identity, source, async () => {
        const script =
          extname(file) === '.ts'
            ? (await transformWithOxc(source, file, { target: 'esnext', sourcemap: false })).code
            : source;
        return transformSync(script, file, {
          namespace: owner.namespace,
          name: owner.name,
          scopedStyles: scoped,
          enableDynamicComponents: true,
          enableLwcOn: true,
          enableSyntheticElementInternals: true,
          enableStaticContentOptimization: true,
        }).code;
      });
      return { code, map: null, moduleSideEffects: owner.namespace === 'c' ? true : undefined };
    },
  };
}

function withoutQuery(id: string): string {
  return id.split('?')[0] ?? id;
}

function fileOf(id: string): string {
  const path = withoutQuery(id);
  return path.endsWith(SCRIPT) ? path.slice(0, -SCRIPT.length) : path;
}

function scriptId(file: string): string {
  return /\.(html|css)$/.test(file) ? file + SCRIPT : file;
}

function unsupportedModule(specifier: string): string {
  return `import Unsupported from 'shell/unsupported';
export default class extends Unsupported { module = ${JSON.stringify(specifier)}; }`;
}
