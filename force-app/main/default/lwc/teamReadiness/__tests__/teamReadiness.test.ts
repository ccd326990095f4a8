import TeamReadiness from 'c/teamReadiness';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, failGraphql, flush, graphqlVariables } from 'test/wires';
import { ANA, CEM, NEW, teamAnswer } from './people';

interface Observer {
  callback(entries: { contentRect: { width: number } }[]): void;
  disconnect: jest.Mock;
}
const observers: Observer[] = [];

/** jsdom has no layout: the test says how wide the component is. */
class ResizeObserverStub {
  disconnect = jest.fn();
  observe = jest.fn();
  constructor(callback: Observer['callback']) {
    observers.push({ callback, disconnect: this.disconnect });
  }
}

const show = (): Promise<Mounted> => mount('c-team-readiness', TeamReadiness);

async function showTeam(people = [ANA, CEM, NEW]): Promise<Mounted> {
  const team = await show();
  answerGraphql('TeamReadiness', teamAnswer(people));
  await flush();
  return team;
}

async function resize(width: number): Promise<void> {
  observers.at(-1)?.callback([{ contentRect: { width } }]);
  await flush();
}

const people = (team: Mounted): (string | undefined)[] => team.findAll('.person').map((e) => e.textContent?.trim());

describe('c-team-readiness', () => {
  beforeEach(() => {
    observers.length = 0;
    Object.assign(globalThis, { ResizeObserver: ResizeObserverStub });
  });
  afterEach(clearPage);

  it('asks for everybody but oneself', async () => {
    await show();
    expect(graphqlVariables('TeamReadiness')).toEqual({ userId: expect.stringMatching(/^005/) });
  });

  describe('its states', () => {
    it('is a stencil while it loads', async () => {
      const team = await show();
      expect(team.find('c-state-panel').state).toBe('loading');
      await expect(team.element).toBeAccessible();
    });

    it('is a table of people by domains, weakest first', async () => {
      const team = await showTeam();
      expect(people(team)).toEqual(['Cem Aydin', 'Ana Ruiz', 'Nia Novak']);
      expect(team.findAll('.sort').map((e) => e.textContent?.trim())).toEqual([
        'Person',
        'Customer',
        'Product',
        'Overall',
      ]);
      expect(team.text('.people')).toBe('3 people');
      await expect(team.element).toBeAccessible();
    });

    it('says what to expect when there is nobody', async () => {
      const team = await showTeam([]);
      expect(team.find('c-state-panel').heading).toBe('No team to show yet');
      await expect(team.element).toBeAccessible();
    });

    it('says what happened on an error, tries again, and recovers', async () => {
      const team = await show();
      const refresh = failGraphql('TeamReadiness', 'The server is away.');
      await flush();
      expect(team.find('c-state-panel').message).toBe('The server is away.');
      await team.fire('c-state-panel', 'retry');
      expect(refresh).toHaveBeenCalledTimes(1);
      answerGraphql('TeamReadiness', teamAnswer([ANA]));
      await flush();
      expect(people(team)).toEqual(['Ana Ruiz']);
    });
  });

  it('says a gap in words for a screen reader', async () => {
    const team = await showTeam([ANA]);
    expect(team.text('tbody')).toContain('Ana Ruiz, Product: 48, gap of 22 to target 70');
    expect(team.text('.flag')).toBe('');
    expect(team.findAll('.flag').map(({ textContent }) => textContent)).toContain('⚑');
    expect(team.text('.gap-list')).toBe('Product: 1 of 1');
  });

  it('sorts by a column, and the other way round', async () => {
    const team = await showTeam();
    await team.click('.sort[data-column="Product"]');
    expect(people(team)).toEqual(['Ana Ruiz', 'Cem Aydin', 'Nia Novak']);
    expect(team.findAll('th[scope="col"]').map((e) => e.getAttribute('aria-sort'))).toContain('ascending');
    await team.click('.sort[data-column="Product"]');
    expect(people(team)).toEqual(['Cem Aydin', 'Ana Ruiz', 'Nia Novak']);
    expect(team.findAll('th[scope="col"]').map((e) => e.getAttribute('aria-sort'))).toContain('descending');
  });

  it.each([
    ['.manager', 'change', { value: 'Carla Vega' }, ['Nia Novak']],
    ['.role', 'change', { value: 'Account Manager' }, ['Cem Aydin']],
    ['.name', 'change', { value: 'ruiz' }, ['Ana Ruiz']],
    ['.gaps-only', 'change', { checked: true }, ['Ana Ruiz']],
  ])('filters by %s', async (selector, type, detail, expected) => {
    const team = await showTeam();
    await team.fire(selector, type, detail);
    expect(people(team)).toEqual(expected);
    expect(team.text('.people')).toBe('1 of 3 people');
  });

  it('says when nobody matches, and clears the filters', async () => {
    const team = await showTeam();
    await team.fire('.name', 'change', { value: 'nobody' });
    expect(team.find('.matches').state).toBe('empty');
    await expect(team.element).toBeAccessible();
    await team.click('.clear');
    expect(people(team)).toHaveLength(3);
  });

  it('offers no filter where there is nothing to choose', async () => {
    const team = await showTeam([ANA]);
    expect(team.has('.manager')).toBe(false);
    expect(team.has('.role')).toBe(false);
  });

  it('leads to the person, from the name and from each cell', async () => {
    const team = await showTeam([ANA]);
    expect(team.find('.person').dataset['personId']).toBe('005A');
    expect(team.find('.person').title).toBe('See the readiness of Ana Ruiz');
    expect(team.findAll('tbody td').map(({ dataset }) => dataset['personId'])).toEqual(
      team.findAll('tbody td').map(() => '005A'),
    );
    await team.click('.person');
    await team.click('tbody td');
  });

  describe('where there is little room', () => {
    it('is a list with the two weakest domains of each', async () => {
      const team = await showTeam([ANA, CEM]);
      await resize(390);
      expect(team.has('table')).toBe(false);
      expect(people(team)).toEqual(['Cem Aydin', 'Ana Ruiz']);
      expect(team.findAll('.weakest').at(-1)?.textContent).toContain('Product');
      await expect(team.element).toBeAccessible();
      await team.fire('.order', 'change', { value: 'Product' });
      expect(people(team)).toEqual(['Ana Ruiz', 'Cem Aydin']);
      await resize(1200);
      expect(team.has('table')).toBe(true);
    });

    it('stops watching its size when it leaves the page', async () => {
      const team = await showTeam();
      team.element.remove();
      expect(observers.at(-1)?.disconnect).toHaveBeenCalledTimes(1);
    });
  });

  it('says when not everybody is shown', async () => {
    const team = await show();
    answerGraphql('TeamReadiness', teamAnswer([ANA], true));
    await flush();
    expect(team.text()).toContain('Only the first 1 rows are shown');
  });
});
