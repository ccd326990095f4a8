import { commonLabels, format, teamLabels as labels } from 'c/labels';
import {
  OVERALL_COLUMN,
  PERSON_COLUMN,
  scoreIn,
  toHeatCell,
  type HeatCell,
  type TeamMember,
  type TeamOrder,
} from 'c/teamData';
import type { GridPlace } from './gridKeys';

export interface ColumnHeader {
  readonly key: string;
  readonly label: string;
  readonly sortLabel: string;
  readonly ariaSort: 'ascending' | 'descending' | 'none';
  readonly iconName?: string;
  readonly className: string;
}

export interface GridCell extends HeatCell {
  readonly place: number;
  readonly tabIndex: '0' | '-1';
}

export interface GridRow {
  readonly id: string;
  readonly row: number;
  readonly ariaRowIndex: number;
  readonly ariaSelected: 'true' | 'false';
  readonly name: string;
  readonly role: string;
  readonly openLabel: string;
  readonly selectLabel: string;
  readonly isSelected: boolean;
  readonly selectTabIndex: '0' | '-1';
  readonly nameTabIndex: '0' | '-1';
  readonly cells: readonly GridCell[];
}

/** The columns before those with a score: to choose, and the person. */
export const FIXED_COLUMNS = 2;

function columnLabel(column: string): string {
  if (column === PERSON_COLUMN) return labels.person;
  return column === OVERALL_COLUMN ? labels.overall : column;
}

/** Person, the domains, overall. */
export function toHeaders(domains: readonly string[], order: TeamOrder): ColumnHeader[] {
  return [PERSON_COLUMN, ...domains, OVERALL_COLUMN].map((column) => {
    const isSorted = column === order.column;
    return {
      key: column,
      label: columnLabel(column),
      sortLabel: format(labels.sortBy, columnLabel(column)),
      ariaSort: isSorted ? (order.ascending ? 'ascending' : 'descending') : 'none',
      iconName: isSorted ? (order.ascending ? 'utility:arrowup' : 'utility:arrowdown') : undefined,
      className: column === PERSON_COLUMN ? 'header header_person' : 'header',
    };
  });
}

/**
 * One row of the grid.
 *
 * @param row its place among all rows, from 0
 * @param active the one place that the Tab key reaches
 */
export function toGridRow(
  member: TeamMember,
  row: number,
  domains: readonly string[],
  active: GridPlace,
  isSelected: boolean,
): GridRow {
  const tabIndex = (column: number): '0' | '-1' => (active.row === row && active.column === column ? '0' : '-1');
  return {
    id: member.id,
    row,
    // The header is the first row.
    ariaRowIndex: row + 2,
    ariaSelected: isSelected ? 'true' : 'false',
    name: member.name,
    role: member.role ?? '',
    openLabel: format(commonLabels.seeProfile, member.name),
    selectLabel: format(labels.select, member.name),
    isSelected,
    selectTabIndex: tabIndex(0),
    nameTabIndex: tabIndex(1),
    cells: [...domains, OVERALL_COLUMN].map((column, index) => ({
      ...toHeatCell(member.name, columnLabel(column), scoreIn(member, column)),
      key: column,
      place: index + FIXED_COLUMNS,
      tabIndex: tabIndex(index + FIXED_COLUMNS),
    })),
  };
}
