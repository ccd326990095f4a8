import { logSearch, noteClick } from 'c/searchLog';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);

describe('the search log', () => {
  beforeEach(() => jest.clearAllMocks());

  it('notes what was searched for, and that it was opened', async () => {
    create.mockResolvedValueOnce({ apiName: 'Search_Log__c', id: 's1', fields: {} });
    const logged = logSearch(` ${'x'.repeat(300)}`, 3);
    await noteClick(logged);
    expect(create.mock.calls[0]?.[0].fields).toEqual({ Query__c: 'x'.repeat(255), Result_Count__c: 3 });
    expect(update).toHaveBeenCalledWith({ fields: { Id: 's1', Clicked__c: true } });
  });

  it('does not stand in the way where it is refused', async () => {
    create.mockRejectedValueOnce(new Error('no'));
    await expect(noteClick(logSearch('globex', 0))).resolves.toBeUndefined();
    expect(update).not.toHaveBeenCalled();
  });
});
