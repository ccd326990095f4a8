import CaptureConsents from 'c/captureConsents';
import USER_ID from '@salesforce/user/Id';
import { updateRecord } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

const update = jest.mocked(updateRecord);
const asked = [
  {
    Id: 'c1',
    Question_Title__c: 'How much discount?',
    Draft__c: 'For bundles.\n\n—\n\nTen.',
    Shown_Version__c: 1,
    Agreed_Version__c: null,
  },
];
const changed = [{ ...asked[0], Draft__c: 'For bundles.\n\n—\n\nTwelve.', Shown_Version__c: 2, Agreed_Version__c: 1 }];

async function show(rows: readonly object[] = asked): Promise<Mounted> {
  const consents = await mount('c-capture-consents', CaptureConsents);
  answerGraphql('OwnCaptureConsents', { Capture_Consent__c: connection(rows) });
  await flush();
  return consents;
}

describe('c-capture-consents', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    update.mockResolvedValue({ apiName: 'Capture_Consent__c', id: 'c1', fields: {} });
  });
  afterEach(clearPage);

  it('shows the exchange as it would be published', async () => {
    const consents = await show();
    expect(graphqlVariables('OwnCaptureConsents')).toEqual({ userId: USER_ID });
    expect(consents.text('.text')).toContain('Ten.');
    await expect(consents.element).toBeAccessible();
  });

  it('has a state for loading, for nothing and for an error', async () => {
    const consents = await mount('c-capture-consents', CaptureConsents);
    expect(consents.find('c-state-panel').state).toBe('loading');
    const refresh = failGraphql('OwnCaptureConsents', 'Away.');
    await flush();
    expect(consents.find('c-state-panel').message).toBe('Away.');
    await expect(consents.element).toBeAccessible();
    await consents.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
    answerGraphql('OwnCaptureConsents', { Capture_Consent__c: connection([]) });
    await flush();
    expect(consents.find('c-state-panel').state).toBe('empty');
    await expect(consents.element).toBeAccessible();
  });

  it.each([
    ['.agree', 'Agreed', { Agreed_Version__c: 1 }],
    ['.refuse', 'Refused', {}],
  ])('%s saves %s, and undoes it', async (button, decision, version) => {
    const consents = await show();
    await consents.click(button);
    expect(update.mock.calls[0]?.[0].fields).toEqual({ Id: 'c1', Decision__c: decision, ...version });
    expect(consents.has('.text')).toBe(false);
    await expect(consents.element).toBeAccessible();
    // The org no longer lists it; it stays on the page so that it can be undone.
    answerGraphql('OwnCaptureConsents', { Capture_Consent__c: connection([]) });
    await consents.click('.undo');
    expect(update.mock.calls[1]?.[0].fields).toEqual({ Id: 'c1', Decision__c: 'Pending' });
    expect(consents.has('.text')).toBe(true);
  });

  it('says where a draft has changed since the reader agreed to it', async () => {
    const consents = await show();
    expect(consents.has('.changed')).toBe(false);
    await consents.click('.agree');
    expect(consents.has('.said')).toBe(true);
    answerGraphql('OwnCaptureConsents', { Capture_Consent__c: connection(changed) });
    await flush();
    expect(consents.text('.changed')).toContain('changed');
    expect(consents.text('.text')).toContain('Twelve.');
    await expect(consents.element).toBeAccessible();
    await consents.click('.agree');
    expect(update.mock.calls[1]?.[0].fields).toMatchObject({ Decision__c: 'Agreed', Agreed_Version__c: 2 });
  });

  it('takes back what the org refuses, in words, and asks what is shown by now', async () => {
    const toast = jest.fn();
    const consents = await mount('c-capture-consents', CaptureConsents);
    const refresh = answerGraphql('OwnCaptureConsents', { Capture_Consent__c: connection(asked) });
    await flush();
    consents.element.addEventListener('lightning__showtoast', toast);
    update.mockRejectedValueOnce({ body: { message: 'No.' } });
    await consents.click('.agree');
    await flush();
    expect(toast).toHaveBeenCalledTimes(1);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(consents.has('.agree')).toBe(true);
  });

  it('says where what is shown by now cannot be read, and saves what is decided next', async () => {
    const toast = jest.fn();
    const consents = await mount('c-capture-consents', CaptureConsents);
    const refresh = answerGraphql('OwnCaptureConsents', { Capture_Consent__c: connection(asked) });
    await flush();
    consents.element.addEventListener('lightning__showtoast', (event) =>
      toast((event as CustomEvent<{ message: string }>).detail.message),
    );
    update.mockRejectedValueOnce({ body: { message: 'No.' } });
    refresh.mockRejectedValueOnce(new Error('Away.'));
    await consents.click('.agree');
    await flush();
    expect(toast.mock.calls).toEqual([['No.'], ['Away.']]);
    await consents.click('.refuse');
    expect(update.mock.calls[1]?.[0].fields).toEqual({ Id: 'c1', Decision__c: 'Refused' });
  });
});
