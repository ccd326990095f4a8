import ExpertCard from 'c/expertCard';
import USER_ID from '@salesforce/user/Id';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);
const OTHER = '005000000000002AAA';

const row = (id: string, more: object = {}) => ({
  Id: id,
  Person__c: OTHER,
  Person__r: { Name: 'Ana Ruiz' },
  Tag__r: { Name: 'Close date', Key__c: 'close-date' },
  Lower__c: 51.6,
  Upper__c: 80.2,
  Evidence_Count__c: 4,
  Accepted_Count__c: 2,
  Verified_Count__c: 1,
  Votes__c: 5,
  Evidence__c: '["a1","a2"]',
  ...more,
});

const few = row('e2', {
  Tag__r: { Name: 'Globex', Key__c: 'globex' },
  Evidence_Count__c: 1,
  Accepted_Count__c: 0,
  Verified_Count__c: 0,
  Votes__c: 0,
  Evidence__c: 'broken',
});

async function show(rows: object[], preference?: object, recordId?: string): Promise<Mounted> {
  const card = await mount('c-expert-card', ExpertCard, { recordId });
  answer(rows, preference);
  await flush();
  return card;
}

function answer(rows: object[], preference?: object): jest.Mock {
  return answerGraphql('Experts', {
    Expertise__c: connection(rows),
    Knowledge_Preference__c: connection(preference ? [preference] : []),
  });
}

describe('c-expert-card', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    create.mockResolvedValue({ apiName: 'Knowledge_Preference__c', id: 'k1', fields: {} });
    update.mockResolvedValue({ apiName: 'Knowledge_Preference__c', id: 'k1', fields: {} });
  });
  afterEach(clearPage);

  it('is accessible while it loads, with rows, open, empty, and in error', async () => {
    const loading = await mount('c-expert-card', ExpertCard, { recordId: OTHER });
    await expect(loading.element).toBeAccessible();
    answer([row('e1'), few]);
    await flush();
    await expect(loading.element).toBeAccessible();
    await loading.fire('.toggle', 'click');
    await flush();
    await expect(loading.element).toBeAccessible();
    answer([]);
    await flush();
    await expect(loading.element).toBeAccessible();
    failGraphql('Experts', 'No access.');
    await flush();
    expect(loading.find('c-state-panel').state).toBe('error');
    await expect(loading.element).toBeAccessible();
  });

  it('says how likely answers help, from what, and where that is little', async () => {
    const card = await show([row('e1'), few], undefined, OTHER);
    expect(card.findAll('.range').map(({ textContent }) => textContent)).toEqual([
      'Answers are likely to help 52 to 80 times out of 100',
      'Answers are likely to help 52 to 80 times out of 100 (few answers so far)',
    ]);
    expect(card.findAll('.expertise .quiet').map(({ textContent }) => textContent)).toEqual([
      '4 answers, 2 accepted, 1 verified, 5 votes',
      '1 answer',
    ]);
    expect(card.findAll('.choice')).toHaveLength(0);
  });

  it('opens the answers behind a tag, each with the signs that it helped', async () => {
    const card = await show([row('e1')], undefined, OTHER);
    await card.fire('.toggle', 'click');
    await flush();
    expect(card.find('.toggle').getAttribute('aria-expanded')).toBe('true');
    expect(graphqlVariables('ExpertAnswers')).toEqual({ ids: ['a1', 'a2'] });
    const at = '2026-03-01T10:00:00.000Z';
    answerGraphql('ExpertAnswers', {
      Answer__c: connection([
        {
          Id: 'a1',
          Score__c: 3,
          CreatedDate: at,
          Question__r: { Id: 'q1', Title__c: 'When?', Accepted_Answer__c: 'a1' },
        },
        {
          Id: 'a2',
          Score__c: 0,
          CreatedDate: at,
          Question__r: { Id: 'q2', Title__c: 'Why?', Accepted_Answer__c: null },
        },
      ]),
      Verification__c: connection([
        { Id: 'v2', Answer__c: 'a1', Kind__c: 'Verified' },
        { Id: 'v1', Answer__c: 'a1', Kind__c: 'Outdated' },
      ]),
    });
    await flush();
    const [first, second] = card.findAll('.answer').map(({ textContent }) => textContent ?? '');
    expect(first).toContain('Accepted, Verified, 3 votes');
    expect(second).toContain('No sign yet');
    expect(card.find('.open-answer').getAttribute('href')).toBe('/lightning/r/Question__c/q1/view');
    await expect(card.element).toBeAccessible();
    await card.fire('.toggle', 'click');
    await flush();
    expect(card.findAll('.answers')).toHaveLength(0);
  });

  it('lets a person, and nobody else, decide not to be named, and to be named again', async () => {
    const card = await show([row('e1', { Person__c: USER_ID })]);
    await card.fire('.choose', 'click');
    await flush();
    expect(create).toHaveBeenCalledWith({
      apiName: 'Knowledge_Preference__c',
      fields: { Key__c: USER_ID, Hide_Expertise__c: true },
    });
    const hidden = { Id: 'k1', OwnerId: USER_ID, Hide_Expertise__c: true };
    answer([row('e1', { Person__c: USER_ID })], hidden);
    await flush();
    expect(card.findAll('.expertise')).toHaveLength(0);
    expect(card.find('c-state-panel').message).toContain('You chose not to be named');
    await card.fire('.choose', 'click');
    await flush();
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'k1', Hide_Expertise__c: false } });
  });

  it('says why a choice could not be saved', async () => {
    create.mockRejectedValueOnce({ body: { message: 'You can only decide for yourself.' } });
    const card = await show([]);
    await card.fire('.choose', 'click');
    await flush();
    expect(card.text('.choice .error')).toBe('You can only decide for yourself.');
  });

  it('shows nothing of somebody who chose not to be named, whatever was published', async () => {
    const card = await show([row('e1')], { Id: 'k2', OwnerId: OTHER, Hide_Expertise__c: true }, OTHER);
    expect(card.findAll('.expertise')).toHaveLength(0);
    expect(card.find('c-state-panel').message).not.toContain('chose');
  });
});
