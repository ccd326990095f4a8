import { buildThreads } from '../threads/build-threads.ts';
import type { CapturedMail } from '../types.ts';
import { type DraftOptions, type ExchangeDraft, draftExchange } from './draft-exchange.ts';

const PEOPLE = {
  ana: { name: 'Ana Ruiz', address: 'ana@corp.example' },
  ben: { name: 'Ben Okoye', address: 'ben@corp.example' },
  eve: { name: 'Eve Li', address: 'eve@corp.example' },
};

let minute = 0;

function mail(
  who: keyof typeof PEOPLE,
  id: string,
  text: string,
  answers?: string,
  over: Partial<CapturedMail> = {},
): CapturedMail {
  minute += 1;
  return {
    id,
    inReplyTo: answers === undefined ? [] : [answers],
    references: answers === undefined ? [] : [answers],
    subject: answers === undefined ? 'Discount for bundles' : 'Re: Discount for bundles',
    from: PEOPLE[who],
    to: [{ address: 'sales@corp.example' }],
    cc: [],
    date: new Date(Date.UTC(2025, 2, 4, 10, minute)).toISOString(),
    text,
    ...over,
  };
}

const OPTIONS: DraftOptions = { mode: 'notice', agreed: [], optedOut: [], names: [], tags: [] };

const draft = (mails: readonly CapturedMail[], over: Partial<DraftOptions> = {}) =>
  draftExchange(buildThreads(mails)[0]!, { ...OPTIONS, ...over });
const drafted = (mails: readonly CapturedMail[], over: Partial<DraftOptions> = {}): ExchangeDraft => {
  const result = draft(mails, over);
  if (typeof result === 'string') throw new Error(result);
  return result;
};

const QUESTION = 'Hi all,\n\nhow much discount may we give on a bundle of 50 seats?\n\nThanks\nAna';

describe('the draft of an exchange', () => {
  it('has the question without greeting and signature, and the answer that helped first', () => {
    const { questionTitle, questionBody, answers, participants } = drafted([
      mail('ana', 'q', QUESTION),
      mail('eve', 'a1', 'Ten percent I think.', 'q'),
      mail('ben', 'a2', 'Up to 15 percent; above that ask finance.', 'q'),
      mail('ana', 't', 'Perfect, that works. Thanks Ben!', 'a2'),
    ]);
    expect(questionTitle).toBe('Discount for bundles');
    expect(questionBody).toBe('how much discount may we give on a bundle of 50 seats?');
    expect(answers.map(({ author, reasons }) => [author, reasons])).toEqual([
      ['ben@corp.example', ['confirmedByAsker', 'thankedByAsker', 'answersTheQuestion']],
      ['eve@corp.example', ['answersTheQuestion', 'first']],
    ]);
    expect(participants.map(({ address, role }) => [address, role])).toEqual([
      ['ana@corp.example', 'asked'],
      ['eve@corp.example', 'answered'],
      ['ben@corp.example', 'answered'],
      ['sales@corp.example', 'received'],
    ]);
  });

  it('begins with what a forward or a quote holds where the first mail is missing', () => {
    const forwarded = mail(
      'ben',
      'f',
      'Who knows?\n\n---------- Forwarded message ---------\nFrom: Ana Ruiz <ana@corp.example>\nDate: Tue\nSubject: Bundles\nTo: Ben\n\nMay we discount bundles?',
    );
    expect(drafted([forwarded, mail('eve', 'a', 'Yes, by 15 percent.', 'f')]).questionBody).toBe(
      'May we discount bundles?',
    );
    const late = mail(
      'ben',
      'r',
      'Yes, by 15 percent.\n\nOn 4 Mar 2025 at 10:12, Ana Ruiz <ana@corp.example> wrote:\n> May we discount bundles?',
      'lost',
    );
    const result = drafted([late]);
    expect(result.questionBody).toBe('May we discount bundles?');
    expect(result.answers.map(({ author }) => author)).toEqual(['ben@corp.example']);
  });

  it('is redacted everywhere but in the original, and says what was taken out', () => {
    const result = drafted(
      [mail('ana', 'q', QUESTION), mail('ben', 'a', '15 percent. Globex got 20; call +44 20 7946 0000.', 'q')],
      { names: ['Globex'], tags: ['bundle', 'other'] },
    );
    expect(result.answers[0]?.body).toBe('15 percent. [name] got 20; call [phone].');
    expect(result.redactions).toEqual([
      { kind: 'phone', why: 'phoneLabel', count: 1 },
      { kind: 'name', why: 'givenName', count: 1 },
    ]);
    expect(result.original).toContain('Globex');
    expect(result.suggestedTags).toEqual(['bundle']);
  });

  it.each([
    ['noQuestion', [mail('ana', 'q', 'The list is out.'), mail('ben', 'a', 'Good to know.', 'q')]],
    ['noAnswer', [mail('ana', 'q', QUESTION)]],
    [
      'noAnswer',
      [
        mail('ana', 'q', QUESTION),
        mail('ana', 'b', 'Anybody? It is urgent.', 'q'),
        mail('eve', 'c', 'Thanks for asking!', 'q'),
      ],
    ],
    ['noAnswer', [mail('ana', 'q', QUESTION), mail('ben', 'a', 'I am out of office.', 'q', { automatic: true })]],
  ])('is not made where there is %s', (reason, mails) => {
    expect(draft(mails)).toBe(reason);
  });

  it.each([
    ['the author', { from: PEOPLE.eve }],
    ['a recipient', { cc: [PEOPLE.eve] }],
    ['somebody quoted', { text: 'Yes.\n\nOn 4 Mar 2025 at 10:12, Eve Li <EVE@corp.example> wrote:\n> May we?' }],
  ])('is not made where %s opted out', (_, over) => {
    expect(
      draft([mail('ana', 'q', QUESTION), mail('ben', 'a', 'Yes, you may.', 'q', over)], {
        optedOut: ['eve@corp.example'],
      }),
    ).toBe('refused');
  });

  it('waits for consent where the team wants agreement', () => {
    const mails = [mail('ana', 'q', QUESTION), mail('ben', 'a', 'Yes, you may.', 'q')];
    expect(drafted(mails, { mode: 'agreement' }).consent).toBe('Pending');
    expect(
      drafted(mails, { mode: 'agreement', agreed: ['ana@corp.example', 'ben@corp.example', 'sales@corp.example'] })
        .consent,
    ).toBe('Agreed');
  });
});
