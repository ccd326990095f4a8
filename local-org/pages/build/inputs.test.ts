import type { MetadataComponent, MetadataStore } from '../../org.ts';
import { deployedLabels, inputsHash } from './inputs.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const bundle = (fullName: string, ...files: [string, string][]): MetadataComponent => ({
  type: 'LightningComponentBundle',
  fullName,
  files: new Map(files.map(([path, text]) => [path, encode(text)])),
});

describe('inputsHash', () => {
  const one = bundle('a', ['lwc/a/a.js', '1'], ['lwc/a/a.html', '2']);

  it('stays while everything stays, in whatever order files were stored', () => {
    const reordered = bundle('a', ['lwc/a/a.html', '2'], ['lwc/a/a.js', '1']);
    expect(inputsHash([one], { x: 'X' }, 's')).toBe(inputsHash([reordered], { x: 'X' }, 's'));
  });

  it('changes with a file, a label or the shell', () => {
    const hashes = [
      inputsHash([one], { x: 'X' }, 's'),
      inputsHash([bundle('a', ['lwc/a/a.js', '1'], ['lwc/a/a.html', '3'])], { x: 'X' }, 's'),
      inputsHash([one], { x: 'Y' }, 's'),
      inputsHash([one], { x: 'X' }, 't'),
    ];
    expect(new Set(hashes).size).toBe(4);
  });
});

describe('deployedLabels', () => {
  it('reads every label with its entities resolved', () => {
    const labels = {
      type: 'CustomLabels',
      fullName: 'CustomLabels',
      files: new Map([
        [
          'labels/CustomLabels.labels',
          encode(
            '<CustomLabels><labels><fullName>One</fullName><value>A &amp; B</value></labels><labels><fullName>Two</fullName><value>{0} of 3</value></labels></CustomLabels>',
          ),
        ],
      ]),
    };
    const metadata: MetadataStore = {
      put: () => undefined,
      remove: () => false,
      get: () => undefined,
      list: (type) => (type === 'CustomLabels' ? [labels] : []),
    };
    expect(deployedLabels(metadata)).toEqual({ One: 'A & B', Two: '{0} of 3' });
  });
});
