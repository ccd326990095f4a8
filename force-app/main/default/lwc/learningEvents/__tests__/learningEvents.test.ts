import { recordLearningEvent, undoLearningEvent } from 'c/learningEvents';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);

describe('learning events', () => {
  it('saves the event and gives its id', async () => {
    create.mockResolvedValueOnce({ apiName: 'Learning_Event__c', id: 'a09', fields: {} });
    const event = { nuggetId: 'a01', opportunityId: '006', type: 'Viewed' as const, seconds: 42 };
    await expect(recordLearningEvent(event)).resolves.toBe('a09');
    expect(create).toHaveBeenCalledWith({
      apiName: 'Learning_Event__c',
      fields: { Nugget__c: 'a01', Opportunity__c: '006', Type__c: 'Viewed', Seconds__c: 42 },
    });
  });

  it('undoes by marking, not by deleting', async () => {
    await undoLearningEvent('a09');
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'a09', Undone__c: true } });
  });
});
