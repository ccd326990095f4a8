import KnowledgeBank from 'c/knowledgeBank';
import find from '@salesforce/apex/KnowledgeSearch.find';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import { createRecord } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, flush, graphqlVariables } from 'test/wires';
import { KeptPlace, toPlace, toState, type Place } from '../bankPlace';

jest.mock('@salesforce/apex/KnowledgeSearch.find', () => ({ default: jest.fn() }), { virtual: true });

const TAB: PageReference = { type: 'standard__navItemPage', attributes: { apiName: 'Knowledge_Bank' } };
const RECORD: PageReference = { type: 'standard__recordPage', attributes: { recordId: 'q1' } };
const FIRST: Place = { query: '', view: 'discussions', tagId: '' };
const at = (state: Record<string, string>): PageReference => ({ ...TAB, state });

describe('a place in an address', () => {
  it.each<Place>([
    FIRST,
    {
      ...FIRST,
      query: 'globex price',
      filter: { answered: true, verified: true, kinds: ['nugget'], tags: ['a,b', 'c'] },
    },
    { ...FIRST, view: 'asked', tagId: 'a0T000000000001AAA' },
  ])('is read as it was written: %j', (place) => {
    expect(toPlace(toState(place))).toEqual(place);
  });

  it.each<Record<string, string>>([
    { c__list: 'all', c__topic: '"}' },
    { c__tags: '%E0%A4%A', c__kinds: '' },
  ])('is as at first for what it names wrongly: %j', (state) => {
    expect(toPlace(state)).toEqual(FIRST);
  });
});

describe('a kept place', () => {
  it('replaces only its own parameters, and only where it changed', () => {
    const kept = new KeptPlace();
    expect(kept.keep(FIRST)).toBeUndefined();
    kept.arrive(at({ c__search: 'old', c__other: 'x' }));
    expect(kept.keep({ ...FIRST, query: 'new' })).toEqual(at({ c__other: 'x', c__search: 'new' }));
    expect(kept.keep({ ...FIRST, query: 'new' })).toBeUndefined();
  });

  it('is not shown again when it comes back, but what a link names is', () => {
    const kept = new KeptPlace();
    kept.arrive(TAB);
    kept.keep({ ...FIRST, query: 'glo' });
    kept.keep({ ...FIRST, query: 'globex' });
    expect(kept.arrive(at({ c__search: 'glo' }))).toBeUndefined();
    expect(kept.arrive(at({ c__search: 'globex' }))).toBeUndefined();
    expect(kept.arrive(at({ c__list: 'asked' }))).toEqual({ ...FIRST, view: 'asked' });
  });

  it('leaves another page alone', () => {
    const kept = new KeptPlace();
    kept.arrive(TAB);
    expect(kept.arrive(RECORD)).toBeUndefined();
    expect(kept.keep({ ...FIRST, query: 'late' })).toBeUndefined();
    kept.arrive(TAB);
    expect(kept.keep({ ...FIRST, query: 'again' })).toBeDefined();
    kept.leave();
    expect(kept.keep({ ...FIRST, query: 'gone' })).toBeUndefined();
  });
});

describe('c-knowledge-bank', () => {
  const navigate = jest.fn();
  const emit = (page: PageReference): void =>
    (CurrentPageReference as unknown as { emit(value: unknown): void }).emit(page);

  async function showAt(page: PageReference): Promise<Mounted> {
    const bank = await mount('c-knowledge-bank', KnowledgeBank);
    emit(page);
    answerGraphql('BrowseQuestions', { Question__c: connection([]) });
    await flush();
    return bank;
  }

  beforeAll(() => {
    const mixed: object = Object.getPrototypeOf(KnowledgeBank.prototype);
    Object.defineProperty(mixed, NavigationMixin.Navigate, { value: navigate });
  });
  beforeEach(() => {
    jest.clearAllMocks();
    jest.mocked(createRecord).mockResolvedValue({ apiName: 'Search_Log__c', id: 's1', fields: {} });
    jest
      .mocked(find)
      .mockResolvedValue([[{ Id: 'q1', Title__c: 'Globex prices' }], [], [{ Id: 'n1', Name: 'Globex' }]]);
  });
  afterEach(clearPage);

  it('shows the search that its address names, narrowed as it was', async () => {
    const bank = await showAt(at({ c__search: 'globex', c__kinds: 'nugget' }));
    await flush();
    expect(bank.find('.query').value).toBe('globex');
    expect(bank.findAll('.open').map(({ textContent }) => textContent)).toEqual(['Globex']);
    expect(bank.find('c-knowledge-filters').filter).toEqual({ kinds: ['nugget'] });
    await expect(bank.element).toBeAccessible();
  });

  it('shows the list that its address names', async () => {
    const bank = await showAt(at({ c__list: 'asked' }));
    expect(bank.find('.views').activeTabValue).toBe('asked');
    expect(JSON.stringify(graphqlVariables('BrowseQuestions'))).toContain('Expert_Request__c');
  });

  it('keeps what is searched for and chosen in its address, in place of what stood there', async () => {
    const bank = await showAt(TAB);
    await bank.fire('.query', 'change', { value: 'globex' });
    await flush();
    expect(navigate.mock.calls).toEqual([[at({ c__search: 'globex' }), true]]);
    await bank.fire('c-knowledge-filters', 'filter', { filter: { kinds: ['nugget'] } });
    expect(navigate).toHaveBeenLastCalledWith(at({ c__search: 'globex', c__kinds: 'nugget' }), true);
    await bank.fire('.query', 'change', { value: '' });
    expect(navigate).toHaveBeenLastCalledWith(at({}), true);
  });
});
