import { extractReply, parseForward } from '../../core/capture/index.ts';

/** What hurts a careless expression or a second loop: one thing over and over, a megabyte of it. */
const MEGABYTE: readonly (readonly [string, string])[] = [
  'a',
  ' ',
  '\n',
  '> \n',
  '<',
  '<div>',
  '<a ="',
  '<!--',
  '<title>',
  '<pre>\n',
  '&',
  '-----',
  ':\n',
  'From: a@b\nTo: c\nSubject: d\n',
  'To: a@b,\n',
  'On 1/1/2020 10:00 a@b wrote:\n',
  'On 1/1/2020 10:00 a@b\n',
  '-- \n',
  'a@',
  '\u0300',
  'ﷺ',
  '-----Original Message----- From: aTo: bSubject: c',
  'Thanks,\n',
  'Ann\n\n',
  'confidential ',
  '>From: x\n',
  '---\n',
].map((piece) => [JSON.stringify(piece).slice(0, 40), piece.repeat(Math.ceil(1_000_000 / piece.length))]);

describe('a megabyte of one thing', () => {
  it.each(MEGABYTE)('%s is read in under a second', (_, text) => {
    const started = process.cpuUsage();
    extractReply({ text });
    extractReply({ html: text });
    parseForward({ text }, text);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 3e6).toBeLessThan(1);
  });
});
