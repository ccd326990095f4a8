import TeamFilters from 'c/teamFilters';
import { NO_FILTER } from 'c/teamData';
import { mount, type Mounted } from 'test/mount';
import { clearPage } from 'test/wires';

const TEAMS = [
  { label: 'Ben Okafor', value: '005B' },
  { label: 'Mia Chen', value: '005M' },
];

const show = (properties: object = {}): Promise<Mounted> =>
  mount('c-team-filters', TeamFilters, { filter: NO_FILTER, teams: TEAMS, roles: ['AE', 'AM'], ...properties });

describe('c-team-filters', () => {
  afterEach(clearPage);

  it.each([
    ['.team', { value: '005B' }, { teamId: '005B' }],
    ['.role', { value: 'AE' }, { role: 'AE' }],
    ['.name', { value: 'ana' }, { name: 'ana' }],
    ['.gaps-only', { checked: true }, { gapsOnly: true }],
  ])('%s changes its part of the filter', async (selector, detail, expected) => {
    const filters = await show({ filter: { ...NO_FILTER, role: 'AM' } });
    const heard = jest.fn();
    filters.element.addEventListener('filter', (event) => heard((event as CustomEvent).detail));
    await filters.fire(selector, 'change', detail);
    expect(heard).toHaveBeenCalledWith({ ...NO_FILTER, role: 'AM', ...expected });
    await expect(filters.element).toBeAccessible();
  });

  it('offers no choice where there is nothing to choose', async () => {
    const filters = await show({ teams: TEAMS.slice(1), roles: ['AE'] });
    expect([filters.has('.team'), filters.has('.role'), filters.has('.name')]).toEqual([false, false, true]);
  });
});
