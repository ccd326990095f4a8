import { basename } from 'node:path';
import type { SignalRegistry } from '../../core/index.ts';
import { checkRule } from '../../core/index.ts';
import type { ContentNugget } from './content-model.ts';
import type { ContentFault } from './fault.ts';
import { type LocatedYaml, parseLocatedMarkdown } from './located-yaml.ts';
import { type RuleCondition, ruleCondition } from './rule-values.ts';
import { type NuggetFile, nuggetSchema } from './schemas.ts';
import { markdownToHtml } from './to-html.ts';
import { validated } from './validate.ts';

const BODY_LENGTH = 32_768;

export interface NuggetContext {
  readonly registry: SignalRegistry;
  /** Codes of the skills that exist. */
  readonly skillCodes: ReadonlySet<string>;
}

/** One nugget from the text of its file; undefined (with faults) when it cannot be imported. */
export function readNugget(
  text: string,
  file: string,
  context: NuggetContext,
  faults: ContentFault[],
): ContentNugget | undefined {
  const before = faults.length;
  const error = (line: number, message: string): void => void faults.push({ severity: 'error', file, line, message });
  const markdown = parseLocatedMarkdown(text);
  if (markdown === undefined) {
    error(1, 'the file must start with front matter: a line of ---, YAML, and a line of ---');
    return undefined;
  }
  const { frontMatter } = markdown;
  const nugget = validated(frontMatter, nuggetSchema, file, faults);
  if (nugget === undefined) return undefined;

  if (basename(file, '.md') !== nugget.key) {
    error(frontMatter.lineOf(['key']), `key: ${nugget.key} must equal the file's name (${basename(file, '.md')})`);
  }
  const groups = readGroups(nugget, frontMatter, context, error);
  const checks = readChecks(nugget, frontMatter, context, error);
  const body = readBody(markdown.body, file, frontMatter, faults);
  if (faults.slice(before).some((fault) => fault.severity === 'error')) return undefined;
  const { rules: _rules, checks: _checks, ...rest } = nugget;
  return { ...rest, file, body, groups, checks };
}

type Report = (line: number, message: string) => void;

function readGroups(
  nugget: NuggetFile,
  yaml: LocatedYaml,
  { registry }: NuggetContext,
  error: Report,
): RuleCondition[][] {
  return nugget.rules.map((group, groupIndex) =>
    group.flatMap((rule, ruleIndex) => {
      const path = ['rules', groupIndex, ruleIndex];
      const condition = ruleCondition(rule);
      if ('problem' in condition) {
        error(yaml.lineOf(path), `rules: ${condition.problem}`);
        return [];
      }
      const fault = checkRule({ ...condition, group: groupIndex + 1 }, registry);
      if (fault) error(yaml.lineOf([...path, 'signal']), `rules: ${fault.message}`);
      return [condition];
    }),
  );
}

function readChecks(
  nugget: NuggetFile,
  yaml: LocatedYaml,
  { skillCodes }: NuggetContext,
  error: Report,
): ContentNugget['checks'] {
  const own = new Set<string>();
  for (const [index, skill] of nugget.skills.entries()) {
    const line = yaml.lineOf(['skills', index]);
    if (!skillCodes.has(skill.code)) error(line, `skills: no skill has the code ${skill.code}`);
    if (own.has(skill.code)) error(line, `skills: ${skill.code} is named twice`);
    own.add(skill.code);
  }
  return nugget.checks.map((check, index) => {
    const skill = check.skill ?? nugget.skills[0]?.code ?? '';
    const at = (name: string): number => yaml.lineOf(['checks', index, name]);
    if (check.skill !== undefined && !skillCodes.has(skill))
      error(at('skill'), `checks[${index + 1}]: no skill has the code ${skill}`);
    if ('ABCD'.indexOf(check.correct) >= check.options.length) {
      error(
        at('correct'),
        `checks[${index + 1}]: correct is ${check.correct}, but there are only ${check.options.length} options`,
      );
    }
    if (new Set(check.options.map((option) => option.toLowerCase())).size < check.options.length) {
      error(at('options'), `checks[${index + 1}]: two options are the same`);
    }
    return { ...check, skill };
  });
}

function readBody(markdown: string, file: string, yaml: LocatedYaml, faults: ContentFault[]): string {
  const line = yaml.lineOf(['key']);
  const { html, removed } = markdownToHtml(markdown);
  if (removed.length > 0) {
    faults.push({
      severity: 'warning',
      file,
      line,
      message: `body: removed what a rich text field does not show: ${removed.join(', ')}`,
    });
  }
  if (html === '')
    faults.push({ severity: 'warning', file, line, message: 'body: there is no text below the front matter' });
  if (html.length > BODY_LENGTH) {
    faults.push({
      severity: 'error',
      file,
      line,
      message: `body: ${html.length} characters of HTML; at most ${BODY_LENGTH} fit`,
    });
  }
  return html;
}
