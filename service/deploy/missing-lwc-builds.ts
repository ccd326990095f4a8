import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Lightning components whose TypeScript was not built: an org takes the `.js` only. */
export function missingLwcBuilds(source: string): string[] {
  return lwcFolders(source).flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .filter((name) => existsSync(join(folder, name, `${name}.ts`)) && !existsSync(join(folder, name, `${name}.js`))),
  );
}

function lwcFolders(source: string): string[] {
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name === 'lwc')
    .map((entry) => join(entry.parentPath, entry.name));
}
