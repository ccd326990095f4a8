import { emptyPerson, emptyState, serializePerson, serializeState } from 'c/core';
import { connection } from 'test/wires';

export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

const skillRow = (code: string, name: string, more: object): object => ({
  Id: `a05-${code}`,
  Scope__c: 'Skill',
  Person__c: '005000000000000000',
  Score__c: 48,
  Lower__c: 40,
  Upper__c: 58,
  Target__c: 70,
  Gap_Flagged__c: false,
  Evidence_Count__c: 6,
  Enough_Evidence__c: true,
  Last_Evidence_At__c: '2026-01-01T10:00:00.000Z',
  Due_For_Review__c: null,
  State__c: serializeState(emptyState()),
  Skill__r: { Code__c: code, Name: name, Difficulty_State__c: null },
  ...more,
});

export const DUE = skillRow('discounting', 'Discounting', { Due_For_Review__c: '2026-01-03' });
export const GAP = skillRow('pricing', 'Pricing', { Gap_Flagged__c: true });
const OVERALL = { Id: 'a05o', Scope__c: 'Overall', State__c: serializePerson(emptyPerson()), Skill__r: null };

/** An answer of the person to question `id`. */
export const answered = (id: string, at: string, more: object = {}): object => ({
  Id: `a07-${id}`,
  CreatedDate: at,
  Question__c: id,
  Is_Correct__c: true,
  Seconds__c: 20,
  Skill_Code__c: 'elsewhere',
  Question__r: { Difficulty_State__c: null },
  ...more,
});

export function stateAnswer(rows: readonly object[] = [DUE, GAP], responses: readonly object[] = []): object {
  return {
    Readiness__c: connection(rows.length > 0 ? [...rows, OVERALL] : []),
    Check_Response__c: connection(responses),
  };
}

const question = (id: string, nugget: string): object => ({
  Id: id,
  Prompt__c: `${id}?`,
  Option_A__c: 'First',
  Option_B__c: 'Second',
  Option_C__c: null,
  Option_D__c: null,
  Difficulty_State__c: null,
  Nugget__c: nugget,
  Nugget__r: { Name: `About ${nugget}` },
});

/** Two questions about what is due, one about the gap. */
export const QUESTIONS = {
  Skill__c: connection([
    { Id: 's2', Code__c: 'pricing', Name: 'Pricing', Check_Questions__r: [question('p1', 'price')] },
    {
      Id: 's1',
      Code__c: 'discounting',
      Name: 'Discounting',
      Check_Questions__r: [question('d1', 'trade'), question('d2', 'trade')],
    },
  ]),
};
