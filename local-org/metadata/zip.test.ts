import fc from 'fast-check';
import JSZip from 'jszip';
import { readZip, writeZip } from './zip.ts';

const files = fc.dictionary(
  fc.stringMatching(/^[a-zé]{1,5}(\/[a-z]{1,5}){0,2}\.xml$/),
  fc.uint8Array({ maxLength: 2000 }),
  {
    maxKeys: 8,
    noNullPrototype: true,
  },
);

function plain(tree: ReadonlyMap<string, Uint8Array>): Record<string, number[]> {
  return Object.fromEntries([...tree].map(([path, data]) => [path, [...data]]));
}

describe('zip archives', () => {
  it('survive a round trip', () => {
    fc.assert(
      fc.property(files, (entries) => {
        const tree = new Map(Object.entries(entries));
        expect(plain(readZip(writeZip(tree)))).toEqual(plain(tree));
      }),
    );
  });

  it.each(['STORE', 'DEFLATE'] as const)(
    'are read from another writer (%s), without its directories',
    async (compression) => {
      const zip = new JSZip();
      zip.folder('objects')?.file('A.object', '<a/>');
      const tree = readZip(await zip.generateAsync({ type: 'uint8array', compression }));
      expect([...tree.keys()]).toEqual(['objects/A.object']);
      expect(Buffer.from(tree.get('objects/A.object') ?? []).toString()).toBe('<a/>');
    },
  );

  it('are read by another reader', async () => {
    const written = writeZip(new Map([['lwc/a/ü.js', Buffer.from('export {}')]]));
    const zip = await JSZip.loadAsync(written, { checkCRC32: true });
    expect(await zip.file('lwc/a/ü.js')?.async('string')).toBe('export {}');
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('hello, this is certainly not an archive')],
    ['half an archive', writeZip(new Map([['a', Buffer.alloc(500, 'x')]])).slice(20)],
  ])('refuse %s', (_, bytes) => {
    expect(() => readZip(bytes)).toThrow(expect.objectContaining({ errorCode: 'INVALID_ZIP' }));
  });
});
