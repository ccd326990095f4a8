import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LWC_DIRECTORY, removeOrphans } from './lwc-bundles.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fluency-bundles-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const pathOf = (file: string): string => join(root, LWC_DIRECTORY, file);

function write(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(pathOf(file)), { recursive: true });
    writeFileSync(pathOf(file), '');
  }
}

it('removes scripts whose source is gone, and the folder of a component of which nothing is left', () => {
  write('gone/gone.js', 'kept/kept.ts', 'kept/kept.js', 'kept/kept.html', 'kept/moved.js', 'core/core.js');
  removeOrphans(root, [join(LWC_DIRECTORY, 'core/core.js')]);
  const left = ['gone', 'kept/kept.js', 'kept/kept.html', 'kept/moved.js', 'core/core.js'];
  expect(left.filter((file) => existsSync(pathOf(file)))).toEqual(['kept/kept.js', 'kept/kept.html', 'core/core.js']);
});

it('leaves tests alone', () => {
  write('kept/kept.ts', 'kept/__tests__/help.js');
  removeOrphans(root, []);
  expect(existsSync(pathOf('kept/__tests__/help.js'))).toBe(true);
});
