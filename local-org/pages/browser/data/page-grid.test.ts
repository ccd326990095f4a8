import type { PageRegion } from '../../model/types.ts';
import { pageGrid } from './page-grid.ts';

const region = (name: string, filled = true): PageRegion => ({
  name,
  items: filled ? [{ kind: 'component', id: name, name: 'c:x', properties: {} }] : [],
});

/** `main 8` for a column of eight twelfths with the region main. */
const shape = (template: string, regions: readonly PageRegion[]): string[][] =>
  pageGrid(template, regions).map(({ columns }) =>
    columns.map(
      ({ rows, className }) =>
        `${rows.map((row) => row.map(({ name }) => name).join('+')).join('/')} ${/(\d+)-of-12/.exec(className)?.[1] ?? ''}`,
    ),
  );

describe('pageGrid', () => {
  it.each([
    ['flexipage:recordHomeTemplateDesktop', ['header', 'main', 'sidebar'], [['header 12'], ['main 8', 'sidebar 4']]],
    [
      'flexipage:recordHomeThreeColTemplateDesktop',
      ['leftsidebar', 'main', 'rightsidebar'],
      [['leftsidebar 3', 'main 6', 'rightsidebar 3']],
    ],
    [
      'home:desktopTemplate',
      ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
      [['top/bottomLeft+bottomRight 8', 'sidebar 4']],
    ],
    ['home:desktopTemplate', ['top'], [['top 12']]],
    ['flexipage:defaultAppHomeTemplate', ['main'], [['main 12']]],
    ['flexipage:appHomeTemplateTwoColumns', ['left', 'right'], [['left 6', 'right 6']]],
    ['acme__custom', ['header', 'a', 'b', 'c', 'footer'], [['header 12'], ['a 4', 'b 4', 'c 4'], ['footer 12']]],
  ])('%s with %j', (template, names, expected) => {
    expect(
      shape(
        template,
        names.map((name) => region(name)),
      ),
    ).toEqual(expected);
  });

  it('gives no room to an empty region', () => {
    expect(
      shape('flexipage:recordHomeTemplateDesktop', [region('header', false), region('main'), region('sidebar', false)]),
    ).toEqual([['main 12']]);
  });
});
