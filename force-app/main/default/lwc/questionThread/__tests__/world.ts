import USER_ID from '@salesforce/user/Id';
import { connection } from 'test/wires';

const question = {
  Id: 'q1',
  Title__c: 'Is support included?',
  Body__c: '<p>They say so.</p>',
  Status__c: 'Open',
  Source__c: 'Web',
  Context__c: '[{"label":"Stage","value":"Negotiation"}]',
  OwnerId: USER_ID,
  Owner: { Name: 'Ana Ruiz' },
  CreatedDate: '2026-03-01T10:00:00.000Z',
};
const answers = [
  {
    Id: 'a1',
    Body__c: 'Perhaps.',
    Score__c: 0,
    OwnerId: '005B',
    Owner: { Name: 'Ben Okafor' },
    CreatedDate: '2026-03-02T10:00:00.000Z',
  },
  {
    Id: 'a2',
    Body__c: 'One year.',
    Score__c: 3,
    OwnerId: '005C',
    Owner: { Name: 'Carla Moreno' },
    CreatedDate: '2026-03-03T10:00:00.000Z',
  },
];

/** What differs from the question that this world holds. */
export interface World {
  readonly question?: object;
  readonly votes?: object[];
  readonly verifications?: object[];
  readonly requests?: object[];
  /** What the better of the two answers says. */
  readonly answer?: string;
  readonly revisions?: object[];
}

/** What the org answers of a question with two answers and a comment. */
export const world = ({
  question: changes = {},
  votes = [],
  verifications = [],
  requests = [],
  answer = 'One year.',
  revisions = [],
}: World = {}) => ({
  Question__c: connection([{ ...question, Expert_Requests__r: requests, ...changes }]),
  Answer__c: connection(answers.map((each) => (each.Id === 'a2' ? { ...each, Body__c: answer } : each))),
  Vote__c: connection(votes),
  Comment__c: connection([
    { Id: 'c1', Body__c: 'Which plan?', Answer__c: 'a2', CreatedBy: { Name: 'Ana Ruiz' }, CreatedDate: '2026-03-04' },
  ]),
  Verification__c: connection(verifications),
  Revision__c: connection(revisions),
  Tagging__c: connection([{ Id: 't1', Tag__r: { Name: 'globex' } }]),
  Follow__c: connection([]),
});
