import USER_ID from '@salesforce/user/Id';
import { toThread } from '../thread';
import { world, type World } from './world';

describe('a thread of what was answered', () => {
  const dataOf = (some: World) => ({ uiapi: { query: world(some) } });

  it('has the accepted answer first, then what was verified, then by votes', () => {
    const ids = (some: World) => toThread(dataOf(some), USER_ID)?.answers.map(({ id }) => id);
    expect(ids({})).toEqual(['a2', 'a1']);
    expect(ids({ question: { Accepted_Answer__c: 'a1' } })).toEqual(['a1', 'a2']);
    const verifications = [{ Id: 'v', Answer__c: 'a1', Kind__c: 'Verified', CreatedBy: { Name: 'Dan' } }];
    expect(ids({ verifications })).toEqual(['a1', 'a2']);
  });

  it('shows shared facts as words, and none where they are not readable', () => {
    expect(toThread(dataOf({}), USER_ID)?.context).toEqual(['Stage: Negotiation']);
    expect(toThread(dataOf({ question: { Context__c: '{oops' } }), USER_ID)?.context).toEqual([]);
  });
});
