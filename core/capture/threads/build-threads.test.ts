import { buildThreads } from './build-threads.ts';
import type { ThreadMail } from './thread-mail.ts';

const mail = (id: string, over: Partial<ThreadMail> = {}): ThreadMail => ({
  id,
  inReplyTo: [],
  references: [],
  subject: 'Price list',
  from: { address: `${id}@corp.example` },
  date: `2025-03-04T10:0${id.charCodeAt(0) % 10}:00Z`,
  ...over,
});

const shape = (mails: readonly ThreadMail[]) =>
  buildThreads(mails).map((thread) => thread.mails.map(({ id }) => id).join(''));

describe('a thread', () => {
  it('is held together by headers, whatever the subject', () => {
    expect(shape([mail('d'), mail('e', { references: ['d'], subject: 'Something else' })])).toEqual(['de']);
  });

  it('holds together where the mail in the middle is missing', () => {
    expect(shape([mail('d'), mail('f', { references: ['d', 'lost'] }), mail('g', { inReplyTo: ['lost'] })])).toEqual([
      'dfg',
    ]);
  });

  it('survives references that go in a circle', () => {
    const [thread] = buildThreads([mail('d', { references: ['e'] }), mail('e', { references: ['d'] })]);
    expect(thread?.mails).toHaveLength(2);
    expect(thread?.parents.size).toBe(1);
  });

  it('takes in a reply that lost its headers, by its subject', () => {
    expect(shape([mail('d'), mail('e', { subject: 'AW: Price list' })])).toEqual(['de']);
  });

  it('takes in a reply whose subject changed, by what it quotes', () => {
    const text = 'Does the partner discount also hold for the renewal of a bundle?';
    expect(shape([mail('d', { text }), mail('e', { subject: 'Bundles', quoted: text })])).toEqual(['de']);
  });

  it('does not swallow another beginning with the same subject', () => {
    expect(shape([mail('d'), mail('e')])).toEqual(['d', 'e']);
  });

  it('does not swallow a reply to what was asked a year before', () => {
    expect(shape([mail('d', { date: '2024-01-01T00:00:00Z' }), mail('e', { subject: 'Re: Price list' })])).toEqual([
      'd',
      'e',
    ]);
  });

  it('knows mails of a list that takes "Re:" away', () => {
    const known = [
      mail('d', { subject: '[sales] Bundles' }),
      mail('e', { subject: '[sales] Bundles', references: ['d'] }),
    ];
    expect(
      shape([...known, mail('f', { subject: '[sales] Price list' }), mail('g', { subject: '[sales] Price list' })]),
    ).toEqual(['de', 'fg']);
  });

  it('joins the parts of a series', () => {
    const from = { address: 'ana@corp.example' };
    expect(shape([mail('d', { subject: 'Guide (1/2)', from }), mail('e', { subject: 'Terms (2/2)', from })])).toEqual([
      'de',
    ]);
  });

  it('names the mail that each one answers', () => {
    const [thread] = buildThreads([mail('d'), mail('e', { references: ['d'] }), mail('f', { references: ['d', 'e'] })]);
    expect([...(thread?.parents ?? [])]).toEqual([
      ['e', 'd'],
      ['f', 'e'],
    ]);
  });
});
