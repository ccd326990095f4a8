import { QueryFixture } from './testing/query-fixture.ts';

describe('polymorphic relationships', () => {
  const desk = new QueryFixture();
  const owner = desk.add('User', { Name: 'Cy Coe', FirstName: 'Cy', LastName: 'Coe' });
  const account = desk.add('Account', { Name: 'Initech', Phone: '555', OwnerId: owner });
  const deal = desk.add('Opportunity', { Name: 'Big', Amount: 7, StageName: 'Prospecting', OwnerId: owner });
  desk.add('Task', { Subject: 'a', WhatId: account, OwnerId: owner });
  desk.add('Task', { Subject: 'd', WhatId: deal, OwnerId: owner });
  desk.add('Task', { Subject: 'n', OwnerId: owner });
  const task = (text: string) => desk.values(text);

  test('show name and type', () => {
    expect(task('SELECT Subject, What.Name, What.Type, Owner.Name FROM Task ORDER BY Subject')).toEqual([
      ['a', { attributes: nameOf('Account', account), Name: 'Initech', Type: 'Account' }, ownedBy()],
      ['d', { attributes: nameOf('Opportunity', deal), Name: 'Big', Type: 'Opportunity' }, ownedBy()],
      ['n', null, ownedBy()],
    ]);
  });

  test('filter and sort by type and name', () => {
    expect(task(`SELECT Subject FROM Task WHERE What.Type IN ('account')`)).toEqual([['a']]);
    expect(task(`SELECT Subject FROM Task WHERE What.Name = 'BIG' AND Owner.Name LIKE 'cy%'`)).toEqual([['d']]);
    expect(task(`SELECT Subject FROM Task ORDER BY What.Name NULLS LAST`)).toEqual([['d'], ['a'], ['n']]);
  });

  test('TYPEOF reads what each type has', () => {
    const text = `SELECT Subject, TYPEOF What WHEN Account THEN Phone, Owner.Name WHEN Campaign THEN StartDate ELSE Name END FROM Task ORDER BY Subject`;
    expect(task(text)).toEqual([
      [
        'a',
        {
          attributes: { ...nameOf('Account', account), type: 'Account' },
          Phone: '555',
          Owner: { ...ownedBy(), attributes: { ...ownedBy().attributes, type: 'User' } },
        },
      ],
      ['d', { attributes: { ...nameOf('Opportunity', deal), type: 'Opportunity' }, Name: 'Big' }],
      ['n', null],
    ]);
  });

  test('have only the common fields', () => {
    expect(() => desk.soql('SELECT What.Amount FROM Task')).toThrow("No such column 'Amount' on entity 'Name'");
  });

  function nameOf(object: string, id: string) {
    return { type: 'Name', url: `/services/data/v66.0/sobjects/${object}/${id}` };
  }

  function ownedBy() {
    return { attributes: nameOf('User', owner), Name: 'Cy Coe' };
  }
});
