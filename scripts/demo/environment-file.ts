import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes the environment with which the CLI reaches the demo's org, readable by its owner only.
 *
 * @returns path of the file, relative to the working directory
 */
export function writeEnvironmentFile(directory: string, values: Readonly<Record<string, string>>): string {
  const file = path.join(directory, 'org.env');
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return path.relative(process.cwd(), file);
}
