import type { ObjectModel } from '../../model/types.ts';
import { countQuery, listQuery, type ListState } from './list-query.ts';

const object: ObjectModel = {
  apiName: 'Opportunity',
  label: 'Opportunity',
  labelPlural: 'Opportunities',
  keyPrefix: '006',
  icon: 'standard:opportunity',
  nameField: 'Name',
  owned: true,
  highlights: [],
  sections: [],
  relatedLists: [],
  listColumns: [
    { path: 'Name', label: 'Name', type: 'String', sortable: true, linkTo: 'Id' },
    { path: 'Account.Name', label: 'Account', type: 'String', sortable: true, linkTo: 'AccountId' },
    { path: 'Amount', label: 'Amount', type: 'Currency', sortable: true },
  ],
};
const state: ListState = { scope: 'mine', search: '', sortBy: 'Amount', descending: true };

describe('list queries', () => {
  it('selects columns and the ids they link to, of my records, sorted', () => {
    expect(listQuery(object, state, '005X', 50)).toBe(
      "SELECT Id, Name, Account.Name, AccountId, Amount FROM Opportunity WHERE OwnerId = '005X' ORDER BY Amount DESC NULLS LAST, Id LIMIT 50 OFFSET 50",
    );
  });

  it('searches text columns for exactly what was typed', () => {
    expect(countQuery(object, { ...state, scope: 'all', search: "O'Neil 50%_\\" }, '005X')).toBe(
      "SELECT COUNT() FROM Opportunity WHERE (Name LIKE '%O\\'Neil 50\\%\\_\\\\%' OR Account.Name LIKE '%O\\'Neil 50\\%\\_\\\\%')",
    );
  });
});
