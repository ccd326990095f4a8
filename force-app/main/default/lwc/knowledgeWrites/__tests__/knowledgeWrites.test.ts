import { acceptAnswer, castVote, saveEdit, setFollowing, verifyAnswer } from 'c/knowledgeWrites';
import USER_ID from '@salesforce/user/Id';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);

describe('what people write into the knowledge bank', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    create.mockResolvedValue({ apiName: '', id: 'new', fields: {} });
  });

  it('gives a first vote the key that makes it the only one', async () => {
    await expect(castVote('a00', 1, undefined)).resolves.toEqual({ id: 'new', value: 1 });
    expect(create).toHaveBeenCalledWith({
      apiName: 'Vote__c',
      fields: { Answer__c: 'a00', Value__c: 1, Key__c: `${USER_ID}:a00` },
    });
  });

  it('changes the vote there is', async () => {
    await castVote('a00', 0, { id: 'v1', value: 1 });
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'v1', Value__c: 0 } });
    expect(create).not.toHaveBeenCalled();
  });

  it('opens a question again when its accepted answer is taken back', async () => {
    await acceptAnswer('q1', undefined, 'Open');
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'q1', Accepted_Answer__c: null, Status__c: 'Open' } });
  });

  it('keeps what an answer was before it is overwritten', async () => {
    await saveEdit({ questionId: 'q1', answerId: 'a1', body: 'before' }, 'after');
    expect(create.mock.calls[0]?.[0]).toMatchObject({ apiName: 'Revision__c', fields: { Body__c: 'before' } });
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'a1', Body__c: 'after' } });
    expect(create.mock.invocationCallOrder[0]).toBeLessThan(update.mock.invocationCallOrder[0] ?? 0);
  });

  it('does not overwrite what could not be kept', async () => {
    create.mockRejectedValueOnce(new Error('no'));
    await expect(saveEdit({ questionId: 'q1', body: 'before' }, 'after', 'Title')).rejects.toThrow('no');
    expect(update).not.toHaveBeenCalled();
  });

  it('mutes a followed question rather than deleting what is the person’s own', async () => {
    await expect(setFollowing('q1', false, 'f1')).resolves.toBe('f1');
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'f1', Muted__c: true } });
  });

  it('marks an answer that no longer holds, and says who found so', async () => {
    const takeBack = await verifyAnswer('a1', 'Outdated', false);
    expect(create).toHaveBeenCalledWith({
      apiName: 'Verification__c',
      fields: { Answer__c: 'a1', Kind__c: 'Outdated' },
    });
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'a1', Outdated__c: true } });
    await takeBack();
    expect(update).toHaveBeenLastCalledWith({ fields: { Id: 'a1', Outdated__c: false } });
  });

  it('marks nothing anew where what is said is marked already', async () => {
    update.mockClear();
    await verifyAnswer('a1', 'Verified', false);
    expect(update).not.toHaveBeenCalled();
  });
});
