import type { ZodType } from 'zod';
import type { ContentFault } from './fault.ts';
import type { DataPath, LocatedYaml } from './located-yaml.ts';

/** The data of a YAML text as `schema` wants it; every problem becomes a fault with its line. */
export function validated<T>(
  yaml: LocatedYaml,
  schema: ZodType<T>,
  file: string,
  faults: ContentFault[],
): T | undefined {
  for (const problem of yaml.problems)
    faults.push({ severity: 'error', file, line: problem.line, message: problem.message });
  if (yaml.problems.length > 0) return undefined;
  const result = schema.safeParse(yaml.data);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const at: DataPath = keys[0] === undefined ? path : [...path, keys[0]];
    faults.push({ severity: 'error', file, line: yaml.lineOf(at), message: words(path, issue.message) });
  }
  return undefined;
}

function words(path: DataPath, message: string): string {
  const where = path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : part))
    .join('.')
    .replaceAll('.[', '[');
  return where === '' ? message : `${where}: ${message}`;
}
