import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type SignalRegistry, createSignalRegistry } from '../../core/index.ts';
import { EXIT, FluencyError, messageOf } from '../error.ts';
import type { Content, ContentNugget, ContentPath, ContentTarget } from './content-model.ts';
import type { ContentFault } from './fault.ts';
import { parseLocatedYaml } from './located-yaml.ts';
import { readNugget } from './read-nugget.ts';
import { readLaunches } from './read-launches.ts';
import { readList } from './read-list.ts';
import { readPath } from './read-path.ts';
import { type SignalFile, type SkillFile, signalSchema, skillSchema, targetsSchema } from './schemas.ts';
import { knownTargets } from './targets.ts';
import { validated } from './validate.ts';

export interface ReadContent {
  readonly content: Content;
  readonly registry: SignalRegistry;
  /** In the order of files and lines. */
  readonly faults: readonly ContentFault[];
}

/**
 * Reads and checks a content folder (docs/content-format.md). What is faulty is left out of `content` and stands in
 * `faults`.
 *
 * @throws FluencyError CONTENT_NOT_FOUND when there is no such folder.
 */
export function readContent(directory: string): ReadContent {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    throw new FluencyError('CONTENT_NOT_FOUND', 'There is no such content folder.', {
      value: directory,
      nextStep: 'Pass the folder that holds skills.yaml and nuggets/ with --from.',
      exitCode: EXIT.usage,
    });
  }
  const faults: ContentFault[] = [];
  const skills = readSkills(directory, faults);
  const skillCodes = new Set(skills.map((skill) => skill.code));
  const targets = readTargets(directory, skillCodes, faults);
  const launches = readLaunches(directory, skillCodes, faults);
  const signals = readList(directory, 'signals.yaml', signalSchema, faults).items;
  const registry = registryOf(signals, join(directory, 'signals.yaml'), faults);
  const nuggets = readNuggets(directory, { registry, skillCodes }, faults);
  const paths = readPaths(directory, nuggets, faults);
  return { content: { skills, targets, launches, signals, nuggets, paths }, registry, faults };
}

function readPaths(directory: string, nuggets: readonly ContentNugget[], faults: ContentFault[]): ContentPath[] {
  const byKey = new Map(nuggets.map((nugget) => [nugget.key, nugget]));
  const paths = new Map<string, ContentPath>();
  for (const file of filesIn(join(directory, 'paths'), /\.ya?ml$/)) {
    const path = readPath(readFileSync(file, 'utf8'), file, byKey, faults);
    if (path === undefined) continue;
    const twin = paths.get(path.key);
    if (twin)
      faults.push({ severity: 'error', file, line: 1, message: `key: ${path.key} is already the key of ${twin.file}` });
    else paths.set(path.key, path);
  }
  return [...paths.values()];
}

function readNuggets(
  directory: string,
  context: Parameters<typeof readNugget>[2],
  faults: ContentFault[],
): ContentNugget[] {
  const nuggets = new Map<string, ContentNugget>();
  for (const file of filesIn(join(directory, 'nuggets'), /\.md$/)) {
    const nugget = readNugget(readFileSync(file, 'utf8'), file, context, faults);
    if (nugget === undefined) continue;
    const twin = nuggets.get(nugget.key);
    if (twin)
      faults.push({
        severity: 'error',
        file,
        line: 2,
        message: `key: ${nugget.key} is already the key of ${twin.file}`,
      });
    else nuggets.set(nugget.key, nugget);
  }
  return [...nuggets.values()];
}

/** Every file of one kind below a folder, in a fixed order; a README is for people. */
function filesIn(directory: string, ending: RegExp): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !/(^|[\\/])README\.\w+$/i.test(name))
    .sort()
    .map((name) => join(directory, name));
}

function readSkills(directory: string, faults: ContentFault[]): SkillFile[] {
  const { items, yaml, file } = readList(directory, 'skills.yaml', skillSchema, faults);
  const seen = new Set<string>();
  return items.filter((skill, index) => {
    if (!seen.has(skill.code)) return seen.add(skill.code);
    faults.push({
      severity: 'error',
      file,
      line: yaml?.lineOf([index, 'code']) ?? 1,
      message: `code: ${skill.code} stands here twice`,
    });
    return false;
  });
}

function readTargets(directory: string, skillCodes: ReadonlySet<string>, faults: ContentFault[]): ContentTarget[] {
  const file = join(directory, 'targets.yaml');
  if (!existsSync(file)) return [];
  const yaml = parseLocatedYaml(readFileSync(file, 'utf8'));
  const roles = validated(yaml, targetsSchema, file, faults) ?? {};
  return knownTargets(roles, skillCodes, (role, skillCode) => {
    faults.push({
      severity: 'error',
      file,
      line: yaml.lineOf([role, skillCode]),
      message: `${role}: no skill has the code ${skillCode}`,
    });
  });
}

function registryOf(signals: readonly SignalFile[], file: string, faults: ContentFault[]): SignalRegistry {
  try {
    return createSignalRegistry(signals.map(({ code, name, type, path }) => ({ code, label: name, type, path })));
  } catch (error) {
    faults.push({ severity: 'error', file, line: 1, message: messageOf(error) });
    return createSignalRegistry();
  }
}
