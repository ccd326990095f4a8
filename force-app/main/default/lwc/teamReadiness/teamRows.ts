import { commonLabels, format, teamLabels as labels } from 'c/labels';
import { toHeatCell, type HeatCell } from './heatCell';
import {
  averageIn,
  OVERALL_COLUMN,
  PERSON_COLUMN,
  scoreIn,
  weakestDomains,
  type TeamMember,
  type TeamOrder,
} from './team';

/** Domains named for each person in the narrow layout. */
const WEAKEST = 2;

export interface ColumnHeader {
  readonly key: string;
  readonly label: string;
  readonly sortLabel: string;
  readonly ariaSort: 'ascending' | 'descending' | 'none';
  readonly iconName?: string;
  readonly className: string;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly openLabel: string;
  readonly overall: HeatCell;
  readonly cells: readonly HeatCell[];
  readonly weakest: readonly (HeatCell & { readonly domain: string })[];
}

export function columnLabel(column: string): string {
  if (column === PERSON_COLUMN) return labels.person;
  return column === OVERALL_COLUMN ? labels.overall : column;
}

/** Person, the domains, overall. */
export function toHeaders(domains: readonly string[], order: TeamOrder): ColumnHeader[] {
  return [PERSON_COLUMN, ...domains, OVERALL_COLUMN].map((column) => {
    const direction = order.ascending ? 'ascending' : 'descending';
    const isSorted = column === order.column;
    return {
      key: column,
      label: columnLabel(column),
      sortLabel: format(labels.sortBy, columnLabel(column)),
      ariaSort: isSorted ? direction : 'none',
      iconName: isSorted ? (order.ascending ? 'utility:arrowup' : 'utility:arrowdown') : undefined,
      className: column === PERSON_COLUMN ? 'header header_person' : 'header',
    };
  });
}

export function toPersonRow(member: TeamMember, domains: readonly string[]): PersonRow {
  const cell = (column: string): HeatCell => toHeatCell(member.name, columnLabel(column), scoreIn(member, column));
  return {
    id: member.id,
    name: member.name,
    role: member.role ?? '',
    openLabel: format(commonLabels.seeProfile, member.name),
    overall: { ...cell(OVERALL_COLUMN), key: OVERALL_COLUMN },
    cells: [...domains, OVERALL_COLUMN].map((column) => ({ ...cell(column), key: column })),
    weakest: weakestDomains(member, WEAKEST).map((domain) => ({ ...cell(domain), domain })),
  };
}

/** The last line of the heat map: means of the known scores. */
export function toAverages(
  members: readonly TeamMember[],
  domains: readonly string[],
): { key: string; text: string }[] {
  return [...domains, OVERALL_COLUMN].map((key) => {
    const average = averageIn(members, key);
    return { key, text: average === undefined ? labels.none : String(Math.round(average)) };
  });
}
