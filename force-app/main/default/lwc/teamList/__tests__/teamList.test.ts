import TeamList from 'c/teamList';
import { mount } from 'test/mount';
import { clearPage } from 'test/wires';
import { ANA, CEM, crowd, DOMAINS, membersOf } from '../../teamData/__tests__/people';

describe('c-team-list', () => {
  afterEach(clearPage);

  it('names the two weakest domains of each', async () => {
    const list = await mount('c-team-list', TeamList, { members: membersOf([CEM, ANA]), domains: DOMAINS });
    expect(list.findAll('.person').map((e) => e.textContent?.trim())).toEqual(['Cem Aydin', 'Ana Ruiz']);
    expect(list.findAll('.weakest').at(-1)?.textContent).toContain('Product');
    expect(list.has('.more')).toBe(false);
    await expect(list.element).toBeAccessible();
  });

  it('shows fifty of many, and fifty more on request', async () => {
    const list = await mount('c-team-list', TeamList, { members: membersOf(crowd(120)), domains: DOMAINS });
    expect(list.findAll('.list-row')).toHaveLength(50);
    await list.click('.more');
    expect(list.findAll('.list-row')).toHaveLength(100);
    expect(list.find('.more').label).toBe('Show 20 more');
  });

  it('asks for an order and leads to the person', async () => {
    const list = await mount('c-team-list', TeamList, { members: membersOf([ANA]), domains: DOMAINS });
    const heard: unknown[] = [];
    list.element.addEventListener('order', (event) => heard.push((event as CustomEvent).detail));
    list.element.addEventListener('open', (event) => heard.push((event as CustomEvent).detail));
    await list.fire('.order', 'change', { value: 'Product' });
    await list.click('.person');
    expect(heard).toEqual(['Product', '005A']);
  });
});
