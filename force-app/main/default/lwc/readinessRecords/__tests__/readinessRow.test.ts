import { recordsIn } from 'c/graphqlRecords';
import { toCheckResponse, toReadinessRow, toSkillStanding } from 'c/readinessRecords';
import { connection } from 'test/wires';

const read = (record: object) => recordsIn({ uiapi: { query: { X: connection([record]) } } }, 'X')[0] ?? {};

describe('toReadinessRow', () => {
  const contribution = { evidenceId: 'a1', kind: 'check', at: '2026-11-01T10:00:00.000Z', points: 3.2, value: 1 };

  it('reads a skill row with its evidence', () => {
    const row = toReadinessRow(
      read({
        Id: 'a05',
        Scope__c: 'Skill',
        Person__c: '005',
        Score__c: 42.5,
        Target__c: 70,
        Gap_Flagged__c: true,
        Enough_Evidence__c: true,
        Skill__r: { Code__c: 'discounting', Name: 'Discounting', Domain__c: 'Selling Process' },
        Evidence__c: JSON.stringify([contribution, { not: 'a contribution' }]),
      }),
    );
    expect(row).toMatchObject({
      scope: 'Skill',
      skillCode: 'discounting',
      domain: 'Selling Process',
      score: 42.5,
      gapFlagged: true,
      contributions: [contribution],
    });
  });

  it.each([undefined, null, 'not json', '{}', '[1, null]'])('shows no evidence for %s', (json) => {
    expect(toReadinessRow(read({ Id: 'a05', Evidence__c: json })).contributions).toEqual([]);
  });

  it('gives a standing without a score where there is too little evidence', () => {
    const row = toReadinessRow(read({ Id: 'a05', Score__c: 42, Target__c: 70, Enough_Evidence__c: false }));
    expect(toSkillStanding(row)).toMatchObject({ score: undefined, target: 70 });
  });
});

describe('toCheckResponse', () => {
  const response = {
    Id: 'a07',
    Question__c: 'a06',
    Skill_Code__c: 'discounting',
    CreatedDate: '2026-11-01T10:00:00.000+0000',
    Is_Correct__c: true,
    Question__r: { Difficulty_State__c: '{}' },
  };

  it('reads an answer, its moment in UTC', () => {
    expect(toCheckResponse(read(response))).toEqual({
      id: 'a07',
      questionId: 'a06',
      skillCode: 'discounting',
      at: '2026-11-01T10:00:00.000Z',
      correct: true,
      difficulty: '{}',
    });
  });

  it.each(['Question__c', 'Skill_Code__c', 'CreatedDate'])('gives nothing without %s', (field) => {
    expect(toCheckResponse(read({ ...response, [field]: null }))).toBeUndefined();
  });
});
