import { messageOf, reduceErrors } from 'c/errors';

describe('reduceErrors', () => {
  it.each([
    ['plain text', 'Not now', ['Not now']],
    ['an Error', new Error('Broken'), ['Broken']],
    ["GraphQL's list", [{ message: 'One' }, { message: 'Two' }, { message: 'One' }], ['One', 'Two']],
    ['the body of the User Interface API', { body: { message: 'No access' }, status: 403 }, ['No access']],
    ['a list as body', { body: [{ message: 'First' }, { message: 'Second' }] }, ['First', 'Second']],
    [
      'field errors before record errors before the general message',
      {
        body: {
          message: 'An error occurred while trying to update the record.',
          output: {
            errors: [{ message: 'You can only answer for yourself.' }],
            fieldErrors: { Chosen_Option__c: [{ message: 'The question has no such option.' }] },
          },
        },
      },
      [
        'The question has no such option.',
        'You can only answer for yourself.',
        'An error occurred while trying to update the record.',
      ],
    ],
    ['what only the network said', { body: { error: 'Not signed in' }, status: 500 }, ['Not signed in']],
    ['nothing', undefined, []],
    ['something without words', { status: 500 }, []],
  ])('finds the messages in %s', (_, error, expected) => {
    expect(reduceErrors(error)).toEqual(expected);
  });
});

describe('messageOf', () => {
  it('gives the first message', () => {
    expect(messageOf([{ message: 'One' }, { message: 'Two' }])).toBe('One');
  });

  it('never gives nothing', () => {
    expect(messageOf({})).toBe('Something went wrong.');
  });
});

describe('an org that is away', () => {
  const unreachable = 'The org cannot be reached just now. Check your connection, then try again.';

  it.each([
    ['Chrome', new TypeError('Failed to fetch')],
    ['Firefox', new TypeError('NetworkError when attempting to fetch resource.')],
    ['Safari', new TypeError('Load failed')],
    ['the platform', { body: { error: 'Disconnected or Canceled' }, ok: false, status: 500 }],
    ['a proxy', { body: [{ message: '<html>' }], ok: false, status: 503 }],
    ['nobody', { body: { message: 'No answer.' }, ok: false, status: 0 }],
  ])('is said in words where %s tells it', (_, error) => {
    expect(messageOf(error)).toBe(unreachable);
  });
});

describe('a long message', () => {
  it('keeps its beginning and its end, where the limit stands', () => {
    const message = `Answer: data value too large: ${'x'.repeat(140_000)} (max length=32768)`;
    const shown = messageOf({ body: { message } });
    expect(shown.length).toBeLessThanOrEqual(301);
    expect(shown).toMatch(/^Answer: data value too large: x+…x+ \(max length=32768\)$/);
  });
});
