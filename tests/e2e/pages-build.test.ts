import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPages, type PagesBuild } from '../../local-org/pages/index.ts';
import type { MetadataComponent, MetadataStore } from '../../local-org/org.ts';

jest.setTimeout(120_000);

const directory = mkdtempSync(join(tmpdir(), 'pages-build-'));
const deployed = new Map<string, MetadataComponent>();
const metadata: MetadataStore = {
  put: (component) => void deployed.set(component.fullName, component),
  remove: (_type, fullName) => deployed.delete(fullName),
  get: (_type, fullName) => deployed.get(fullName),
  list: (type) => [...deployed.values()].filter((component) => component.type === type),
};
const cacheFolder = join(process.cwd(), '.cache/pages');

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function bundle(name: string, script: string, template: string): MetadataComponent {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return {
    type: 'LightningComponentBundle',
    fullName: name,
    files: new Map([
      [`lwc/${name}/${name}.js`, encode(script)],
      [`lwc/${name}/${name}.html`, encode(template)],
    ]),
  };
}

const plain = (name: string): string =>
  `import { LightningElement } from 'lwc'; export default class ${name} extends LightningElement {}`;
const messages: string[] = [];
const build = (): Promise<PagesBuild> =>
  buildPages({ metadata }, directory, (message) => messages.push(message), { cacheFolder });

describe('buildPages', () => {
  it('builds what is deployed, once', async () => {
    metadata.put(
      bundle('hello', plain('Hello'), '<template><lightning-card title="Hello"></lightning-card></template>'),
    );
    const first = await build();
    expect(Object.keys(first.manifest.components)).toEqual(['hello']);
    expect(first.manifest.entries).toHaveLength(2);
    expect(messages).toEqual(['Building pages with 1 components', 'Pages are built']);
    const second = await build();
    expect(second.hash).toBe(first.hash);
    expect(messages).toHaveLength(2);
  });

  it('builds again after a deploy, and keeps the build that open pages use', async () => {
    const before = await build();
    metadata.put(bundle('hello', plain('Hello'), '<template>Hello again</template>'));
    const after = await build();
    expect(after.hash).not.toBe(before.hash);
    expect((await build()).hash).toBe(after.hash);
  });

  it('says what is wrong with a component that does not compile', async () => {
    metadata.put(bundle('wrong', plain('Wrong'), '<template><p></template>'));
    await expect(build()).rejects.toThrow(/wrong\.html/);
    metadata.remove('LightningComponentBundle', 'wrong');
  });

  it('refuses a file that would leave its bundle', async () => {
    const files = new Map([['lwc/out/../../../out.js', new Uint8Array()]]);
    metadata.put({ type: 'LightningComponentBundle', fullName: 'out', files });
    await expect(build()).rejects.toThrow('lies outside its bundle');
  });
});
