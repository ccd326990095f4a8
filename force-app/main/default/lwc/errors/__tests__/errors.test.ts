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
