import AskQuestion from 'c/askQuestion';
import KnowledgeBank from 'c/knowledgeBank';
import find from '@salesforce/apex/KnowledgeSearch.find';
import USER_ID from '@salesforce/user/Id';
import { createRecord } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

jest.mock('@salesforce/apex/KnowledgeSearch.find', () => ({ default: jest.fn() }), { virtual: true });

const org = jest.mocked(find);
const create = jest.mocked(createRecord);

const latest = {
  Question__c: connection([
    {
      Id: 'q1',
      Title__c: 'Is support included?',
      Body__c: '<p>They say so.</p>',
      Status__c: 'Open',
      CreatedDate: '2026-03-01T10:00:00.000Z',
      Owner: { Name: 'Ana Ruiz' },
      Answers__r: [{ Id: 'a1', Body__c: 'One year.', Score__c: 2 }],
    },
  ]),
  Follow__c: connection([{ Id: 'f1', Question__c: 'q1' }]),
};

const found = [
  [
    { Id: 'q1', Title__c: 'Is support included?', Body__c: 'They say so.', Status__c: 'Open' },
    { Id: 'q2', Title__c: 'Globex support hotline', Status__c: 'Answered' },
  ],
  [],
  [{ Id: 'n1', Name: 'Beating Globex on support', Summary__c: 'Total cost over three years.' }],
  [],
];

async function show(): Promise<Mounted> {
  const bank = await mount('c-knowledge-bank', KnowledgeBank);
  answerGraphql('BrowseQuestions', latest);
  await flush();
  return bank;
}

async function type(bank: Mounted, query: string): Promise<void> {
  await bank.fire('.query', 'change', { value: query });
  await flush();
}

const titles = (bank: Mounted): (string | null)[] => bank.findAll('.open').map(({ textContent }) => textContent);

describe('c-knowledge-bank', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    create.mockResolvedValue({ apiName: 'Search_Log__c', id: 's1', fields: {} });
    org.mockResolvedValue(found);
  });
  afterEach(clearPage);

  it('lists the latest discussions', async () => {
    const bank = await show();
    expect(titles(bank)).toEqual(['Is support included?']);
    expect(graphqlVariables('BrowseQuestions')).toMatchObject({ userId: USER_ID });
    await expect(bank.element).toBeAccessible();
  });

  it('lists what a tab says once it is chosen', async () => {
    const bank = await show();
    const tab = bank.findAll('lightning-tab').find(({ value }) => value === 'mine');
    tab?.dispatchEvent(new CustomEvent('active'));
    await flush();
    expect(graphqlVariables('BrowseQuestions')).toMatchObject({ where: { OwnerId: { eq: USER_ID } } });
  });

  it('is a stencil while loading, and says when there is nothing', async () => {
    const bank = await mount('c-knowledge-bank', KnowledgeBank);
    expect(bank.find('c-state-panel').state).toBe('loading');
    answerGraphql('BrowseQuestions', { ...latest, Question__c: connection([]) });
    await flush();
    expect(bank.find('c-state-panel').state).toBe('empty');
    await expect(bank.element).toBeAccessible();
  });

  it('says what happened on an error, and tries again', async () => {
    const bank = await mount('c-knowledge-bank', KnowledgeBank);
    const refresh = failGraphql('BrowseQuestions', 'The server is away.');
    await flush();
    expect(bank.find('c-state-panel').message).toBe('The server is away.');
    await bank.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('waits for what is asked for where somebody is asked for only', async () => {
    const bank = await show();
    await type(bank, 'who knows about');
    expect(org).not.toHaveBeenCalled();
    expect(bank.find('c-state-panel')).toMatchObject({ state: 'empty', heading: 'Who knows about what?' });
    expect(bank.findAll('c-knowledge-filters')).toEqual([]);
    expect(bank.text('[role="status"]')).toBe('');
    await expect(bank.element).toBeAccessible();
    await type(bank, 'who knows about globex');
    expect(titles(bank)).toContain('Globex support hotline');
  });

  it('searches, and orders by the engine', async () => {
    const bank = await show();
    await type(bank, 'globex support');
    expect(new Set(titles(bank).slice(0, 2))).toEqual(new Set(['Globex support hotline', 'Beating Globex on support']));
    expect(bank.findAll('mark').map(({ textContent }) => textContent)).toContain('Globex');
    await expect(bank.element).toBeAccessible();
  });

  it('lists who knows beside what is known, first where somebody is asked for', async () => {
    const bank = await show();
    await type(bank, 'globex support');
    answerGraphql('Experts', {
      Expertise__c: connection([
        {
          Id: 'e1',
          Person__c: 'p1',
          Person__r: { Name: 'Ben Okafor' },
          Tag__r: { Name: 'Globex', Key__c: 'globex' },
          Evidence_Count__c: 4,
        },
      ]),
      Knowledge_Preference__c: connection([]),
    });
    await flush();
    expect(titles(bank).indexOf('Ben Okafor')).toBe(3);
    expect(bank.text('[role="status"]')).toBe('4 results');
    await expect(bank.element).toBeAccessible();
    await type(bank, 'who knows globex');
    expect(titles(bank)[0]).toBe('Ben Okafor');
    expect(bank.text('.reason')).toBe('Globex: 4 answers');
    await bank.fire('c-knowledge-filters', 'filter', { filter: { kinds: ['nugget'] } });
    expect(titles(bank)).not.toContain('Ben Okafor');
  });

  it('asks a slow org no more than once at a time, and at last for what was typed last', async () => {
    let answer: (value: unknown) => void = () => undefined;
    org.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const bank = await show();
    for (const query of ['g', 'globex', 'globex sup', 'globex support']) await type(bank, query);
    expect(org).not.toHaveBeenCalledTimes(4);
    answer([[{ Id: 'old', Title__c: 'Globex' }], [], [], []]);
    await flush();
    await flush();
    expect(org).toHaveBeenLastCalledWith({ searchText: '(globex* OR support*)' });
    expect(titles(bank)).toContain('Globex support hotline');
  });

  it('shows only what is asked for', async () => {
    const bank = await show();
    await type(bank, 'globex support');
    await bank.fire('c-knowledge-filters', 'filter', { filter: { kinds: ['nugget'] } });
    expect(titles(bank)).toEqual(['Beating Globex on support']);
  });

  it('says of what the org found in a text of its own that it is there, and keeps it under a filter', async () => {
    const bank = await show();
    await type(bank, 'hotline');
    expect(titles(bank)).toEqual(['Globex support hotline', 'Is support included?', 'Beating Globex on support']);
    expect(bank.findAll('.reasons').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('hotline'),
      'In its text',
      'In its text',
    ]);
    await bank.fire('c-knowledge-filters', 'filter', { filter: { kinds: ['nugget'] } });
    expect(titles(bank)).toEqual(['Beating Globex on support']);
  });

  it('says when nothing was found, and notes the demand without asking twice', async () => {
    org.mockResolvedValue([[], [], [], []]);
    const bank = await show();
    await type(bank, 'quantum');
    expect(bank.find('c-state-panel').state).toBe('empty');
    await bank.fire('.query', 'commit');
    await bank.fire('.query', 'commit');
    expect(create).toHaveBeenCalledTimes(1);
    expect(create.mock.calls[0]?.[0]).toMatchObject({ fields: { Query__c: 'quantum', Result_Count__c: 0 } });
  });

  it('asks with what was searched for, and opens the question', async () => {
    const open = jest.spyOn(AskQuestion, 'open').mockResolvedValue('q9');
    const bank = await show();
    await type(bank, 'quantum');
    await bank.fire('.ask', 'click');
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ initialTitle: 'quantum' }));
  });

  it('goes from the field through the entries by arrow keys', async () => {
    const bank = await show();
    const field = bank.find('.query');
    field.focus = jest.fn();
    const press = (element: HTMLElement, key: string): boolean =>
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press(field, 'ArrowDown');
    expect(bank.element.shadowRoot?.activeElement).toBe(bank.find('.open'));
    press(bank.find('.open'), 'ArrowUp');
    expect(field.focus).toHaveBeenCalledTimes(1);
  });

  it('knows tags, verification and answers of what was found once the org has told', async () => {
    const bank = await show();
    await type(bank, 'globex support');
    expect(graphqlVariables('EntryFacts')).toEqual({ ids: ['q1', 'q2', 'n1'] });
    answerGraphql('EntryFacts', {
      Tagging__c: connection([{ Id: 't', Question__c: 'q2', Tag__r: { Name: 'Globex' } }]),
      Verification__c: connection([
        { Id: 'v', Answer__c: 'a2', Kind__c: 'Verified', Answer__r: { Question__c: 'q2' } },
      ]),
      Question__c: connection([{ Id: 'q2', Answers__r: [{ Id: 'a2', Body__c: '<p>Call 1.</p>' }] }]),
    });
    await flush();
    expect(bank.find('c-knowledge-filters').entries).toMatchObject([
      { id: 'q1', tags: [], verified: false },
      { id: 'q2', tags: ['Globex'], verified: true, answers: ['Call 1.'] },
      { id: 'n1' },
    ]);
    await bank.fire('c-knowledge-filters', 'filter', { filter: { tags: ['Globex'], answered: true } });
    expect(titles(bank)).toEqual(['Globex support hotline']);
    await type(bank, '');
    await type(bank, 'globex support');
    expect(titles(bank).length).toBeGreaterThan(1);
  });

  it('lists a question that only its summary answers, once the summary is known to be the latest', async () => {
    const version = (Id: string, questionId: string) => ({
      Id,
      Question__c: questionId,
      Question__r: { Title__c: `Thread ${questionId}`, Status__c: 'Answered' },
      Body__c: 'Hosting is in Dublin.',
      CreatedDate: '2026-03-01T10:00:00.000Z',
    });
    org.mockResolvedValue([[], [], [], [], [version('r1', 'q1'), version('r2', 'q2')]]);
    const bank = await show();
    await type(bank, 'dublin');
    expect(bank.find('c-state-panel').state).toBe('loading');
    expect(bank.text('[role="status"]')).toBe('');
    expect(graphqlVariables('EntryFacts')).toEqual({ ids: ['q1', 'q2'] });
    answerGraphql('EntryFacts', {
      Question__c: connection([
        { Id: 'q1', Revisions__r: [{ Id: 'r1', Body__c: '<p>Hosting is in Dublin.</p>' }] },
        { Id: 'q2', Revisions__r: [{ Id: 'r3', Body__c: '<p>Hosting is in Paris.</p>' }] },
      ]),
    });
    await flush();
    expect(titles(bank)).toEqual(['Thread q1']);
    expect(bank.text('.snippet')).toContain('Hosting is in Dublin');
    await expect(bank.element).toBeAccessible();
  });

  it('says that nothing was found where the summaries cannot be checked', async () => {
    org.mockResolvedValue([[], [], [], [], [{ Id: 'r1', Question__c: 'q1', Question__r: { Title__c: 'Old' } }]]);
    const bank = await show();
    await type(bank, 'dublin');
    failGraphql('EntryFacts', 'The server is away.');
    await flush();
    expect(bank.find('c-state-panel').state).toBe('empty');
  });

  it('browses by tag', async () => {
    const bank = await mount('c-knowledge-bank', KnowledgeBank);
    answerGraphql('BrowseQuestions', { ...latest, Tag__c: connection([{ Id: 't1', Name: 'Globex' }]) });
    await flush();
    expect(bank.find('.by-tag').options).toEqual([
      { label: 'All topics', value: '' },
      { label: 'Globex', value: 't1' },
    ]);
    await bank.fire('.by-tag', 'change', { value: 't1' });
    expect(JSON.stringify(graphqlVariables('BrowseQuestions'))).toContain('{"Tag__c":{"eq":"t1"}}');
  });
});
