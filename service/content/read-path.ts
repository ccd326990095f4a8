import { basename, extname } from 'node:path';
import type { ContentNugget, ContentPath } from './content-model.ts';
import type { ContentFault } from './fault.ts';
import { parseLocatedYaml } from './located-yaml.ts';
import { pathSchema } from './schemas.ts';
import { validated } from './validate.ts';

/**
 * One learning path from the text of its file; undefined (with faults) when it cannot be imported.
 *
 * @param nuggets those of the same folder, by key
 */
export function readPath(
  text: string,
  file: string,
  nuggets: ReadonlyMap<string, ContentNugget>,
  faults: ContentFault[],
): ContentPath | undefined {
  const yaml = parseLocatedYaml(text);
  const path = validated(yaml, pathSchema, file, faults);
  if (path === undefined) return undefined;

  const before = faults.length;
  const report = (severity: ContentFault['severity'], at: readonly (string | number)[], message: string): void =>
    void faults.push({ severity, file, line: yaml.lineOf(at), message });
  const name = basename(file, extname(file));
  if (name !== path.key) report('error', ['key'], `key: ${path.key} must equal the file's name (${name})`);
  for (const [index, step] of path.steps.entries()) {
    const at = ['steps', index];
    const nugget = nuggets.get(step);
    if (nugget === undefined) report('error', at, `steps: no nugget has the key ${step}`);
    if (path.steps.indexOf(step) < index) report('error', at, `steps: ${step} is named twice`);
    if (path.status === 'Published' && nugget !== undefined && nugget.status !== 'Published')
      report('warning', at, `steps: ${step} is ${nugget.status}; nobody can read it yet`);
  }
  const isFaulty = faults.slice(before).some(({ severity }) => severity === 'error');
  return isFaulty ? undefined : { ...path, file };
}
