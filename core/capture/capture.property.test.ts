import fc from 'fast-check';
import { buildThreads } from './threads/build-threads.ts';
import { extractReply } from './extract-reply.ts';
import { parseAddress, parseAddresses } from './parse-address.ts';
import { parseForward } from './parse-forward.ts';
import { parseSubject } from './parse-subject.ts';

/** Pieces that mails are made of: any order of them may arrive. */
const PIECES = [
  '>',
  '> > ',
  'On ',
  'wrote:',
  ' a écrit :',
  '\n',
  '\r\n',
  ' ',
  '\t',
  '-----Original Message-----',
  '---------- Forwarded message ---------',
  'From: Ann <a@b.example>',
  'Sent: today',
  'To: x',
  'Subject: s',
  '-- ',
  '____________',
  'Sent from my iPhone',
  '<div>',
  '</div>',
  '<blockquote>',
  '<!--',
  '-->',
  '<style>',
  '&#x1f600;',
  '&gt;',
  '<a href="',
  '"',
  "'",
  '@',
  '<',
  ':',
  '\u0000',
  '\ufeff',
  '\u202e',
  '\ud800',
  'ﷺ',
  '[',
  '(',
  'a',
];

const messy = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 120 })
  .map((parts) => parts.join(''));

describe('any mail', () => {
  it('is taken apart without an error, and what comes out was in it', () => {
    fc.assert(
      fc.property(messy, messy, (text, subject) => {
        const reply = extractReply({ text }, subject);
        const squash = (value: string) =>
          value.replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u034f\u061c]/g, '');
        expect(squash(reply.text).length).toBeLessThanOrEqual(squash(text).length);
        extractReply({ html: text });
        parseForward({ text }, subject);
        parseForward({ html: text }, subject);
        parseAddresses(text);
        parseAddress(subject);
        expect(parseSubject(subject).base.length).toBeLessThanOrEqual(subject.length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same reply when it is extracted again', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const once = extractReply({ text });
        fc.pre(!once.interleaved);
        const twice = extractReply({ text: once.text });
        expect(once.text.startsWith(twice.text)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('finds its thread in any order of arrival', () => {
    const mail = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      references: fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { maxLength: 3 }),
      inReplyTo: fc.array(fc.constantFrom('d', 'e', 'y'), { maxLength: 1 }),
      subject: fc.constantFrom('Re: Price list', 'Price list', 'Other'),
      from: fc.record({ address: fc.constantFrom('a@x', 'b@x') }),
      date: fc.constantFrom('2025-03-01T00:00:00Z', '2025-03-02T00:00:00Z', '2025-03-03T00:00:00Z'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(mail, { selector: ({ id }) => id }), (mails) => {
        const shape = (given: typeof mails) =>
          buildThreads(given)
            .map((thread) =>
              thread.mails
                .map(({ id }) => id)
                .sort()
                .join(),
            )
            .sort();
        expect(shape([...mails].reverse())).toEqual(shape(mails));
        expect(shape(mails).join().split(',').filter(Boolean)).toHaveLength(mails.length);
      }),
    );
  });
});
