import { createTypedSearch, findKnowledge, plainText, searchExpression, type Found } from 'c/knowledgeSearch';
import find from '@salesforce/apex/KnowledgeSearch.find';

jest.mock('@salesforce/apex/KnowledgeSearch.find', () => ({ default: jest.fn() }), { virtual: true });

const org = jest.mocked(find);

describe('what the org is asked', () => {
  it.each([
    ['Globex support', '(globex* OR support*)'],
    ['a b', undefined],
    ['', undefined],
    ['x} RETURNING User(Id) {"*', '(return* OR user* OR id*)'],
    ['discount AND NOT approval', '(discount* OR approv*)'],
    ['Who knows about discounts?', '(discount*)'],
    ['Is there a way to find examples of discounts?', '(discount*)'],
    ['who knows', '(know*)'],
    ['what about it', '(what* OR about* OR it*)'],
    ['Übergabe – 3 Jahre', '(übergab* OR jahr*)'],
  ])('for %j is %j', (text, expected) => {
    expect(searchExpression(text)).toBe(expected);
  });

  it('is no more than a dozen words', () => {
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`);
    expect(searchExpression(words.join(' '))?.split(' OR ')).toHaveLength(12);
  });
});

describe('a search as somebody types', () => {
  it('asks for one text at a time, then for what it became, and tells of no failure that no longer matters', async () => {
    let text = 'glo';
    org.mockReset().mockRejectedValueOnce('The first failed.').mockRejectedValueOnce('The last failed.');
    const told: unknown[] = [];
    const search = createTypedSearch({
      text: () => text,
      found: (found: Found) => told.push(found),
      failed: (error) => told.push(error),
    });
    const done = search();
    text = 'glob';
    search();
    text = 'globex';
    search();
    await done;
    expect(org.mock.calls).toEqual([[{ searchText: '(glo*)' }], [{ searchText: '(globex*)' }]]);
    expect(told).toEqual(['The last failed.']);
  });
});

describe('what was found', () => {
  const question = { Id: 'q1', Title__c: 'Is support included?', Status__c: 'Answered', Accepted_Answer__c: 'a2' };
  const answer = (Id: string, Question__c: string, Body__c: string, Score__c: number) => {
    return { Id, Question__c, Body__c, Score__c, CreatedDate: '2026-03-01T10:00:00.000Z' };
  };

  it('is an entry a question with its answers, the accepted one apart', async () => {
    org.mockResolvedValueOnce([[question], [answer('a1', 'q1', 'No.', 1), answer('a2', 'q1', '<b>One</b> year.', 3)]]);
    const { entries } = await findKnowledge('support');
    expect(entries).toMatchObject([
      { id: 'q1', kind: 'question', acceptedAnswer: 'One year.', answers: ['No.'], votes: 4 },
    ]);
    expect(org).toHaveBeenCalledWith({ searchText: '(support*)' });
  });

  it('holds a question of which only an answer was found', async () => {
    const parent = { Question__r: { Title__c: 'Prices?', Status__c: 'Open' } };
    org.mockResolvedValueOnce([[], [{ ...answer('a1', 'q9', 'Ten.', 0), ...parent }]]);
    const { entries } = await findKnowledge('ten');
    expect(entries).toMatchObject([{ id: 'q9', title: 'Prices?', answers: ['Ten.'] }]);
  });

  it('keeps apart a question of which only a summary was found', async () => {
    const version = (Id: string, Question__c: string, Body__c: string, day: number) => {
      const CreatedDate = `2026-03-0${day}T10:00:00.000Z`;
      return { Id, Question__c, Body__c, CreatedDate, Question__r: { Title__c: 'Prices?', Status__c: 'Answered' } };
    };
    const summaries = [version('r1', 'q9', '<p>Ten.</p>', 1), version('r2', 'q9', '<p>Ten or so.</p>', 2)];
    org.mockResolvedValueOnce([[question], [], [], [], [...summaries, version('r3', 'q1', 'Ten.', 3)]]);
    const { entries, summed } = await findKnowledge('ten');
    expect(entries.map(({ id }) => id)).toEqual(['q1']);
    expect(summed).toMatchObject([
      { id: 'q9', title: 'Prices?', status: 'Answered', summary: 'Ten or so.', versionIds: ['r1', 'r2'] },
    ]);
  });

  it('does not ask for nothing', async () => {
    org.mockClear();
    await expect(findKnowledge('?')).resolves.toEqual({ entries: [], tags: [], summed: [] });
    expect(org).not.toHaveBeenCalled();
  });
});

describe('plain text', () => {
  it.each([
    ['<p>One</p><p>two &amp; three</p>', 'One two & three'],
    ['a < b', 'a < b'],
    ['no markup', 'no markup'],
  ])('of %j is %j', (html, expected) => {
    expect(plainText(html)).toBe(expected);
  });
});
