import { filterOf } from '../browse';
import { toParts } from '../entryRows';
import { wordEmptyList } from '../listWords';

describe('a snippet', () => {
  it('is cut at its marks, and stays whole', () => {
    const parts = toParts('They include support.', [{ start: 13, end: 20 }]);
    expect(parts.map(({ text, marked }) => [text, marked])).toEqual([
      ['They include ', false],
      ['support', true],
      ['.', false],
    ]);
  });
});

describe('a view', () => {
  it.each([
    ['mine', { OwnerId: { eq: '005' } }],
    ['following', { Id: { in: ['q1'] } }],
    [
      'asked',
      {
        and: [
          { Status__c: { eq: 'Open' } },
          {
            Id: {
              inq: {
                Expert_Request__c: {
                  and: [{ Person__c: { eq: '005' } }, { Declined__c: { eq: false } }, { Withdrawn__c: { eq: false } }],
                },
                ApiName: 'Question__c',
              },
            },
          },
        ],
      },
    ],
    ['discussions', { Status__c: { ne: 'Duplicate' } }],
  ] as const)('%s is a filter of the org', (view, filter) => {
    expect(filterOf(view, '005', ['q1'])).toEqual(filter);
  });
});

describe('an empty list', () => {
  it('says what it will hold, or that it is the topic', () => {
    expect(wordEmptyList('asked', '').heading).toBe('Nobody waits for you');
    expect(wordEmptyList('following', '').message).toContain('Follow a question');
    expect(wordEmptyList('asked', 't1').heading).toBe('Nothing on this topic');
  });
});
