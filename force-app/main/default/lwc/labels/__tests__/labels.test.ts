import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LWC = join(__dirname, '../..');
const LABELS = join(LWC, '../labels/CustomLabels.labels-meta.xml');

const bundles = readdirSync(LWC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const sourcesOf = (bundle: string, ending: RegExp): string[] =>
  readdirSync(join(LWC, bundle))
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(join(LWC, bundle, name), 'utf8'));

const defined = [...readFileSync(LABELS, 'utf8').matchAll(/<fullName>(\w+)<\/fullName>/g)].map(([, name]) => name);
const imports = sourcesOf('labels', /\.ts$/).flatMap((source) =>
  [...source.matchAll(/import (\w+) from '@salesforce\/label\/c\.(\w+)'/g)].map(([, key = '', name = '']) => ({
    key,
    name,
  })),
);
const components = bundles.filter(({ name }) => name !== 'labels' && name !== 'core');
const everywhere = components.flatMap(({ name }) => sourcesOf(name, /\.(ts|html)$/)).join('\n');

describe('custom labels', () => {
  it('are each defined once and imported once', () => {
    expect(new Set(defined).size).toBe(defined.length);
    expect(imports.map(({ name }) => name).sort()).toEqual([...defined].sort());
  });

  it('are each used', () => {
    // Core names reasons and signals by key at run time.
    const unused = imports.filter(
      ({ key }) => !/^(reason|signal|expertReason)/.test(key) && !everywhere.includes(`abels.${key}`),
    );
    expect(unused).toEqual([]);
  });

  it.each(components.map(({ name }) => name))('give %s every word it shows', (bundle) => {
    for (const template of sourcesOf(bundle, /\.html$/)) {
      const text = template.replace(/<[^>]*>/g, ' ').replace(/\{[^}]*\}/g, ' ');
      expect(text).not.toMatch(/[a-z]/i);
      expect(template).not.toMatch(/ (title|alternative-text|label|placeholder|aria-label)="[^"{]/);
    }
  });
});
