import TeamCell from 'c/teamCell';
import { mount, type Mounted } from 'test/mount';
import { clearPage } from 'test/wires';
import { ANA, membersOf, NEW } from '../../teamData/__tests__/people';

const show = (properties: object = {}): Promise<Mounted> =>
  mount('c-team-cell', TeamCell, { member: membersOf([ANA])[0], column: 'Product', mayObserve: true, ...properties });

describe('c-team-cell', () => {
  afterEach(clearPage);

  it('says what the cell is about, how sure that is, and which skills are behind it', async () => {
    const cell = await show();
    expect(cell.text('.heading')).toBe('Ana Ruiz, Product: 48, gap of 22 to target 70');
    expect(cell.text('.words')).toContain('likely between 40 and 56');
    expect(cell.text('.skills')).toBe('Negotiation: gap of 22 Pricing: gap of 9');
    await expect(cell.element).toBeAccessible();
  });

  it('says where too little is known', async () => {
    const cell = await show({ member: membersOf([NEW])[0], column: 'Customer' });
    expect(cell.text('.words')).toBe('Nia Novak, Customer: not enough evidence yet');
    await expect(cell.element).toBeAccessible();
  });

  it.each([
    ['.observe', 'observe'],
    ['.assign', 'assign'],
    ['.open', 'open'],
    ['.close', 'leave'],
  ])('%s asks to %s', async (selector, type) => {
    const cell = await show();
    const heard = jest.fn();
    cell.element.addEventListener(type, heard);
    await cell.click(selector);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('is left with Escape', async () => {
    const cell = await show();
    const left = jest.fn();
    cell.element.addEventListener('leave', left);
    cell.find('.heading').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('offers only the page to who is no manager of the person', async () => {
    const cell = await show({ mayObserve: false });
    expect([cell.has('.observe'), cell.has('.assign'), cell.has('.open')]).toEqual([false, false, true]);
  });
});
