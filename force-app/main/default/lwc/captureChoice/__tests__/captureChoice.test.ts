import CaptureChoice from 'c/captureChoice';
import USER_ID from '@salesforce/user/Id';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);

async function show(rows: readonly object[] = []): Promise<Mounted> {
  const choice = await mount('c-capture-choice', CaptureChoice, { recordId: USER_ID });
  answerGraphql('OwnCaptureChoice', { Capture_Consent__c: connection(rows) });
  await flush();
  return choice;
}

describe('c-capture-choice', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    create.mockResolvedValue({ apiName: 'Capture_Consent__c', id: 'c1', fields: {} });
    update.mockResolvedValue({ apiName: 'Capture_Consent__c', id: 'c1', fields: {} });
  });
  afterEach(clearPage);

  it('asks each time unless one said otherwise', async () => {
    const choice = await show();
    expect(graphqlVariables('OwnCaptureChoice')).toEqual({ userId: USER_ID, key: USER_ID });
    expect(choice.find('lightning-radio-group').value).toBe('Pending');
    await expect(choice.element).toBeAccessible();
  });

  it('is nobody else’s', async () => {
    const choice = await mount('c-capture-choice', CaptureChoice, { recordId: '005000000000002AAA' });
    expect(choice.has('lightning-card')).toBe(false);
  });

  it('is a stencil while loading, and says what happened on an error', async () => {
    const choice = await mount('c-capture-choice', CaptureChoice, { recordId: USER_ID });
    expect(choice.find('c-state-panel').state).toBe('loading');
    await expect(choice.element).toBeAccessible();
    const refresh = failGraphql('OwnCaptureChoice', 'Away.');
    await flush();
    expect(choice.find('c-state-panel').message).toBe('Away.');
    await expect(choice.element).toBeAccessible();
    await choice.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('is saved once, and changed from then on', async () => {
    const choice = await show();
    await choice.fire('lightning-radio-group', 'change', { value: 'Refused' });
    expect(create).toHaveBeenCalledWith({
      apiName: 'Capture_Consent__c',
      fields: { Key__c: USER_ID, Decision__c: 'Refused' },
    });
    await flush();
    await choice.fire('lightning-radio-group', 'change', { value: 'Agreed' });
    expect(update.mock.calls[0]?.[0].fields).toEqual({ Id: 'c1', Decision__c: 'Agreed' });
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('is as before where the org refuses it', async () => {
    const toast = jest.fn();
    const choice = await show([{ Id: 'c9', Decision__c: 'Agreed' }]);
    choice.element.addEventListener('lightning__showtoast', toast);
    update.mockRejectedValueOnce({ body: { message: 'No.' } });
    await choice.fire('lightning-radio-group', 'change', { value: 'Refused' });
    await flush();
    expect(toast).toHaveBeenCalledTimes(1);
    expect(choice.find('lightning-radio-group').value).toBe('Agreed');
  });
});
