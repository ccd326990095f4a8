import { richText } from './rich-text.ts';

it('makes paragraphs of plain text, and markup of nothing', () => {
  expect(richText('One\ntwo\r\n\r\n<b>three</b> & four')).toBe(
    '<p>One<br>two</p><p>&lt;b&gt;three&lt;/b&gt; &amp; four</p>',
  );
  expect(richText('  ')).toBe('');
});

it('fits into the field, whatever it holds', () => {
  for (const text of ['<'.repeat(40_000), 'a\n\n'.repeat(30_000), 'x'.repeat(50_000)]) {
    const html = richText(text);
    expect(html.length).toBeLessThanOrEqual(32_768);
    expect(html.length).toBeGreaterThan(20_000);
    expect(html.endsWith('</p>')).toBe(true);
  }
});
