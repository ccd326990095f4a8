import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes an environment with which the CLI reaches the demo's org as one user, readable by its owner only.
 *
 * @param name of the file, e.g. `sync.env`
 * @returns path of the file, relative to the working directory
 */
export function writeEnvironmentFile(
  directory: string,
  name: string,
  values: Readonly<Record<string, string>>,
): string {
  const file = path.join(directory, name);
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return path.relative(process.cwd(), file);
}
