import USER_ID from '@salesforce/user/Id';
import { createRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import { clearPage, flush } from 'test/wires';
import { assign, choose, closed, showChoices } from './training';

const create = jest.mocked(createRecord);

describe('assigning training', () => {
  beforeEach(() => {
    create.mockImplementation(({ fields }) =>
      Promise.resolve({ id: `for-${fields['Person__c']}` } as RecordRepresentation),
    );
  });
  afterEach(clearPage);

  it('gives each person the training and closes with the ids', async () => {
    const modal = await showChoices({ launchId: 'a0L' });
    const close = closed(modal);
    expect(modal.find('.assign').disabled).toBe(true);
    await choose(modal, 'a01g');
    await modal.fire('.note', 'change', { value: ' Before Friday ' });
    await assign(modal);
    expect(create.mock.calls[0]?.[0].fields).toMatchObject({
      Person__c: '005a',
      OwnerId: '005a',
      Nugget__c: 'a01g',
      Skill__c: 'a03',
      Launch__c: 'a0L',
      Due_On__c: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      Note__c: 'Before Friday',
      Reason__c: 'Gap',
    });
    expect(close).toHaveBeenCalledWith({ assignmentIds: ['for-005a', 'for-005c'] });
  });

  it.each([
    ['a0Pc', { Learning_Path__c: 'a0Pc', Nugget__c: undefined }],
    ['a03', { Learning_Path__c: undefined, Nugget__c: undefined, Skill__c: 'a03' }],
  ])('gives a path or the skill itself: %s', async (id, fields) => {
    const modal = await showChoices();
    await choose(modal, id);
    await assign(modal);
    expect(create.mock.calls[0]?.[0].fields).toMatchObject(fields);
  });

  it('does nothing while the date is not allowed', async () => {
    const modal = await showChoices();
    await choose(modal, 'a01g');
    modal.find('.due')['reportValidity'] = () => false;
    await modal.click('.assign');
    expect(create).not.toHaveBeenCalled();
  });

  it('names who failed, tries those again under the same key, and closes with all ids', async () => {
    const modal = await showChoices();
    const close = closed(modal);
    create.mockImplementationOnce(() => Promise.reject({ body: { message: 'Not above.' } }));
    await choose(modal, 'a01g');
    await assign(modal);
    expect(close).not.toHaveBeenCalled();
    expect(modal.element['disableClose']).toBe(true);
    expect(modal.text('.failures')).toBe('Assigned to 1 of 2 people. Not assigned: Ana Ruiz: Not above.');
    await expect(modal.element).toBeAccessible();
    await modal.click('.try-again');
    await flush();
    const keys = create.mock.calls.map(([{ fields }]) => fields['Request_Key__c']);
    expect(keys[2]).toBe(keys[0]);
    expect(close).toHaveBeenCalledWith({ assignmentIds: ['for-005c', 'for-005a'] });
  });

  it('can be left with what worked, and with nothing', async () => {
    const modal = await showChoices();
    const close = closed(modal);
    create.mockRejectedValueOnce(new Error('No.')).mockRejectedValueOnce(new Error('No.'));
    await choose(modal, 'a01g');
    await assign(modal);
    await modal.click('.done');
    expect(close).toHaveBeenLastCalledWith(null);
  });

  it('speaks to those who choose for themselves', async () => {
    const me = [{ id: USER_ID, name: 'Ana Ruiz' }];
    const modal = await showChoices({ people: me, reason: 'Own Choice' }, [
      { Id: 'x', Person__c: USER_ID, Nugget__c: 'a01g', Learning_Path__c: null },
    ]);
    expect(modal.has('.for-whom')).toBe(false);
    expect(modal.find('.assign').label).toBe('Add to my plan');
    await choose(modal, 'a01g');
    expect(modal.text('.planned')).toBe('Already in your plan');
    create.mockRejectedValueOnce(new Error('No.'));
    await choose(modal, 'a01c');
    await assign(modal);
    expect(modal.text('.failures')).toBe('Not added to your plan: No.');
    await expect(modal.element).toBeAccessible();
  });

  it('is cancelled without a trace', async () => {
    const modal = await showChoices();
    const close = closed(modal);
    await modal.click('.cancel');
    expect(close).toHaveBeenCalledWith(null);
    expect(create).not.toHaveBeenCalled();
  });
});
