import { toLearningEvents, toSkillNuggets } from 'c/nuggetChoice';
import { connection } from 'test/wires';

describe('reading the answers', () => {
  it('reads nuggets with the weight of each skill', () => {
    const record = {
      Id: 'a01',
      Name: 'Price',
      Minutes__c: 2,
      Level__c: null,
      Nugget_Skills__r: [{ Weight__c: null, Skill__r: { Code__c: 'pricing' } }],
    };
    expect(toSkillNuggets({ uiapi: { query: { Nugget__c: connection([record]) } } })).toEqual([
      { id: 'a01', title: 'Price', minutes: 2, level: 1, skills: { pricing: 1 } },
    ]);
  });

  it('reads learning events', () => {
    const record = {
      Id: 'a02',
      Nugget__c: 'a01',
      Type__c: 'Helpful',
      Undone__c: true,
      CreatedDate: '2026-11-01T10:00:00Z',
    };
    expect(toLearningEvents({ uiapi: { query: { Learning_Event__c: connection([record]) } } })).toEqual([
      { id: 'a02', nuggetId: 'a01', type: 'Helpful', undone: true, at: '2026-11-01T10:00:00.000Z' },
    ]);
  });
});
