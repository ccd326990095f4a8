import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/** A file of an LWC bundle, with the names the compiler needs. */
export interface BundleFile {
  readonly file: string;
  readonly namespace: string;
  readonly name: string;
}

/** A folder whose sub-folders are bundles: `<folder>/<name>/<name>.js`. */
export interface BundleFolder {
  readonly folder: string;
  readonly namespace: string;
}

const ENTRIES = ['.ts', '.js', '.html', '.css'];

/** Finds the file behind an LWC module specifier, and the bundle behind a file. Earlier folders win. */
export class ModuleMap {
  private readonly folders: readonly BundleFolder[];
  private readonly aliases: ReadonlyMap<string, string>;

  constructor(folders: readonly BundleFolder[], aliases: ReadonlyMap<string, string>) {
    this.folders = folders.map((entry) => ({ ...entry, folder: resolve(entry.folder) }));
    this.aliases = aliases;
  }

  /** `lightning/button` → its entry file, or undefined. */
  entry(specifier: string): string | undefined {
    const alias = this.aliases.get(specifier);
    if (alias !== undefined) return alias;
    const [namespace, name, rest] = specifier.split('/');
    if (namespace === undefined || name === undefined || rest !== undefined) return undefined;
    for (const candidate of this.folders) {
      if (candidate.namespace !== namespace) continue;
      const found = firstFile(join(candidate.folder, name, name), ENTRIES);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The bundle that a file belongs to; undefined for ordinary modules. */
  owner(file: string): BundleFile | undefined {
    for (const { folder, namespace } of this.folders) {
      if (!file.startsWith(folder + sep)) continue;
      const name = file.slice(folder.length + 1).split(sep)[0];
      if (name !== undefined) return { file, namespace, name };
    }
    return undefined;
  }

  /** A relative import inside a bundle → file path, which need not exist for an implicit template or stylesheet. */
  relative(specifier: string, importer: string): string {
    const path = resolve(dirname(importer), specifier);
    if (existsSync(path) && statSync(path).isFile()) return path;
    return firstFile(path, ['.ts', '.js']) ?? path;
  }
}

function firstFile(base: string, extensions: readonly string[]): string | undefined {
  return extensions.map((extension) => base + extension).find((file) => existsSync(file));
}

/** The single-module aliases of an npm package of LWCs (`lwc.modules` of its package.json), as absolute paths. */
export function packageAliases(packageFolder: string): Map<string, string> {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    lwc?: { modules?: readonly { name?: string; path?: string }[] };
  };
  const aliases = new Map<string, string>();
  for (const { name, path } of manifest.lwc?.modules ?? []) {
    if (name !== undefined && path !== undefined) aliases.set(name, join(packageFolder, path));
  }
  return aliases;
}
