import TeamReadiness from 'c/teamReadiness';
import USER_ID from '@salesforce/user/Id';
import type { TeamMember } from 'c/teamData';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, failGraphql, flush, graphqlVariables } from 'test/wires';
import { ANA, BEN, CEM, cellsAnswer, MIA, NEW, peopleAnswer, type Person } from '../../teamData/__tests__/people';

const show = (): Promise<Mounted> => mount('c-team-readiness', TeamReadiness);

async function showTeam(people: readonly Person[] = [ANA, CEM, NEW]): Promise<Mounted> {
  const team = await show();
  answerGraphql('TeamPeople', peopleAnswer(people));
  await flush();
  answerGraphql('TeamCells', cellsAnswer(people));
  await flush();
  return team;
}

const shown = (team: Mounted): string[] => (team.find('c-team-people').members as TeamMember[]).map(({ name }) => name);

const filtered = (change: object): object => ({ teamId: '', role: '', name: '', gapsOnly: false, ...change });

describe('c-team-readiness', () => {
  afterEach(clearPage);

  it('asks for everybody but oneself, then for the cells of those who came', async () => {
    await show();
    expect(graphqlVariables('TeamPeople')).toEqual({ userId: USER_ID, after: null });
    expect(graphqlVariables('TeamCells')).toBeUndefined();
    answerGraphql('TeamPeople', peopleAnswer([ANA, CEM], 'two'));
    await flush();
    expect(graphqlVariables('TeamPeople')).toEqual({ userId: USER_ID, after: 'two' });
    expect(graphqlVariables('TeamCells')).toEqual({ personIds: ['005A', '005C'] });
  });

  describe('its states', () => {
    it('is a stencil while it loads', async () => {
      const team = await show();
      expect(team.find('c-state-panel').state).toBe('loading');
      await expect(team.element).toBeAccessible();
    });

    it('shows the people as soon as the first page is there, and says that details are missing', async () => {
      const team = await show();
      answerGraphql('TeamPeople', peopleAnswer([ANA, CEM, NEW]));
      await flush();
      expect(shown(team)).toEqual(['Cem Aydin', 'Ana Ruiz', 'Nia Novak']);
      expect(team.find('c-team-filters').peopleText).toBe('3 people, details of 0 so far');
      answerGraphql('TeamCells', cellsAnswer([ANA, CEM, NEW]));
      await flush();
      expect(team.find('c-team-filters').peopleText).toBe('3 people');
      expect(team.find('c-team-people').domains).toEqual(['Customer', 'Product']);
      await expect(team.element).toBeAccessible();
    });

    it('says what to expect when there is nobody', async () => {
      const team = await showTeam([]);
      expect(team.find('c-state-panel').heading).toBe('No team to show yet');
      await expect(team.element).toBeAccessible();
    });

    it.each(['TeamPeople', 'TeamCells'])('says what happened on an error of %s, and recovers', async (operation) => {
      const team = await show();
      answerGraphql('TeamPeople', peopleAnswer([ANA]));
      await flush();
      failGraphql(operation, 'The server is away.');
      await flush();
      expect(team.find('c-state-panel').message).toBe('The server is away.');
      await expect(team.element).toBeAccessible();
      await team.fire('c-state-panel', 'retry');
      answerGraphql('TeamPeople', peopleAnswer([ANA]));
      await flush();
      answerGraphql('TeamCells', cellsAnswer([ANA]));
      await flush();
      expect(shown(team)).toEqual(['Ana Ruiz']);
    });
  });

  it('asks anew on refresh, and keeps what is there until then', async () => {
    const team = await show();
    const refresh = answerGraphql('TeamPeople', peopleAnswer([ANA, CEM]));
    await flush();
    answerGraphql('TeamCells', cellsAnswer([ANA, CEM]));
    await flush();
    await team.fire('c-as-of', 'refresh');
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(team.find('c-as-of').refreshing).toBe(true);
    expect(shown(team)).toEqual(['Cem Aydin', 'Ana Ruiz']);
    const again = answerGraphql('TeamCells', cellsAnswer([ANA, CEM]));
    await flush();
    expect(again).toHaveBeenCalledTimes(1);
    expect(team.find('c-as-of').refreshing).toBe(false);
  });

  it('orders as the heat map asks', async () => {
    const team = await showTeam();
    await team.fire('c-team-people', 'order', { column: 'Product', ascending: true });
    expect(shown(team)).toEqual(['Ana Ruiz', 'Cem Aydin', 'Nia Novak']);
  });

  it.each([
    [{ teamId: '005M' }, ['Nia Novak']],
    [{ role: 'Account Manager' }, ['Cem Aydin']],
    [{ name: 'ruiz' }, ['Ana Ruiz']],
    [{ gapsOnly: true }, ['Ana Ruiz']],
  ])('filters by %j', async (change, expected) => {
    const team = await showTeam();
    await team.fire('c-team-filters', 'filter', filtered(change));
    expect(shown(team)).toEqual(expected);
    expect(team.find('c-team-filters').peopleText).toBe('1 of 3 people');
    expect(team.find('c-team-gaps').members).toHaveLength(1);
  });

  it('says when nobody matches, and clears the filters', async () => {
    const team = await showTeam();
    await team.fire('c-team-filters', 'filter', filtered({ name: 'nobody' }));
    expect(team.find('.matches').state).toBe('empty');
    await expect(team.element).toBeAccessible();
    await team.click('.clear');
    expect(shown(team)).toHaveLength(3);
  });

  it('offers teams to choose, from the whole of what the reader sees', async () => {
    const team = await showTeam();
    expect((team.find('c-team-filters').teams as { label: string }[]).map(({ label }) => label)).toEqual([
      'Ben Okafor',
      'Carla Vega',
      'Mia Chen',
      'Robert Kane',
    ]);
    expect(team.find('c-team-filters').roles).toEqual(['Account Executive', 'Account Manager']);
  });

  it('goes down from team to team, and back up', async () => {
    const above = (chain: typeof BEN): typeof BEN => [...chain.slice(0, 2), [USER_ID, 'Reader']];
    const team = await showTeam([
      { ...ANA, managers: above(BEN) },
      { ...NEW, managers: above(MIA) },
    ]);
    await team.fire('.view', 'change', { value: 'teams' });
    const lines = (): string[] => (team.find('c-team-lines').lines as { name: string }[]).map(({ name }) => name);
    expect(lines()).toEqual(['Robert Kane']);
    await team.fire('c-team-lines', 'down', '005R');
    expect(lines()).toEqual(['Ben Okafor', 'Mia Chen']);
    expect(team.text('.crumbs')).toBe('Everybody › Robert Kane');
    expect(team.find('c-team-trend').teamId).toBe('005R');
    await expect(team.element).toBeAccessible();
    await team.fire('c-team-lines', 'people', '005B');
    expect(shown(team)).toEqual(['Ana Ruiz']);
    expect(team.text('.crumbs')).toBe('Everybody › Robert Kane › Ben Okafor');
    await team.click('.crumb-button');
    expect(shown(team)).toHaveLength(2);
    expect(team.has('.crumbs')).toBe(false);
  });

  it('shows no choice of view to who has one team', async () => {
    const team = await showTeam([{ ...ANA, managers: [[USER_ID, 'Reader']] }]);
    expect(team.has('.view')).toBe(false);
  });

  it('tells the list of what is overdue when something was assigned', async () => {
    const team = await showTeam();
    const refresh = jest.fn();
    Object.assign(team.find('c-team-overdue'), { refresh });
    await team.fire('c-team-gaps', 'assigned');
    expect(team.find('c-team-overdue').personIds).toEqual(new Set(['005A', '005C', '005N']));
  });

  it('says when details are left out', async () => {
    const team = await show();
    answerGraphql('TeamPeople', peopleAnswer([ANA]));
    await flush();
    answerGraphql('TeamCells', cellsAnswer([ANA], true));
    await flush();
    expect(team.text()).toContain('Some details are left out');
  });
});
