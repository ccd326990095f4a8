import CaptureReview from 'c/captureReview';
import { updateRecord } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush } from 'test/wires';

jest.mock('@salesforce/apex/KnowledgeSearch.find', () => ({ default: jest.fn() }), { virtual: true });

const update = jest.mocked(updateRecord);

const exchange = (id: string, status = 'Draft', consent = 'Notice') => ({
  Id: id,
  Question_Title__c: `Question ${id}`,
  Status__c: status,
  Consent__c: consent,
  Captured_At__c: '2026-03-01T10:00:00.000Z',
});

async function show(...exchanges: readonly object[]): Promise<Mounted> {
  const review = await mount('c-capture-review', CaptureReview);
  answerGraphql('CapturedExchanges', { Captured_Exchange__c: connection(exchanges) });
  await flush();
  return review;
}

const titles = (review: Mounted): (string | null)[] =>
  review.findAll('.item-title').map(({ textContent }) => textContent);
const fields = (call: number): unknown => update.mock.calls[call]?.[0].fields;
const edition = { title: 'Edited', body: '', tags: '', answers: [] };
const draft = { title: 'Edited', body: 'B', answers: [{ messageKey: 'm', body: 'A' }], tags: [] };

describe('c-capture-review', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    update.mockResolvedValue({ apiName: 'Captured_Exchange__c', id: 'e1', fields: {} });
  });
  afterEach(clearPage);

  it('lists what waits and opens the first', async () => {
    const review = await show(exchange('e1'), exchange('e2', 'Draft', 'Pending'));
    expect(titles(review)).toEqual(['Question e1', 'Question e2']);
    expect(review.find('c-capture-draft').exchangeId).toBe('e1');
    await expect(review.element).toBeAccessible();
    review.findAll('.item')[1]?.click();
    await flush();
    expect(review.find('c-capture-draft').exchangeId).toBe('e2');
  });

  it('says at once of an exchange that somebody refused it', async () => {
    const review = await mount('c-capture-review', CaptureReview);
    answerGraphql('CapturedExchanges', {
      Captured_Exchange__c: connection([exchange('e1', 'Draft', 'Pending'), exchange('e2', 'Draft', 'Pending')]),
      Capture_Consent__c: connection([{ Id: 'c1', Captured_Exchange__c: 'e2' }]),
    });
    await flush();
    const facts = review.findAll('.item').map(({ textContent }) => textContent);
    expect(facts[0]).toContain('not everybody has agreed yet');
    expect(facts[1]).toContain('somebody refused: the next sync erases it');
    await expect(review.element).toBeAccessible();
  });

  it('has a state for loading, for nothing and for an error', async () => {
    const review = await mount('c-capture-review', CaptureReview);
    expect(review.find('c-state-panel').state).toBe('loading');
    await expect(review.element).toBeAccessible();
    const refresh = failGraphql('CapturedExchanges', 'The server is away.');
    await flush();
    expect(review.find('c-state-panel').message).toBe('The server is away.');
    await expect(review.element).toBeAccessible();
    await review.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
    answerGraphql('CapturedExchanges', { Captured_Exchange__c: connection([]) });
    await flush();
    expect(review.find('c-state-panel').state).toBe('empty');
    await expect(review.element).toBeAccessible();
  });

  it('approves in one update, goes on to the next, and takes it back', async () => {
    const review = await show(exchange('e1'), exchange('e2'));
    await review.fire('c-capture-draft', 'approve', { draft, edition });
    expect(fields(0)).toEqual({ Id: 'e1', Status__c: 'Approved', Approved_Draft__c: JSON.stringify(draft) });
    expect(titles(review)).toEqual(['Question e2']);
    expect(review.text('.decision-text')).not.toBe('');
    await expect(review.element).toBeAccessible();

    await review.click('.undo');
    await flush();
    expect(fields(1)).toEqual({ Id: 'e1', Status__c: 'Draft', Approved_Draft__c: null });
    expect(titles(review)).toEqual(['Question e1', 'Question e2']);
    expect(review.find('c-capture-draft').edition).toEqual(edition);
  });

  it('erases every text in the update that rejects, and writes it back from what the page holds', async () => {
    const review = await show(exchange('e1'));
    const texts = { Original__c: 'All of it', Question_Title__c: 'Question e1' };
    await review.fire('c-capture-draft', 'reject', { texts, edition });
    expect(fields(0)).toMatchObject({
      Id: 'e1',
      Status__c: 'Rejected',
      Original__c: null,
      Question_Title__c: null,
      Question_Body__c: null,
      Answers__c: null,
      Participants__c: null,
      Redactions__c: null,
      Subject__c: null,
      Suggested_Tags__c: null,
    });
    expect(review.find('c-state-panel').state).toBe('empty');
    await review.click('.undo');
    await flush();
    expect(fields(1)).toEqual({ Id: 'e1', Status__c: 'Draft', ...texts, Approved_Draft__c: null });
    expect(titles(review)).toEqual(['Question e1']);
  });

  it('brings an exchange back as it was edited where the org refuses', async () => {
    const toast = jest.fn();
    const review = await show(exchange('e1'), exchange('e2'));
    review.element.addEventListener('lightning__showtoast', toast);
    update.mockRejectedValueOnce({ body: { message: 'Locked' } });
    await review.fire('c-capture-draft', 'approve', { draft, edition });
    await flush();
    expect(toast).toHaveBeenCalledTimes(1);
    expect(titles(review)).toEqual(['Question e1', 'Question e2']);
    expect(review.find('c-capture-draft').exchangeId).toBe('e1');
    expect(review.find('c-capture-draft').edition).toEqual(edition);
  });

  it('keeps what was edited when another exchange is opened meanwhile', async () => {
    const review = await show(exchange('e1'), exchange('e2'));
    await review.fire('c-capture-draft', 'edit', { edition });
    review.findAll('.item')[1]?.click();
    await flush();
    expect(review.find('c-capture-draft').edition).toBeUndefined();
    review.findAll('.item')[0]?.click();
    await flush();
    expect(review.find('c-capture-draft').edition).toEqual(edition);
  });

  it('lets an approval of another day be taken back until it is published', async () => {
    const review = await show(exchange('e1', 'Approved'));
    expect(review.find('c-state-panel').state).toBe('empty');
    await review.click('.undo');
    await flush();
    expect(fields(0)).toEqual({ Id: 'e1', Status__c: 'Draft', Approved_Draft__c: null });
    expect(titles(review)).toEqual(['Question e1']);
  });
});
