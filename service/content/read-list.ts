import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ContentFault } from './fault.ts';
import { type LocatedYaml, parseLocatedYaml } from './located-yaml.ts';
import { validated } from './validate.ts';

export interface ReadList<T> {
  readonly items: readonly T[];
  readonly file: string;
  readonly yaml?: LocatedYaml;
}

/** A file that holds a list; nothing where there is no such file, and where something in it is wrong. */
export function readList<T>(
  directory: string,
  name: string,
  schema: z.ZodType<T>,
  faults: ContentFault[],
): ReadList<T> {
  const file = join(directory, name);
  if (!existsSync(file)) return { items: [], file };
  const yaml = parseLocatedYaml(readFileSync(file, 'utf8'));
  return { items: validated(yaml, z.array(schema), file, faults) ?? [], file, yaml };
}
