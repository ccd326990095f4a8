import { createTypedSearch, findKnowledge, findRespelled, plainText, type Found } from 'c/knowledgeSearch';
import find from '@salesforce/apex/KnowledgeSearch.find';

jest.mock('@salesforce/apex/KnowledgeSearch.find', () => ({ default: jest.fn() }), { virtual: true });

const org = jest.mocked(find);

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

describe('what is found of misspelled words', () => {
  const lists = (...titles: string[]) => [titles.map((title) => ({ Id: title, Title__c: title })), [], [], [], []];
  const titlesFor = async (text: string): Promise<(string | undefined)[]> => {
    const { entries } = await findRespelled(text);
    return entries.map(({ title }) => title);
  };

  it('is what the org has for their beginnings, as far as it is spelled nearly so', async () => {
    org.mockReset().mockResolvedValueOnce(lists()).mockResolvedValueOnce(lists('Discount rules', 'Discovery calls'));
    await expect(titlesFor('discuont')).resolves.toEqual(['Discount rules']);
    expect(org.mock.calls).toEqual([[{ searchText: '(discuont*)' }], [{ searchText: '(disc*)' }]]);
  });

  it('comes to what has the other words, each once', async () => {
    org.mockReset();
    org
      .mockResolvedValueOnce(lists('Price rises'))
      .mockResolvedValueOnce(lists('Price rises', 'Globex', 'Global teams'));
    await expect(titlesFor('globx price')).resolves.toEqual(['Price rises', 'Globex']);
    expect(org).toHaveBeenLastCalledWith({ searchText: '(glo*)' });
  });

  it('is not asked for where every word was found', async () => {
    org.mockReset().mockResolvedValueOnce(lists('Discounts'));
    await expect(titlesFor('discount')).resolves.toEqual(['Discounts']);
    expect(org).toHaveBeenCalledTimes(1);
  });

  it('is left out where the org cannot look again', async () => {
    org.mockReset().mockResolvedValueOnce(lists('Price rises')).mockRejectedValueOnce('The server is away.');
    await expect(titlesFor('globx price')).resolves.toEqual(['Price rises']);
  });
});

describe('plain text', () => {
  it.each([
    ['<p>One</p><p>two &amp; three</p>', 'One two & three'],
    ['a < b', 'a < b'],
    ['no markup', 'no markup'],
    ['<a title="a > b" href=\'x\'>link</a> here', 'link here'],
    ['before <img src="x" onerror="alert(1)"> after', 'before after'],
  ])('of %j is %j', (html, expected) => {
    expect(plainText(html)).toBe(expected);
  });

  it('hands no attributes to the parser, whose handlers the security policy would report', () => {
    const parse = jest.spyOn(DOMParser.prototype, 'parseFromString');
    plainText('<p>x</p><IMG src=x onerror=alert(1)>');
    expect(parse).toHaveBeenCalledWith(' <p>x </p> <IMG>', 'text/html');
    parse.mockRestore();
  });
});
