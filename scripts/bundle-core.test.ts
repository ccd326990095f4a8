import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as core from '../core/index.ts';
import { bundleCore } from './bundle-core.ts';

const root = join(__dirname, '..');

describe('the generated module c/core', () => {
  let code = '';
  beforeAll(async () => {
    code = await bundleCore(root);
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

  it('exports what core/index.ts exports', () => {
    const exported = /export\{([^}]*)\}/
      .exec(code)?.[1]
      ?.split(',')
      .map((part) => part.replace(/^.* as /, ''));
    expect(exported?.sort()).toEqual(Object.keys(core).sort());
  });

  it('is accepted by both LWC compilers', () => {
    // In a process of its own: the compilers are ES modules, which Jest does not load.
    const output = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-core.ts', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(output).toContain('Both LWC compilers accept it.');
  }, 60_000);
});
