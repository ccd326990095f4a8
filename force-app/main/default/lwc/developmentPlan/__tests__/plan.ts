import USER_ID from '@salesforce/user/Id';
import { connection } from 'test/wires';

export const ME = USER_ID;
export const BOSS = '005boss';

/** An assignment by the manager, with one nugget of three checks, unless said otherwise. */
export const assignment = (id: string, more: object = {}): object => ({
  Id: id,
  Nugget__c: 'a01n',
  Learning_Path__c: null,
  Skill__c: 'a03',
  Due_On__c: null,
  Done_On__c: null,
  Note__c: null,
  Reason__c: 'Gap',
  Nudged_At__c: null,
  CreatedDate: '2026-01-05T09:00:00.000Z',
  CreatedById: BOSS,
  CreatedBy: { Name: 'Ben Okafor' },
  Nudged_By__r: { Name: 'Ben Okafor' },
  Nugget__r: { Name: 'Trade, never give', Minutes__c: 2, Status__c: 'Published' },
  Learning_Path__r: { Name: null },
  Skill__r: { Name: 'Negotiation' },
  ...more,
});

export const PATH_ITEM = assignment('a0Zp', {
  Nugget__c: null,
  Learning_Path__c: 'a0P',
  Skill__c: null,
  Skill__r: { Name: null },
  Nugget__r: { Name: null },
  Learning_Path__r: { Name: 'Beating Globex' },
  Reason__c: 'Own Choice',
  CreatedById: ME,
});

const step = (id: string, name: string): object => ({
  Id: `step-${id}`,
  Learning_Path__c: 'a0P',
  Nugget__c: id,
  Nugget__r: { Name: name, Minutes__c: 3, Status__c: 'Published' },
});

const skill = (id: string, name: string, score: number, gapFlagged: boolean): object => ({
  Id: `r-${id}`,
  Skill__c: id,
  Skill__r: { Name: name },
  Score__c: score,
  Target__c: 70,
  Enough_Evidence__c: true,
  Gap_Flagged__c: gapFlagged,
});

export const planAnswer = (assignments: object[], personId: string = ME): object => ({
  User: connection([
    { Id: personId, Name: 'Ana Ruiz', ManagerId: personId === ME ? BOSS : ME, Manager: { ManagerId: null } },
  ]),
  Assignment__c: connection(assignments),
  Path_Step__c: connection([step('a01x', 'Total cost'), step('a01y', 'The late discount')]),
  Readiness__c: connection([skill('a03', 'Negotiation', 60, true), skill('a04', 'Forecasting', 20, false)]),
});

const event = (nuggetId: string, at: string): object => ({ Id: `e-${at}`, Nugget__c: nuggetId, CreatedDate: at });

export const evidenceAnswer = (completed: string[] = [], right: string[] = []): object => ({
  Check_Question__c: connection(['q1', 'q2', 'q3'].map((Id) => ({ Id, Nugget__c: 'a01n' }))),
  Nugget_Skill__c: connection([{ Id: 'ns', Nugget__c: 'a01n', Skill__c: 'a03' }]),
  Learning_Event__c: connection(completed.map((id) => event(id, '2026-01-06T09:00:00.000Z'))),
  Check_Response__c: connection(
    right.map((Question__c) => ({ Id: `r-${Question__c}`, Question__c, CreatedDate: '2026-01-06T09:00:00.000Z' })),
  ),
});
