import HomeReadiness from 'c/homeReadiness';
import { NavigationMixin } from 'lightning/navigation';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

const show = (): Promise<Mounted> => mount('c-home-readiness', HomeReadiness);

async function showHome(rows: object[]): Promise<Mounted> {
  const home = await show();
  answerGraphql('OthersReadiness', { Readiness__c: connection(rows) });
  await flush();
  return home;
}

describe('c-home-readiness', () => {
  const navigate = jest.fn();
  beforeAll(() => {
    const mixed: object = Object.getPrototypeOf(HomeReadiness.prototype);
    Object.defineProperty(mixed, NavigationMixin.Navigate, { value: navigate });
  });
  afterEach(clearPage);

  it('asks whether the reader sees anybody else', async () => {
    await show();
    expect(graphqlVariables('OthersReadiness')).toEqual({ userId: expect.stringMatching(/^005/) });
  });

  it('is a stencil until that is known', async () => {
    const home = await show();
    expect(home.find('c-state-panel').state).toBe('loading');
    await expect(home.element).toBeAccessible();
  });

  it('shows the team, then a compact review, to who sees others', async () => {
    const home = await showHome([{ Id: 'a05' }]);
    expect(home.has('c-team-readiness')).toBe(true);
    expect(home.has('c-my-next-actions')).toBe(false);
    expect(home.find('c-daily-review').compact).toBe(true);
  });

  it('shows the review and the own next actions to who sees nobody else', async () => {
    const home = await showHome([]);
    expect(home.find('c-daily-review').compact).toBe(false);
    expect(home.has('c-my-next-actions')).toBe(true);
    expect(home.has('c-team-readiness')).toBe(false);
  });

  it('tells whoever is asked of it, and leads to the questions', async () => {
    const home = await showHome([]);
    expect(home.has('.asked')).toBe(false);
    const requests = (...ids: string[]) => connection(ids.map((Id) => ({ Id })));
    answerGraphql('OthersReadiness', { Readiness__c: connection([]), Expert_Request__c: requests('r1') });
    await flush();
    expect(home.find('.see-asked').label).toBe('A colleague asks you a question');
    answerGraphql('OthersReadiness', { Readiness__c: connection([]), Expert_Request__c: requests('r1', 'r2') });
    await flush();
    expect(home.find('.see-asked').label).toBe('Colleagues ask you 2 questions');
    await expect(home.element).toBeAccessible();
    await home.fire('.see-asked', 'click');
    expect(navigate).toHaveBeenCalledWith({
      type: 'standard__navItemPage',
      attributes: { apiName: 'Knowledge_Bank' },
      state: { c__list: 'asked' },
    });
  });

  it('says what happened on an error, tries again, and recovers', async () => {
    const home = await show();
    const refresh = failGraphql('OthersReadiness', 'The server is away.');
    await flush();
    expect(home.find('c-state-panel').message).toBe('The server is away.');
    await expect(home.element).toBeAccessible();
    await home.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
    answerGraphql('OthersReadiness', { Readiness__c: connection([]) });
    await flush();
    expect(home.has('c-my-next-actions')).toBe(true);
  });
});
