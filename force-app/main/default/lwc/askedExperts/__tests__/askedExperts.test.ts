import AskedExperts from 'c/askedExperts';
import { mount } from 'test/mount';
import { flush } from 'test/wires';

const request = (id: string, name: string, more: object = {}): object => {
  return { id, name, isOwn: false, told: false, answered: false, declined: false, withdrawn: false, ...more };
};
const requests = [
  request('r1', 'Ana Ruiz', { told: true }),
  request('r2', 'Ben Okafor'),
  request('r3', 'Carla Moreno', { told: true, answered: true }),
  request('r4', 'Dan Keller', { told: true, declined: true }),
  request('r5', 'Eve Lind', { withdrawn: true }),
];

describe('c-asked-experts', () => {
  it('shows nothing where nobody was asked', async () => {
    const line = await mount('c-asked-experts', AskedExperts, { isOpen: true });
    expect(line.text()).toBe('');
    await expect(line.element).toBeAccessible();
  });

  it('says who was asked and how it stands; that somebody cannot help, to the asker alone', async () => {
    const line = await mount('c-asked-experts', AskedExperts, { requests, isOpen: true });
    const words = (): (string | null)[] => line.findAll('.person').map(({ textContent }) => textContent);
    expect(words()).toEqual(['Ana Ruiz (told)', 'Ben Okafor (not told yet)', 'Carla Moreno (answered)']);
    expect(line.has('.withdraw')).toBe(false);
    Object.assign(line.element, { isAsker: true });
    await flush();
    expect(words()[3]).toBe('Dan Keller (cannot help with this one)');
    await expect(line.element).toBeAccessible();
  });

  it('lets the asker take back what waits, and nothing else', async () => {
    const line = await mount('c-asked-experts', AskedExperts, { requests, isOpen: true, isAsker: true });
    const withdraw = jest.fn();
    line.element.addEventListener('withdraw', withdraw);
    const buttons = line.findAll('.withdraw');
    expect(buttons.map(({ title }) => title)).toEqual([
      'Take back the request to Ana Ruiz',
      'Take back the request to Ben Okafor',
    ]);
    buttons[1]?.dispatchEvent(new CustomEvent('click'));
    expect(withdraw.mock.calls[0]?.[0].detail).toEqual({ id: 'r2' });
  });

  it('says no more of it once the question no longer waits', async () => {
    const own = request('r6', 'Flo', { isOwn: true });
    const line = await mount('c-asked-experts', AskedExperts, { requests: [...requests, own], isAsker: true });
    expect(line.findAll('.person')[1]?.textContent).toBe('Ben Okafor');
    expect(line.has('.withdraw')).toBe(false);
    expect(line.has('.own')).toBe(false);
  });

  it('lets whoever is asked decline, and return', async () => {
    const own = request('r6', 'Flo Hart', { isOwn: true });
    const line = await mount('c-asked-experts', AskedExperts, { requests: [own], isOpen: true });
    const decline = jest.fn();
    line.element.addEventListener('decline', decline);
    expect(line.text('.own')).toContain('You are asked to answer this.');
    await expect(line.element).toBeAccessible();
    await line.fire('.decline', 'click');
    expect(decline.mock.calls[0]?.[0].detail).toEqual({ id: 'r6', declined: true });
    Object.assign(line.element, { requests: [{ ...own, declined: true }] });
    await flush();
    expect(line.text('.own')).toContain('You said that you cannot answer this one.');
    expect(line.find('.decline').label).toBe('I can after all');
    await expect(line.element).toBeAccessible();
    await line.fire('.decline', 'click');
    expect(decline.mock.calls[1]?.[0].detail).toEqual({ id: 'r6', declined: false });
  });
});
