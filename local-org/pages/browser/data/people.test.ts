import { groupPeople, initialsOf } from './people.ts';

const people = [
  { id: '1', name: 'Ana Ruiz', title: 'Account Executive', role: 'East' },
  { id: '2', name: 'Ben Okafor', title: 'Sales Manager', role: 'West' },
  { id: '3', name: 'Cy', title: '', role: '' },
];

describe('groupPeople', () => {
  it('groups by role in the order given and marks who is looking', () => {
    const groups = groupPeople(people, '', '2');
    expect(groups.map(({ role }) => role)).toEqual(['East', 'West', 'No role']);
    expect(groups[1]?.people[0]?.current).toBe(true);
  });

  it('finds every word in name, title or role', () => {
    expect(groupPeople(people, 'west man', '')[0]?.people[0]?.name).toBe('Ben Okafor');
    expect(groupPeople(people, 'nobody', '')).toEqual([]);
  });

  it('makes initials of first and last name', () => {
    expect(['Ana Maria Ruiz', 'Cy', ''].map(initialsOf)).toEqual(['AR', 'C', '']);
  });
});
