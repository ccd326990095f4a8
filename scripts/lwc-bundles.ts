import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { transform } from 'esbuild';

/** Where the package keeps its Lightning web components, from the project's root. */
export const LWC_DIRECTORY = 'force-app/main/default/lwc';

/** One component or module of the package: a folder under `lwc/`. */
export interface LwcBundle {
  readonly name: string;
  readonly directory: string;
  /** TypeScript sources to emit, without tests and declarations; paths from the project's root. */
  readonly sources: readonly string[];
  /** What belongs to the bundle as it is: templates, styles, the metadata file. */
  readonly assets: readonly string[];
}

/** Every bundle under `root`'s LWC folder, sorted by name. */
export function listBundles(root: string): LwcBundle[] {
  const directory = join(root, LWC_DIRECTORY);
  return readdirSync(directory)
    .filter((name) => statSync(join(directory, name)).isDirectory())
    .sort()
    .map((name) => {
      const files = filesUnder(join(directory, name)).map((file) => relative(root, file));
      return {
        name,
        directory: join(LWC_DIRECTORY, name),
        sources: files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')),
        assets: files.filter((file) => /\.(html|css|svg|xml)$/.test(file)),
      };
    });
}

/**
 * Removes scripts that were emitted from sources which are no more, and folders of which nothing else is left: an org
 * would take them for components.
 *
 * @param kept scripts that have no source beside them; paths from the project's root
 */
export function removeOrphans(root: string, kept: readonly string[]): void {
  const directory = join(root, LWC_DIRECTORY);
  for (const name of readdirSync(directory)) {
    const bundle = join(directory, name);
    if (!statSync(bundle).isDirectory()) continue;
    for (const path of filesUnder(bundle)) {
      const isEmitted = path.endsWith('.js') && !kept.includes(relative(root, path));
      if (isEmitted && !existsSync(path.replace(/\.js$/, '.ts'))) rmSync(path);
    }
    if (filesUnder(bundle).length === 0) rmSync(bundle, { recursive: true });
  }
}

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.name !== '__tests__')
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}

/**
 * The JavaScript of one LWC source: types stripped, decorators and everything else kept, because the platform's own
 * compiler handles those.
 */
export async function emitScript(path: string): Promise<string> {
  const { code } = await transform(readFileSync(path, 'utf8'), {
    loader: 'ts',
    sourcefile: path,
    target: 'esnext',
    charset: 'utf8',
    tsconfigRaw: {
      compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true, experimentalDecorators: false },
    },
  });
  return code;
}

/** The file that `c/<name>` means to the type checker, from the project's root; undefined for a bundle without code. */
export function moduleEntry(root: string, bundle: LwcBundle): string | undefined {
  const entry = join(bundle.directory, `${bundle.name}.ts`);
  return existsSync(join(root, entry)) ? entry : undefined;
}
