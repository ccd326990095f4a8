import AskQuestion from 'c/askQuestion';
import find from '@salesforce/apex/KnowledgeSearch.find';
import { createRecord } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, flush } from 'test/wires';
import { tagKey } from 'c/knowledge';
import { TEXT_LIMIT } from 'c/textLimit';
import { keepDraft } from '../drafts';

jest.mock('@salesforce/apex/KnowledgeSearch.find', () => ({ default: jest.fn() }), { virtual: true });

const org = jest.mocked(find);
const create = jest.mocked(createRecord);

const context = [
  { code: 'stage', label: 'Stage', value: 'Negotiation', sensitive: false },
  { code: 'amount', label: 'Amount', value: '120,000', sensitive: true },
];

async function show(properties: object = {}): Promise<Mounted> {
  const dialog = await mount('c-ask-question', AskQuestion, { label: 'Ask colleagues', ...properties });
  answerGraphql('KnownTags', {
    Tag__c: connection([
      { Id: 't1', Name: 'Globex', Key__c: 'globex', Template__c: 'What <they> said:\n\nWho said it:' },
    ]),
  });
  await flush();
  return dialog;
}

const saved = (apiName: string): object[] =>
  create.mock.calls.map(([input]) => input).filter((input) => input.apiName === apiName);

describe('the key of a tag', () => {
  it.each([
    ['Year-end  Discount!', 'year-end-discount'],
    ['Übergabe', 'übergabe'],
    ['!!', ''],
  ])('of %j is %j', (name, key) => {
    expect(tagKey(name)).toBe(key);
  });
});

describe('c-ask-question', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    let count = 0;
    create.mockImplementation(({ apiName = '' }) => Promise.resolve({ apiName, id: `new${(count += 1)}`, fields: {} }));
    org.mockResolvedValue([[], [], [], []]);
  });
  afterEach(() => {
    clearPage();
    keepDraft(undefined);
    keepDraft(undefined, '006');
  });

  it('is accessible, empty and filled', async () => {
    const dialog = await show({ context, opportunityId: '006' });
    await expect(dialog.element).toBeAccessible();
    org.mockResolvedValue([[{ Id: 'q1', Title__c: 'Is support included by Globex?', Status__c: 'Open' }], [], [], []]);
    await dialog.fire('.title', 'change', { value: 'Is support included by Globex?' });
    await flush();
    expect(dialog.find('.open-alike').textContent).toBe('Is support included by Globex?');
    expect(dialog.text('.alike')).toContain('probably the same question');
    await expect(dialog.element).toBeAccessible();
  });

  it('shares what was ticked only; amounts are off until they are turned on', async () => {
    const dialog = await show({ context, opportunityId: '006' });
    await dialog.fire('.title', 'change', { value: 'Who pays?' });
    await dialog.fire('.post', 'click');
    await flush();
    expect(saved('Question__c')).toMatchObject([
      {
        fields: {
          Title__c: 'Who pays?',
          Opportunity__c: '006',
          Context__c: '[{"label":"Stage","value":"Negotiation"}]',
        },
      },
    ]);
    expect(JSON.stringify(create.mock.calls)).not.toContain('120,000');
  });

  it('follows the question for the asker, and puts tags on, known or new', async () => {
    const dialog = await show();
    await dialog.fire('.title', 'change', { value: 'Who beats Globex?' });
    expect(dialog.findAll('.suggested-tag').map(({ label }) => label)).toEqual(['Globex']);
    await dialog.fire('.suggested-tag', 'click');
    await dialog.fire('.tags', 'change', { value: 'Globex, Pricing, globex' });
    await dialog.fire('.post', 'click');
    await flush();
    expect(saved('Follow__c')).toHaveLength(1);
    expect(saved('Tag__c')).toMatchObject([{ fields: { Name: 'Pricing', Key__c: 'pricing' } }]);
    expect(saved('Tagging__c')).toHaveLength(2);
    expect(saved('Tagging__c')[0]).toMatchObject({ fields: { Tag__c: 't1', Key__c: 'globex:new1' } });
  });

  it('asks the people who were chosen, once the question is there, and says whom it could not', async () => {
    const dialog = await show();
    expect(dialog.findAll('c-ask-expert')).toHaveLength(0);
    await dialog.fire('.title', 'change', { value: 'Who beats Globex?' });
    await dialog.fire('c-ask-expert', 'choose', { personIds: ['005A', '005B'] });
    const toasts = jest.fn();
    dialog.element.addEventListener('lightning__showtoast', (event) => toasts((event as CustomEvent<object>).detail));
    create.mockImplementation(({ apiName = '', fields }) =>
      fields['Person__c'] === '005B'
        ? Promise.reject(new Error('No.'))
        : Promise.resolve({ apiName, id: 'new1', fields: {} }),
    );
    await dialog.fire('.post', 'click');
    await flush();
    expect(saved('Expert_Request__c')[0]).toMatchObject({
      fields: { Question__c: 'new1', Person__c: '005A', Key__c: '005A:new1' },
    });
    expect(toasts).toHaveBeenCalledTimes(1);
  });

  it('says which tags could not be put on', async () => {
    const dialog = await show();
    const toasts = jest.fn();
    dialog.element.addEventListener('lightning__showtoast', (event) => toasts((event as CustomEvent<object>).detail));
    create.mockImplementation(({ apiName = '' }) =>
      apiName === 'Tag__c'
        ? Promise.reject(new Error('Too long.'))
        : Promise.resolve({ apiName, id: 'q1', fields: {} }),
    );
    await dialog.fire('.title', 'change', { value: 'Who pays?' });
    await dialog.fire('.tags', 'change', { value: 'Globex, A long name, 🎉' });
    await dialog.fire('.post', 'click');
    await flush();
    expect(saved('Tagging__c')).toHaveLength(1);
    expect(toasts.mock.calls).toMatchObject([
      [{ title: expect.stringContaining('A long name, 🎉'), variant: 'warning' }],
    ]);
  });

  it('suggests a tag whose words are written in another form', async () => {
    const dialog = await mount('c-ask-question', AskQuestion, { label: 'Ask colleagues' });
    const tags = ['Discounts', 'Business case', 'Counts'].map((Name) => ({ Id: Name, Name, Key__c: tagKey(Name) }));
    answerGraphql('KnownTags', { Tag__c: connection(tags) });
    await dialog.fire('.title', 'change', { value: 'Who approves a discount without business cases?' });
    expect(dialog.findAll('.suggested-tag').map(({ label }) => label)).toEqual(['Discounts', 'Business case']);
  });

  it('keeps what was written, and says why, where the org refuses it', async () => {
    create.mockRejectedValueOnce({ body: { message: 'No right to create questions.' } });
    const dialog = await show();
    await dialog.fire('.title', 'change', { value: 'Who?' });
    await dialog.fire('.post', 'click');
    await flush();
    expect(dialog.text('.error')).toBe('No right to create questions.');
    expect(dialog.find('.title').value).toBe('Who?');
    expect(dialog.find('.post').disabled).toBe(false);
    await expect(dialog.element).toBeAccessible();
  });

  it('asks without looking for what is alike where that fails', async () => {
    org.mockRejectedValue(new Error('no class access'));
    const dialog = await show({ initialTitle: 'Who?' });
    await flush();
    await dialog.fire('.post', 'click');
    await flush();
    expect(saved('Question__c')).toHaveLength(1);
  });

  it('says that it does not know what is alike where the org could not be asked', async () => {
    org.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const dialog = await show({ initialTitle: 'Who pays?' });
    await flush();
    expect(dialog.text('.alike-unknown')).toContain('could not be asked');
    await expect(dialog.element).toBeAccessible();
    await dialog.fire('.title', 'change', { value: 'Who pays for support?' });
    await flush();
    expect(dialog.has('.alike-unknown')).toBe(false);
  });

  it('says before it is posted that the details are too long, beside the button', async () => {
    const dialog = await show({ initialTitle: 'Who?' });
    await dialog.fire('.body', 'change', { value: 'x'.repeat(TEXT_LIMIT + 1) });
    expect(dialog.text('lightning-modal-footer .error')).toContain('32,768 fit');
    expect(dialog.find('.post').disabled).toBe(true);
    await expect(dialog.element).toBeAccessible();
    await dialog.fire('.body', 'change', { value: 'x'.repeat(TEXT_LIMIT) });
    expect(dialog.has('.error')).toBe(false);
    expect(dialog.find('.post').disabled).toBe(false);
  });

  it('has what was written when it is opened again for the same deal, until it is posted', async () => {
    const dialog = await show({ context, opportunityId: '006' });
    await dialog.fire('.title', 'change', { value: 'Who pays?' });
    await dialog.fire('.body', 'change', { value: '<p>Long story.</p>' });
    dialog.element.remove();
    const elsewhere = await show();
    expect(elsewhere.has('.kept')).toBe(false);
    elsewhere.element.remove();
    const again = await show({ context, opportunityId: '006' });
    expect([again.find('.title').value, again.find('.body').value]).toEqual(['Who pays?', '<p>Long story.</p>']);
    await expect(again.element).toBeAccessible();
    await again.fire('.post', 'click');
    await flush();
    again.element.remove();
    expect((await show({ context, opportunityId: '006' })).has('.kept')).toBe(false);
  });

  it('starts over with what the page proposes', async () => {
    const dialog = await show();
    await dialog.fire('.title', 'change', { value: 'Who pays?' });
    dialog.element.remove();
    const again = await show({ initialTitle: 'Who signs?' });
    expect(again.find('.title').value).toBe('Who pays?');
    await again.fire('.start-over', 'click');
    expect(again.find('.title').value).toBe('Who signs?');
    expect(again.has('.kept')).toBe(false);
    again.element.remove();
    expect((await show()).has('.kept')).toBe(false);
  });

  it('does not post a question without words', async () => {
    const dialog = await show();
    await dialog.fire('.title', 'change', { value: '  ' });
    expect(dialog.find('.post').disabled).toBe(true);
  });

  it('says what colleagues will read before it is posted', async () => {
    const dialog = await show({ context, opportunityId: '006' });
    expect(dialog.text('.preview')).toBe('Colleagues will read: Stage: Negotiation');
    await dialog.fire('.fact[data-code="amount"]', 'change', { checked: true });
    expect(dialog.text('.preview')).toContain('Amount: 120,000');
    await dialog.fire('.fact[data-code="amount"]', 'change', { checked: false });
    await dialog.fire('.fact[data-code="stage"]', 'change', { checked: false });
    expect(dialog.text('.preview')).toBe('Colleagues will read nothing about the deal.');
  });

  it('adds the template of a tag after what was written, once, as text', async () => {
    const dialog = await show();
    await dialog.fire('.body', 'change', { value: '<p>Mine.</p>' });
    expect(dialog.has('.use-template')).toBe(false);
    await dialog.fire('.tags', 'change', { value: 'Globex' });
    await expect(dialog.element).toBeAccessible();
    await dialog.fire('.use-template', 'click');
    expect(dialog.find('.body').value).toBe('<p>Mine.</p><p>What &lt;they&gt; said:</p><p>Who said it:</p>');
    expect(dialog.has('.use-template')).toBe(false);
  });

  it('lists at once what is alike among what was found, while the org is slow', async () => {
    org.mockResolvedValueOnce([[{ Id: 'q1', Title__c: 'Is support included by Globex?' }], [], [], []]);
    const dialog = await show();
    await dialog.fire('.title', 'change', { value: 'support included' });
    await flush();
    org.mockReturnValue(new Promise(() => undefined));
    await dialog.fire('.title', 'change', { value: 'Is support included by Globex' });
    expect(dialog.find('.open-alike').textContent).toBe('Is support included by Globex?');
    await dialog.fire('.title', 'change', { value: '' });
    expect(dialog.has('.open-alike')).toBe(false);
  });

  it('does not ask the org twice for the same words', async () => {
    const dialog = await show();
    for (const value of ['Who pays', 'Who pays ', 'Who pays?']) {
      await dialog.fire('.title', 'change', { value });
      await flush();
    }
    expect(org).toHaveBeenCalledTimes(1);
  });
});
