import { markdownToHtml } from './to-html.ts';

it('keeps what a rich text field shows', () => {
  const { html, removed } = markdownToHtml(
    '## Why\n\nAsk **first**:\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[more](https://example.com)',
  );
  expect(html).toContain('<h2>Why</h2>');
  expect(html).toContain('<strong>first</strong>');
  expect(html).toContain('<td>1</td>');
  expect(html).toContain('<a href="https://example.com" target="_blank" rel="noopener">more</a>');
  expect(removed).toEqual([]);
});

it.each([
  ['a script', '<script>alert(1)</script>ok', 'script'],
  ['a frame', '<iframe src="https://x"></iframe>ok', 'iframe'],
  ['a style', '<style>p{}</style>ok', 'style'],
])('removes %s and says so', (_name, markdown, tag) => {
  const { html, removed } = markdownToHtml(markdown);
  expect(html).not.toContain(`<${tag}`);
  expect(html).not.toContain('alert');
  expect(removed).toContain(tag);
});

it.each([
  '<img src="x" onerror="alert(1)">',
  '[x](javascript:alert(1))',
  '<a href="data:text/html,x">x</a>',
  '<p onclick="alert(1)">x</p>',
])('disarms %s', (markdown) => {
  expect(markdownToHtml(markdown).html).not.toMatch(/alert|data:|onerror|onclick/);
});
