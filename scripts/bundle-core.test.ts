import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as core from '../core/index.ts';
import * as knowledge from '../core/knowledge-bank.ts';
import { bundleCore, CORE_MODULES } from './bundle-core.ts';

const root = join(__dirname, '..');

const SOURCES: Readonly<Record<string, object>> = { core, knowledge };

describe.each(CORE_MODULES)('the generated module c/$name', (module) => {
  let code = '';
  beforeAll(async () => {
    code = await bundleCore(root, module);
  });

  it('imports nothing', () => {
    expect(code).not.toMatch(/\bimport\b|\brequire\(/);
  });

  it('reads no clock, draws no chance and touches no global of a browser or of Node', () => {
    const withoutTexts = code.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
    expect(withoutTexts).not.toMatch(
      /\bDate\.now\b|new Date\(\)|Math\.random|\bwindow\b|\bdocument\b|\bprocess\b|\bglobalThis\b/,
    );
  });

  it('exports what its source exports', () => {
    const exported = /export\{([^}]*)\}/
      .exec(code)?.[1]
      ?.split(',')
      .map((part) => part.replace(/^.* as /, ''));
    expect(exported?.sort()).toEqual(Object.keys(SOURCES[module.name] ?? {}).sort());
  });
});

describe('the generated modules', () => {
  it('are accepted by both LWC compilers', () => {
    // In a process of its own: the compilers are ES modules, which Jest does not load.
    const output = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-core.ts', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const { name } of CORE_MODULES) expect(output).toContain(`Both LWC compilers accept c/${name}.`);
  }, 120_000);
});
