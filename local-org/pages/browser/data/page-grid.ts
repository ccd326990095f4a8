import type { PageRegion } from '../../model/types.ts';

/** One row of a page: columns beside each other, each with regions below each other. */
export interface GridRow {
  readonly key: string;
  readonly columns: readonly GridColumn[];
}

export interface GridColumn {
  readonly key: string;
  /** SLDS size classes; one column on a phone. */
  readonly className: string;
  readonly rows: readonly (readonly PageRegion[])[];
}

const FULL_WIDTH = /^(header|subheader|top|footer|subfooter)$/i;
const SIDEBAR = /sidebar|^right$|^left$/i;

/**
 * Arranges the regions of a Lightning page template. A region without components takes no room. Templates that are
 * not known by name are read by their regions' names: headers across, sidebars narrow, the rest in equal columns.
 */
export function pageGrid(template: string, regions: readonly PageRegion[]): GridRow[] {
  const filled = regions.filter(({ items }) => items.length > 0);
  if (template === 'home:desktopTemplate') return homeGrid(filled);
  const rows: GridRow[] = [];
  const middle = filled.filter(({ name }) => !FULL_WIDTH.test(name));
  const across = (region: PageRegion): GridRow => row(region.name, [column(region.name, 12, [[region]])]);
  rows.push(...filled.filter(({ name }) => FULL_WIDTH.test(name) && !/footer/i.test(name)).map(across));
  if (middle.length > 0) {
    const widths = columnWidths(middle);
    rows.push(
      row(
        'middle',
        inReadingOrder(middle).map((region) => column(region.name, widths(region), [[region]])),
      ),
    );
  }
  rows.push(...filled.filter(({ name }) => /footer/i.test(name)).map(across));
  return rows;
}

function homeGrid(filled: readonly PageRegion[]): GridRow[] {
  const named = (name: string): PageRegion[] => filled.filter((region) => region.name === name);
  const bottom = [...named('bottomLeft'), ...named('bottomRight')];
  const main = [named('top'), bottom].filter((row) => row.length > 0);
  const sidebar = named('sidebar');
  const columns: GridColumn[] = [];
  if (main.length > 0) columns.push(column('main', sidebar.length > 0 ? 8 : 12, main));
  if (sidebar.length > 0) columns.push(column('sidebar', main.length > 0 ? 4 : 12, [sidebar]));
  return columns.length === 0 ? [] : [row('middle', columns)];
}

/** Left sidebars first, then the main regions, then the right ones. */
function inReadingOrder(regions: readonly PageRegion[]): PageRegion[] {
  const place = ({ name }: PageRegion): number => (/^left/i.test(name) ? 0 : SIDEBAR.test(name) ? 2 : 1);
  return [...regions].sort((a, b) => place(a) - place(b));
}

function columnWidths(regions: readonly PageRegion[]): (region: PageRegion) => number {
  const sidebars = regions.filter(({ name }) => SIDEBAR.test(name)).length;
  const mains = regions.length - sidebars;
  if (sidebars === 0 || mains === 0) return () => Math.floor(12 / regions.length);
  const sidebar = sidebars === 1 ? 4 : 3;
  return ({ name }) => (SIDEBAR.test(name) ? sidebar : Math.floor((12 - sidebars * sidebar) / mains));
}

function row(key: string, columns: readonly GridColumn[]): GridRow {
  return { key, columns };
}

function column(key: string, twelfths: number, rows: GridColumn['rows']): GridColumn {
  return { key, className: `slds-col slds-size_1-of-1 slds-large-size_${twelfths}-of-12`, rows };
}
