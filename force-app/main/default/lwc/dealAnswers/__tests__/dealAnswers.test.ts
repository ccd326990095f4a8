import AskQuestion, { type ContextFact } from 'c/askQuestion';
import DealAnswers from 'c/dealAnswers';
import find from '@salesforce/apex/KnowledgeSearch.find';
import { mount, type Mounted } from 'test/mount';
import {
  answerGraphql,
  answerRecord,
  clearPage,
  connection,
  failGraphql,
  failRecord,
  flush,
  graphqlVariables,
  recordOf,
} from 'test/wires';
import { CONTEXT, DEAL_FIELDS, DEAL_ID } from '../../dealNuggets/__tests__/deal';

jest.mock('@salesforce/apex/KnowledgeSearch.find', () => ({ default: jest.fn() }), { virtual: true });

const org = jest.mocked(find);

const found = [
  [
    { Id: 'q1', Title__c: 'Globex says support is included', Status__c: 'Answered' },
    { Id: 'q2', Title__c: 'Where do we park?', Status__c: 'Open' },
  ],
  [],
  [{ Id: 'n1', Name: 'Beating Globex' }],
  [],
];

const question = (id: string, title: string, more: object = {}): object => ({
  Id: id,
  Title__c: title,
  Status__c: 'Answered',
  Accepted_Answer__c: 'a1',
  CreatedDate: '2020-03-01T10:00:00.000Z',
  Answers__r: [
    { Id: 'a0', Body__c: '<p>No idea.</p>', Score__c: 1, OwnerId: '005B', Owner: { Name: 'Ben' } },
    { Id: 'a1', Body__c: '<p>One year only.</p>', Score__c: 3, OwnerId: '005M', Owner: { Name: 'Maria' } },
  ],
  Taggings__r: [{ Id: 'x', Tag__c: 't1', Tag__r: { Name: 'Globex' } }],
  ...more,
});

const DETAILS = {
  Question__c: connection([question('q1', 'Globex says support is included')]),
  Verification__c: connection([{ Id: 'v1', Answer__c: 'a1', Kind__c: 'Verified' }]),
  Expertise__c: connection([{ Id: 'e1', Person__c: '005M', Tag__c: 't1', Score__c: 80, Evidence_Count__c: 5 }]),
  Opportunity: connection([{ Id: DEAL_ID, Name: 'Acme renewal', Account: { Name: 'Acme' } }]),
};

async function show(details: object | undefined = DETAILS): Promise<Mounted> {
  const panel = await mount('c-deal-answers', DealAnswers, { recordId: DEAL_ID });
  answerGraphql('DealContext', CONTEXT);
  await flush();
  answerRecord(recordOf('Opportunity', DEAL_ID, DEAL_FIELDS));
  await flush();
  await flush();
  if (details) answerGraphql('DealAnswers', details);
  await flush();
  return panel;
}

const offered = (): readonly ContextFact[] =>
  (jest.mocked(AskQuestion.open).mock.calls.at(-1)?.[0] as unknown as { context: ContextFact[] }).context;

describe('c-deal-answers', () => {
  beforeEach(() => {
    jest.restoreAllMocks();
    org.mockResolvedValue(found);
    jest.spyOn(AskQuestion, 'open').mockResolvedValue(undefined);
  });
  afterEach(clearPage);

  it('searches by the words of the situation, and looks closely at what shares facts with the deal', async () => {
    await show();
    expect(org).toHaveBeenCalledWith({ searchText: expect.stringMatching(/^\(globex\* OR retail\* OR negoti\*/) });
    expect(graphqlVariables('DealAnswers')).toEqual({ recordId: DEAL_ID, questionIds: ['q1'] });
  });

  it('finds a thread whose summary alone names what the deal is about, while it does', async () => {
    const Question__r = { Title__c: 'Where do we stand?', Status__c: 'Answered' };
    org.mockResolvedValue([
      [],
      [],
      [],
      [],
      [{ Id: 'r1', Question__c: 'q7', Question__r, Body__c: 'Globex is cheaper.' }],
    ]);
    const thread = (body: string): object =>
      question('q7', 'Where do we stand?', { Revisions__r: [{ Id: 'r', Body__c: body }], Taggings__r: [] });
    const details = (body: string): object => ({ ...DETAILS, Question__c: connection([thread(body)]) });
    const panel = await show(details('<p>Globex is cheaper.</p>'));
    expect(graphqlVariables('DealAnswers')).toMatchObject({ questionIds: ['q7'] });
    expect(panel.text('.open')).toBe('Where do we stand?');
    answerGraphql('DealAnswers', details('<p>Nothing is cheaper.</p>'));
    await flush();
    expect(panel.find('c-state-panel').state).toBe('empty');
  });

  it('shows the best answer, how it was judged, by whom, and why it is here', async () => {
    const panel = await show();
    expect(panel.text('.open')).toBe('Globex says support is included');
    expect(panel.text('.beginning')).toBe('One year only.');
    expect(panel.text('.quiet')).toContain('4 votes · Maria, expert · 2 answers');
    expect(panel.text('.quiet')).toMatch(/accepted.*verified/i);
    expect(panel.findAll('.reason').map(({ textContent }) => textContent)).toEqual(['Competitor: Globex']);
    await expect(panel.element).toBeAccessible();
  });

  it('calls nobody an expert who does not want to be named as one', async () => {
    const panel = await show({
      ...DETAILS,
      Knowledge_Preference__c: connection([{ Id: 'kp1', OwnerId: '005M', Hide_Expertise__c: true }]),
    });
    expect(panel.text('.quiet')).toContain('4 votes · Maria · 2 answers');
  });

  it('leaves out what is outdated, and what nobody answered; not what was asked about this deal', async () => {
    const panel = await show({
      ...DETAILS,
      Question__c: connection([
        question('q1', 'Globex of old', { Outdated__c: true }),
        question('q3', 'Globex?', { Answers__r: [] }),
        question('q4', 'Who signs?', { Answers__r: [], Opportunity__c: DEAL_ID }),
      ]),
    });
    expect(panel.findAll('.open').map(({ textContent }) => textContent)).toEqual(['Who signs?']);
    expect(panel.text('.answer')).toContain('No answer yet');
    expect(panel.text('.reason')).toBe('Asked about this deal');
  });

  it('offers facts to share: amounts and names off until they are turned on', async () => {
    const panel = await show();
    await panel.fire('.ask', 'click');
    const codes = (sensitive: boolean): string[] =>
      offered().flatMap((fact) => (fact.sensitive === sensitive ? [fact.code] : []));
    expect(codes(false)).toEqual(['stage', 'competitor', 'industry', 'close_date_pushes']);
    expect(codes(true)).toEqual(['amount', 'account_name', 'deal_name']);
    expect(AskQuestion.open).toHaveBeenCalledWith(expect.objectContaining({ opportunityId: DEAL_ID }));
  });

  it('is a stencil while it loads, and nothing can be asked of a deal not known yet', async () => {
    const panel = await mount('c-deal-answers', DealAnswers, { recordId: DEAL_ID });
    expect(panel.find('c-state-panel').state).toBe('loading');
    expect(panel.find('.ask').disabled).toBe(true);
    await expect(panel.element).toBeAccessible();
  });

  it('says when there is nothing yet', async () => {
    org.mockResolvedValue([[], [], [], []]);
    const panel = await show({ ...DETAILS, Question__c: connection([]) });
    expect(graphqlVariables('DealAnswers')).toMatchObject({ questionIds: [DEAL_ID] });
    expect(panel.find('c-state-panel').state).toBe('empty');
    await expect(panel.element).toBeAccessible();
  });

  it('says what happened when the search fails, and searches again', async () => {
    org.mockRejectedValueOnce({ body: { message: 'The search is away.' } });
    const panel = await show(undefined);
    expect(panel.find('c-state-panel')).toMatchObject({ state: 'error', message: 'The search is away.' });
    await expect(panel.element).toBeAccessible();
    await panel.fire('c-state-panel', 'retry');
    await flush();
    answerGraphql('DealAnswers', DETAILS);
    await flush();
    expect(panel.find('c-state-panel').state).toBe('ready');
  });

  it('says what happened when the answers or the deal cannot be read', async () => {
    const panel = await show(undefined);
    const refresh = failGraphql('DealAnswers', 'The server is away.');
    await flush();
    expect(panel.find('c-state-panel').message).toBe('The server is away.');
    await panel.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
    failRecord('No access to the deal.');
    await flush();
    expect(panel.find('c-state-panel').message).toBe('No access to the deal.');
  });

  it('shows a new question about the deal', async () => {
    jest.mocked(AskQuestion.open).mockResolvedValue('q9');
    const panel = await show(undefined);
    const refresh = jest.fn().mockResolvedValue(undefined);
    answerGraphql('DealAnswers', DETAILS, refresh);
    await flush();
    await panel.fire('.ask', 'click');
    await flush();
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
