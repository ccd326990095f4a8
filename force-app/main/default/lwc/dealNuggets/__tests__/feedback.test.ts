import { createRecord, updateRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import { answerGraphql, clearPage, connection, flush } from 'test/wires';
import { candidates, CONTEXT, DEAL_FIELDS, DEAL_ID, GLOBEX } from './deal';
import { show, showDeal, showReady, titles } from './panel';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);

const saved = (id: string): RecordRepresentation => ({ apiName: 'Learning_Event__c', id, fields: {} });

describe('feedback on a nugget of a deal', () => {
  beforeEach(() => {
    create.mockResolvedValue(saved('a09000000000001'));
    update.mockResolvedValue(saved('a09000000000001'));
  });
  afterEach(clearPage);

  it.each([
    ['.helpful', 'Helpful', 'You found this helpful.'],
    ['.not-helpful', 'Not Helpful', 'You found this not helpful.'],
  ])('%s shows at once and saves one event', async (button, type, words) => {
    const panel = await showReady();
    await panel.click(button);
    expect(panel.text('.said')).toBe(words);
    expect(create).toHaveBeenCalledTimes(1);
    expect(create.mock.calls[0]?.[0].fields).toMatchObject({
      Nugget__c: 'a01000000000002',
      Opportunity__c: DEAL_ID,
      Type__c: type,
    });
    await expect(panel.element).toBeAccessible();
  });

  it('puts a nugget away in its place, and brings it back', async () => {
    const panel = await showReady();
    await panel.click('.dismiss');
    expect(panel.text('.put-away')).toContain('Put away for 30 days.');
    await expect(panel.element).toBeAccessible();
    await panel.click('.undo');
    expect(titles(panel)).toHaveLength(2);
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'a09000000000001', Undone__c: true } });
  });

  it('takes feedback back that could not be saved, and says so', async () => {
    const panel = await showReady();
    const toast = jest.fn();
    panel.element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail));
    create.mockRejectedValueOnce({ body: { message: 'The server is away.' } });
    await panel.click('.helpful');
    await flush();
    expect(panel.has('.said')).toBe(false);
    expect(toast).toHaveBeenCalledWith(expect.objectContaining({ message: 'The server is away.', variant: 'error' }));
  });

  it('remembers what was said on an earlier visit', async () => {
    const panel = await show();
    const event = { Id: 'e7', Nugget__c: 'a01000000000002', Type__c: 'Helpful', Undone__c: false };
    await showDeal(DEAL_FIELDS, {
      ...CONTEXT,
      Learning_Event__c: connection([{ ...event, CreatedDate: '2026-10-01T10:00:00.000Z' }]),
    });
    answerGraphql('DealCandidates', candidates([GLOBEX]));
    await flush();
    expect(panel.text('.said')).toBe('You found this helpful.');
    await panel.click('.undo');
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'e7', Undone__c: true } });
  });
});
