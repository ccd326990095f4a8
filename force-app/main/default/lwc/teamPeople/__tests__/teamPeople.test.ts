import AssessSkill from 'c/assessSkill';
import AssignTraining from 'c/assignTraining';
import TeamPeople from 'c/teamPeople';
import USER_ID from '@salesforce/user/Id';
import { mount, type Mounted } from 'test/mount';
import { clearPage, flush } from 'test/wires';
import { ANA, CEM, DOMAINS, membersOf } from '../../teamData/__tests__/people';

const assign = jest.mocked(AssignTraining.open);
const observe = jest.spyOn(AssessSkill, 'open').mockResolvedValue(undefined);

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

const OWN = { ...ANA, managers: [[USER_ID, 'Reader']] as const };

const show = (): Promise<Mounted> =>
  mount('c-team-people', TeamPeople, { members: membersOf([OWN, CEM]), domains: DOMAINS });

function hear(people: Mounted, type: string): unknown[] {
  const heard: unknown[] = [];
  people.element.addEventListener(type, (event) => heard.push((event as CustomEvent).detail));
  return heard;
}

describe('c-team-people', () => {
  beforeEach(() => {
    observers.length = 0;
    Object.assign(globalThis, { ResizeObserver: ResizeObserverStub });
  });
  afterEach(clearPage);

  it('is a heat map with the averages of the people shown', async () => {
    const people = await show();
    expect(people.find('c-team-grid').averages).toEqual([
      { key: 'Customer', text: '71' },
      { key: 'Product', text: '57' },
      { key: 'overall', text: '65' },
    ]);
    await expect(people.element).toBeAccessible();
  });

  it('is a list where there is little room, and stops watching its size when it leaves', async () => {
    const people = await show();
    observers.at(0)?.callback([{ contentRect: { width: 390 } }]);
    await flush();
    expect(people.has('c-team-grid')).toBe(false);
    expect(people.find('c-team-list').members).toHaveLength(2);
    people.element.remove();
    expect(observers.at(0)?.disconnect).toHaveBeenCalledTimes(1);
  });

  it('turns the order round when the same column is asked for again', async () => {
    const people = await show();
    const orders = hear(people, 'order');
    await people.fire('c-team-grid', 'sort', 'Product');
    await people.fire('c-team-grid', 'sort', 'overall');
    expect(orders).toEqual([
      { column: 'Product', ascending: true },
      { column: 'overall', ascending: false },
    ]);
  });

  it('assigns to those who are chosen', async () => {
    assign.mockResolvedValueOnce({ assignmentIds: ['a1', 'a2'] });
    const people = await show();
    const assigned = hear(people, 'assigned');
    expect(people.has('.selected')).toBe(false);
    await people.fire('c-team-grid', 'select', { ids: ['005A', '005C'], isSelected: true });
    expect(people.text('.selected')).toBe('2 chosen');
    await people.click('.assign-selected');
    await flush();
    expect(assign).toHaveBeenCalledWith(
      expect.objectContaining({
        people: [
          { id: '005A', name: 'Ana Ruiz' },
          { id: '005C', name: 'Cem Aydin' },
        ],
        reason: 'Other',
      }),
    );
    expect(assigned).toEqual([['a1', 'a2']]);
    expect(people.has('.selected')).toBe(false);
    expect(people.find('c-assigned-notice')).toMatchObject({
      text: 'Training is assigned to 2 people.',
      assignmentIds: ['a1', 'a2'],
    });
    await expect(people.element).toBeAccessible();
  });

  it('says what was assigned from a cell, until it is taken back', async () => {
    assign.mockResolvedValueOnce({ assignmentIds: ['a1'] });
    const people = await show();
    const assigned = hear(people, 'assigned');
    expect(people.find('c-assigned-notice').text).toBe('');
    await people.fire('c-team-grid', 'cell', { personId: '005A', column: 'Product' });
    await people.fire('c-team-cell', 'assign');
    await flush();
    expect(people.find('c-assigned-notice')).toMatchObject({
      text: 'Training is assigned to Ana Ruiz.',
      assignmentIds: ['a1'],
    });
    await people.fire('c-assigned-notice', 'undone');
    expect(people.find('c-assigned-notice').text).toBe('');
    expect(assigned).toHaveLength(2);
  });

  it('offers nothing to take back where the dialog was left', async () => {
    assign.mockResolvedValueOnce(undefined);
    const people = await show();
    await people.fire('c-team-grid', 'select', { ids: ['005A'], isSelected: true });
    await people.click('.assign-selected');
    await flush();
    expect(people.find('c-assigned-notice').text).toBe('');
    expect(people.text('.selected')).toBe('1 chosen');
  });

  it('forgets who was chosen on request', async () => {
    const people = await show();
    await people.fire('c-team-grid', 'select', { ids: ['005A', '005C'], isSelected: true });
    await people.fire('c-team-grid', 'select', { ids: ['005A'], isSelected: false });
    expect(people.text('.selected')).toBe('1 chosen');
    await people.click('.unselect');
    expect(people.has('.selected')).toBe(false);
  });

  it('leads from a cell to an observation, an assignment and the page', async () => {
    const people = await show();
    const opened = hear(people, 'open');
    await people.fire('c-team-grid', 'cell', { personId: '005A', column: 'Product' });
    expect(people.find('c-team-cell').mayObserve).toBe(true);
    await people.fire('c-team-cell', 'observe');
    expect(observe).toHaveBeenCalledWith({
      label: 'Observe Ana Ruiz',
      size: 'small',
      personId: '005A',
      personName: 'Ana Ruiz',
      domain: 'Product',
    });
    await people.fire('c-team-cell', 'assign');
    expect(assign).toHaveBeenCalledWith(expect.objectContaining({ skillName: 'Negotiation', reason: 'Gap' }));
    await people.fire('c-team-cell', 'open');
    expect(opened).toEqual(['005A']);
    await people.fire('c-team-cell', 'leave');
    expect(people.has('c-team-cell')).toBe(false);
  });

  it('offers no observation of somebody whom the reader does not manage', async () => {
    const people = await show();
    await people.fire('c-team-grid', 'cell', { personId: '005C', column: 'overall' });
    expect(people.find('c-team-cell').mayObserve).toBe(false);
  });

  it('exports what is shown', async () => {
    const people = await show();
    const saved: HTMLAnchorElement[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push(this);
    });
    await people.click('.export');
    expect(saved[0]?.download).toMatch(/^team-readiness-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(decodeURIComponent(saved[0]?.href ?? '')).toContain('\uFEFFPerson,Role,Team,Customer,Product,Overall,Gaps');
  });
});
