import TeamGrid from 'c/teamGrid';
import { mount, type Mounted } from 'test/mount';
import { clearPage, flush } from 'test/wires';
import { ANA, CEM, crowd, DOMAINS, membersOf, NEW } from '../../teamData/__tests__/people';

const AVERAGES = [...DOMAINS, 'overall'].map((key) => ({ key, text: '61' }));

const show = (people = [ANA, CEM, NEW], properties: object = {}): Promise<Mounted> =>
  mount('c-team-grid', TeamGrid, {
    members: membersOf(people),
    domains: DOMAINS,
    averages: AVERAGES,
    selectedIds: new Set(),
    ...properties,
  });

/** Details of the events of a type that the grid fires. */
function hear(grid: Mounted, type: string): unknown[] {
  const heard: unknown[] = [];
  grid.element.addEventListener(type, (event) => heard.push((event as CustomEvent).detail));
  return heard;
}

async function press(grid: Mounted, key: string, options: KeyboardEventInit = {}): Promise<void> {
  const focused = grid.element.shadowRoot?.activeElement ?? grid.find('[tabindex="0"]');
  focused.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...options }));
  await flush();
}

const places = (grid: Mounted): (string | undefined)[][] =>
  grid.findAll('[tabindex="0"]').map(({ dataset }) => [dataset['row'], dataset['column']]);

describe('c-team-grid', () => {
  afterEach(clearPage);

  it('is a grid of people by domains', async () => {
    const grid = await show();
    expect(grid.findAll('.sort').map((e) => e.textContent?.trim())).toEqual([
      'Person',
      'Customer',
      'Product',
      'Overall',
    ]);
    expect(grid.findAll('.person').map((e) => e.textContent?.trim())).toEqual(['Ana Ruiz', 'Cem Aydin', 'Nia Novak']);
    expect(grid.find('table').getAttribute('aria-rowcount')).toBe('5');
    expect(grid.findAll('tr').map((row) => row.getAttribute('aria-rowindex'))).toEqual(['1', '2', '3', '4', '5']);
    await expect(grid.element).toBeAccessible();
  });

  it('says a gap in words for a screen reader', async () => {
    const grid = await show([ANA]);
    expect(grid.text('tbody')).toContain('Ana Ruiz, Product: 48, gap of 22 to target 70');
    expect(grid.findAll('.flag').map(({ textContent }) => textContent)).toContain('⚑');
  });

  it('renders a few dozen of 3,000 rows, with the right places', async () => {
    const grid = await show(crowd(3000));
    expect(grid.findAll('.row').length).toBeLessThan(60);
    expect(grid.find('table').getAttribute('aria-rowcount')).toBe('3002');
    expect(grid.findAll('.room')).toHaveLength(1);
    expect(grid.findAll('tfoot .average')).toHaveLength(3);
    const scroller = grid.find('.scroller');
    scroller.scrollTop = 44 * 1500;
    scroller.dispatchEvent(new CustomEvent('scroll'));
    await flush();
    const rows = grid.findAll('.row').map((row) => Number(row.getAttribute('aria-rowindex')));
    expect(rows).toContain(1502);
    expect(rows.length).toBeLessThan(60);
    expect(grid.findAll('.room')).toHaveLength(2);
    // The Tab key still reaches a cell.
    expect(places(grid)).toHaveLength(1);
  });

  it('begins at the top again in another order', async () => {
    const grid = await show(crowd(3000));
    const scroller = grid.find('.scroller');
    scroller.scrollTop = 44 * 1500;
    scroller.dispatchEvent(new CustomEvent('scroll'));
    await flush();
    grid.element['order'] = { column: 'Product', ascending: true };
    await flush();
    expect(scroller.scrollTop).toBe(0);
    expect(grid.findAll('.row')[0]?.getAttribute('aria-rowindex')).toBe('2');
  });

  it('moves by arrow keys, one cell being reached by Tab', async () => {
    const grid = await show();
    expect(places(grid)).toEqual([['0', '1']]);
    grid.find('.person').focus();
    await press(grid, 'ArrowRight');
    await press(grid, 'ArrowDown');
    expect(places(grid)).toEqual([['1', '2']]);
    expect((grid.element.shadowRoot?.activeElement as HTMLElement).dataset).toMatchObject({ row: '1', column: '2' });
    await press(grid, 'End', { ctrlKey: true });
    expect(places(grid)).toEqual([['2', '4']]);
  });

  it('reaches rows that are not rendered yet', async () => {
    const grid = await show(crowd(3000));
    grid.find('.person').focus();
    await press(grid, 'End', { ctrlKey: true });
    expect((grid.element.shadowRoot?.activeElement as HTMLElement).dataset).toMatchObject({ row: '2999', column: '4' });
  });

  it('opens a cell by click and by Enter', async () => {
    const grid = await show();
    const cells = hear(grid, 'cell');
    await grid.click('[data-cell="Product"]');
    grid.find('[data-cell="overall"]').focus();
    await flush();
    await press(grid, 'Enter');
    expect(cells).toEqual([
      { personId: '005A', column: 'Product' },
      { personId: '005A', column: 'overall' },
    ]);
  });

  it('chooses people by checkbox, by Space, and all at once', async () => {
    const grid = await show([ANA, CEM], { selectedIds: new Set(['005C']) });
    const selects = hear(grid, 'select');
    expect(grid.findAll<HTMLInputElement>('.select').map(({ checked }) => checked)).toEqual([false, true]);
    expect(grid.findAll('.row').map((row) => row.getAttribute('aria-selected'))).toEqual(['false', 'true']);
    await grid.fire('.select', 'change');
    grid.find('.person').focus();
    await press(grid, ' ');
    await grid.fire('.select-all', 'change');
    expect(selects).toEqual([
      { ids: ['005A'], isSelected: true },
      { ids: ['005A'], isSelected: true },
      { ids: ['005A', '005C'], isSelected: true },
    ]);
  });

  it('asks to be sorted, and says how it is', async () => {
    const grid = await show([ANA], { order: { column: 'Product', ascending: false } });
    const sorts = hear(grid, 'sort');
    expect(grid.findAll('th[scope="col"]').map((e) => e.getAttribute('aria-sort'))).toContain('descending');
    await grid.click('[data-column-key="Customer"]');
    expect(sorts).toEqual(['Customer']);
  });

  it('leads to the person', async () => {
    const grid = await show([ANA]);
    const opened = hear(grid, 'open');
    expect(grid.find('.person').title).toBe('See the readiness of Ana Ruiz');
    await grid.click('.person');
    expect(opened).toEqual(['005A']);
  });

  it('takes the focus back to the cell that was left', async () => {
    const grid = await show();
    grid.find('[data-cell="Product"]').focus();
    await flush();
    (document.activeElement as HTMLElement).blur();
    (grid.element['focus'] as () => void)();
    await flush();
    expect((grid.element.shadowRoot?.activeElement as HTMLElement).dataset).toMatchObject({ row: '0', column: '3' });
  });
});
