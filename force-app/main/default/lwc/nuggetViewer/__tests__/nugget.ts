import { connection } from 'test/wires';

export const NUGGET_ID = 'a01000000000001AAA';

function question(n: number, optional: object = {}): object {
  return {
    Id: `a06000000000${n}`,
    Prompt__c: `Question ${n}?`,
    Option_A__c: 'First',
    Option_B__c: 'Second',
    Option_C__c: 'Third',
    Option_D__c: null,
    Difficulty_State__c: null,
    Skill__r: { Code__c: 'discounting', Name: 'Discounting' },
    ...optional,
  };
}

export const NUGGET = {
  Id: NUGGET_ID,
  Name: 'Negotiating with procurement',
  Kind__c: 'Best practice',
  Summary__c: 'Trade, never give.',
  Body__c: '<p>Ask for something in return.</p>',
  Media_URL__c: null,
  Minutes__c: 2,
  Status__c: 'Published',
  Verified_On__c: '2026-10-12',
  Verification_Due__c: '2099-01-01',
  Check_Questions__r: [question(1), question(2)],
};

/** The viewer's answer from the org: the nugget, published readiness, earlier answers. */
export function nuggetAnswer(more: { nugget?: object; skills?: object[]; responses?: object[] } = {}): object {
  return {
    Nugget__c: connection([{ ...NUGGET, ...more.nugget }]),
    skills: connection(more.skills ?? []),
    overall: connection([]),
    Check_Response__c: connection(more.responses ?? []),
  };
}

/** An answer of the person to question `n`. */
export function earlierAnswer(n: number, correct: boolean, at: string): object {
  return {
    Id: `a07000000000${n}`,
    CreatedDate: at,
    Question__c: `a06000000000${n}`,
    Chosen_Option__c: 'A',
    Is_Correct__c: correct,
    Skill_Code__c: 'discounting',
    Question__r: { Difficulty_State__c: null },
  };
}
