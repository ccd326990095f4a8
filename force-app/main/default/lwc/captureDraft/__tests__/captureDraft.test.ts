import CaptureDraft from 'c/captureDraft';
import find from '@salesforce/apex/KnowledgeSearch.find';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

jest.mock('@salesforce/apex/KnowledgeSearch.find', () => ({ default: jest.fn() }), { virtual: true });

const org = jest.mocked(find);

const record = {
  Id: 'e1',
  Status__c: 'Draft',
  Subject__c: 'Discount',
  Question_Title__c: 'How much discount?',
  Question_Body__c: 'For bundles.',
  Answers__c: JSON.stringify([
    {
      author: 'ben@corp.example',
      at: '2026-03-04T11:00:00Z',
      body: 'Ten.',
      messageKey: 'm1',
      score: 2,
      reasons: ['first'],
    },
    { author: 'eve@corp.example', body: 'Which bundle?', messageKey: 'm2', score: 1, reasons: ['asksBack'] },
  ]),
  Original__c: 'From: Ana <ana@corp.example>\n\nHow much? Call +44 20 7946 0000.',
  Participants__c: JSON.stringify([
    { address: 'ana@corp.example', name: 'Ana Ruiz', role: 'asked' },
    { address: 'ben@corp.example', name: 'Ben Okafor', role: 'answered' },
  ]),
  Redactions__c: JSON.stringify([{ kind: 'phone', why: 'phoneShape', count: 1 }]),
  Suggested_Tags__c: 'pricing,bundles',
  Consent__c: 'Pending',
  Duplicate_Of__c: 'q1',
  Duplicate_Of__r: { Title__c: 'Discount for bundles?' },
};

interface Fired {
  readonly edit: jest.Mock;
  readonly approve: jest.Mock;
  readonly reject: jest.Mock;
}

async function show(fields: object = {}): Promise<{ draft: Mounted } & Fired> {
  const draft = await mount('c-capture-draft', CaptureDraft, { exchangeId: 'e1' });
  answerGraphql('CapturedDraft', { Captured_Exchange__c: connection([{ ...record, ...fields }]) });
  await flush();
  const fired = { edit: jest.fn(), approve: jest.fn(), reject: jest.fn() };
  for (const [type, listener] of Object.entries(fired)) {
    draft.element.addEventListener(type, (event) => listener((event as CustomEvent<unknown>).detail));
  }
  // As the list of exchanges does it: what was edited comes back.
  draft.element.addEventListener('edit', (event) => {
    draft.element.edition = (event as CustomEvent<{ edition: unknown }>).detail.edition;
  });
  return { draft, ...fired };
}

describe('c-capture-draft', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    org.mockResolvedValue([[{ Id: 'q2', Title__c: 'Bundle discount in Q4?', Status__c: 'Open' }], [], [], []]);
  });
  afterEach(clearPage);

  it('shows the original beside the draft, and what was taken out and why', async () => {
    const { draft } = await show();
    expect(graphqlVariables('CapturedDraft')).toEqual({ exchangeId: 'e1' });
    expect(draft.text('.original')).toContain('+44 20 7946 0000');
    expect(draft.find('.question').value).toBe('How much discount?');
    expect(draft.findAll('.answer-body').map(({ value }) => value)).toEqual(['Ten.', 'Which bundle?']);
    expect(draft.findAll('.use').map(({ checked }) => checked)).toEqual([true, false]);
    expect(draft.text('.redactions')).not.toBe('');
    expect(draft.text()).toContain('Ben Okafor');
    await expect(draft.element).toBeAccessible();
  });

  it('offers nothing to decide while another exchange is loading', async () => {
    const { draft } = await show();
    await draft.fire('.merge-search', 'change', { value: 'bundle' });
    await flush();
    expect(draft.has('.found')).toBe(true);
    draft.element.exchangeId = 'e2';
    await flush();
    expect(draft.find('c-state-panel').state).toBe('loading');
    expect(draft.has('.approve')).toBe(false);
    expect(draft.has('.reject')).toBe(false);
    answerGraphql('CapturedDraft', { Captured_Exchange__c: connection([{ ...record, Id: 'e2' }]) });
    await flush();
    expect(draft.has('.approve')).toBe(true);
    expect([draft.has('.found'), draft.find('.merge-search').value]).toEqual([false, '']);
  });

  it('is a stencil while loading, says what happened, and says when it is gone', async () => {
    const draft = await mount('c-capture-draft', CaptureDraft, { exchangeId: 'e1' });
    expect(draft.find('c-state-panel').state).toBe('loading');
    const refresh = failGraphql('CapturedDraft', 'The server is away.');
    await flush();
    expect(draft.find('c-state-panel').message).toBe('The server is away.');
    await expect(draft.element).toBeAccessible();
    await draft.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
    answerGraphql('CapturedDraft', { Captured_Exchange__c: connection([]) });
    await flush();
    expect(draft.find('c-state-panel').state).toBe('empty');
    await expect(draft.element).toBeAccessible();
  });

  it('approves what was edited, and not what was left out', async () => {
    const { draft, approve } = await show();
    await draft.fire('.question', 'change', { value: ' How much discount on bundles? ' });
    await draft.fire('.answer-body', 'change', { value: 'Ten percent.' });
    await draft.fire('.tags', 'change', { value: 'pricing, , year end' });
    await draft.click('.approve');
    expect(approve).toHaveBeenCalledWith(
      expect.objectContaining({
        draft: {
          title: 'How much discount on bundles?',
          body: 'For bundles.',
          answers: [{ messageKey: 'm1', body: 'Ten percent.' }],
          tags: ['pricing', 'year end'],
        },
      }),
    );
  });

  it('approves nothing without a question and an answer', async () => {
    const { draft } = await show();
    expect(draft.find('.approve').disabled).toBe(false);
    await draft.fire('.use', 'change', { checked: false });
    expect(draft.find('.approve').disabled).toBe(true);
    await draft.fire('.use', 'change', { checked: true });
    await draft.fire('.question', 'change', { value: '  ' });
    expect(draft.find('.approve').disabled).toBe(true);
  });

  it('hands over what is to be erased', async () => {
    const { draft, reject } = await show();
    await draft.click('.reject');
    expect(reject.mock.calls[0][0].texts).toMatchObject({ Original__c: record.Original__c, Approved_Draft__c: null });
  });

  it('merges into the proposed question, or one that was searched, and lets go of it', async () => {
    const { draft, approve } = await show();
    await draft.click('.proposal');
    await draft.click('.approve');
    expect(approve.mock.calls[0][0].draft.mergeInto).toBe('q1');
    await draft.click('.no-merge');
    await draft.fire('.merge-search', 'change', { value: 'bundle discount' });
    await flush();
    await draft.click('.found');
    await expect(draft.element).toBeAccessible();
    await draft.click('.approve');
    expect(approve.mock.calls[1][0].draft.mergeInto).toBe('q2');
  });

  it('says when the search does not work or finds nothing', async () => {
    const { draft } = await show({ Duplicate_Of__c: null, Duplicate_Of__r: null });
    expect(draft.has('.proposal')).toBe(false);
    org.mockRejectedValueOnce({ body: { message: 'Too many rows' } });
    await draft.fire('.merge-search', 'change', { value: 'bundle' });
    await flush();
    expect(draft.has('.found')).toBe(false);
    org.mockResolvedValue([[], [], [], []]);
    await draft.fire('.merge-search', 'change', { value: 'bundles' });
    await flush();
    expect(draft.findAll('[role="status"]').some(({ textContent }) => textContent !== '')).toBe(true);
  });

  it('stays whole where a record is damaged', async () => {
    const { draft } = await show({ Answers__c: '{"x', Participants__c: null, Redactions__c: '[1]' });
    expect(draft.findAll('.answer-body')).toHaveLength(0);
    expect(draft.find('.approve').disabled).toBe(true);
    await expect(draft.element).toBeAccessible();
  });
});
