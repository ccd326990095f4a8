import { BELOW, LEFT_ALONE, SIGNED, TOP_POSTED } from './extract-reply-fixture.ts';
import { extractReply } from './extract-reply.ts';

const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the reply in a mail', () => {
  it.each(TOP_POSTED)('is found above what %s quotes', (_, text, expected, ...kinds) => {
    const reply = extractReply({ text });
    expect(squash(reply.text)).toBe(expected);
    expect(reply.tails.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each(SIGNED)('ends before %s', (_, text, expected, ...kinds) => {
    const reply = extractReply({ text }, 'Ben Okoye');
    expect(squash(reply.text)).toBe(expected);
    expect(reply.tails.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each(BELOW)('is found %s', (_, text, expected) => {
    expect(squash(extractReply({ text }).text)).toBe(expected);
  });

  it.each(LEFT_ALONE)('keeps %s', (_, text) => {
    expect(squash(extractReply({ text }).text)).toBe(squash(text));
  });

  it('tells who and what was quoted', () => {
    const reply = extractReply({
      text: 'Yes.\n\nOn 4 Mar 2025 at 10:12, Ana Ruiz <ana@corp.example> wrote:\n> Which price?',
    });
    expect(reply.quotedAuthors).toEqual(['Ana Ruiz <ana@corp.example>']);
    expect(reply.quoted).toBe('Which price?');
  });

  it('is empty where somebody only quotes', () => {
    expect(extractReply({ text: '> all\n> of it' }).text).toBe('');
    expect(extractReply({}).text).toBe('');
  });
});
