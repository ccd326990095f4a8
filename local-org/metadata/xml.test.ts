import { children, lineOfFullName, parseXml, textAt, writeXml } from './xml.ts';

describe('metadata XML', () => {
  it('is read however many entities it has', () => {
    const source = `<a>${'<b>x &amp; y &lt; &quot;z&quot; &apos;</b>'.repeat(5000)}</a>`;
    const texts = children(parseXml(source), 'b').map(({ text }) => text);
    expect(new Set(texts)).toEqual(new Set(['x & y < "z" \'']));
    expect(texts).toHaveLength(5000);
  });

  it.each([
    ['<a><b>&#8217;&#x2014;</b></a>', '’—'],
    ['<a><b><![CDATA[x < y & "z"]]></b></a>', 'x < y & "z"'],
    ['<a><b>\n  one\n  two\n</b></a>', 'one\n  two'],
    ['<a><!-- why --><b> 007 </b></a>', '007'],
    ['<?xml version="1.0"?>\n<x:a xmlns:x="u"><x:b>t</x:b></x:a>', 't'],
    ['<a><b></b></a>', undefined],
    ['<a><b/></a>', undefined],
  ])('%s', (source, expected) => {
    expect(textAt(parseXml(source), 'b')).toBe(expected);
  });

  it('is the same after it was written and read again', () => {
    const root = parseXml(
      '<Rule><formula>a &lt; b &amp;&amp; c &gt; d</formula><list><x>1</x><x>2</x></list><none/></Rule>',
    );
    expect(parseXml(writeXml(root))).toEqual(root);
  });

  it.each([
    ['<a><b></a>', 1],
    ['<a>\n  <b>\n</a>', 3],
    ['', 1],
    ['plain text', 1],
    ['<a/><b/>', 1],
  ])('is refused with the line: %j', (source, line) => {
    expect(() => parseXml(source)).toThrow(expect.objectContaining({ name: 'XmlError', line }));
  });

  it('tells where a part begins', () => {
    expect(lineOfFullName('<o>\n<fields>\n<fullName> A__c </fullName>', 'A__c')).toBe(3);
    expect(lineOfFullName('<o/>', 'A__c')).toBe(1);
  });
});
