import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PACKAGE = 'force-app';

/** A file of the package by its path below the project. */
export interface PackageFile {
  readonly path: string;
  readonly text: string;
}

/** The package's files whose path matches, tests beside components left out. */
export function packageFiles(pattern: RegExp): readonly PackageFile[] {
  return readdirSync(PACKAGE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => pattern.test(path) && !path.includes('__tests__'))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** The GraphQL texts of the components by file. */
export function graphqlTexts(): readonly PackageFile[] {
  return packageFiles(/\/lwc\/.*\.ts$/).flatMap(({ path, text }) =>
    [...text.matchAll(/gql`([^`]*)`/g)].map(([, query = '']) => ({ path, text: query })),
  );
}
