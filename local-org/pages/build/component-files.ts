import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { MetadataComponent } from '../../org.ts';

/** Only these files of a bundle take part in the build; tests and metadata do not. */
const BUILT = /\.(js|ts|html|css)$/;

/**
 * Writes the deployed component bundles as `<folder>/<bundle>/<file>` and returns their names.
 * Paths that would leave the folder are refused: a bundle comes from whoever may deploy.
 */
export function writeComponentFiles(components: readonly MetadataComponent[], folder: string): string[] {
  for (const component of components) {
    for (const [path, content] of component.files) {
      const inBundle = path
        .split('/')
        .slice(path.startsWith('lwc/') ? 2 : 1)
        .join('/');
      if (!BUILT.test(inBundle) || inBundle.includes('__')) continue;
      const file = join(folder, component.fullName, inBundle);
      if (relative(folder, file).split(sep)[0] === '..') {
        throw new Error(`The file ${path} of component ${component.fullName} lies outside its bundle.`);
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
  return components.map((component) => component.fullName).sort();
}
