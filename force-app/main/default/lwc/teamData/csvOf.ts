import { toCsv, UTF8_BOM } from 'c/core';
import { teamLabels as labels } from 'c/labels';
import type { TeamMember } from './members';
import { OVERALL_COLUMN, scoreIn } from './view';

/** The members as a CSV file: person, role, manager, a column for each domain and overall; blank where unknown. */
export function csvOf(members: readonly TeamMember[], domains: readonly string[]): string {
  const columns = [...domains, OVERALL_COLUMN];
  const head = [labels.person, labels.role, labels.manager, ...domains, labels.overall, labels.gaps];
  const rows = members.map((member) => [
    member.name,
    member.role,
    member.managers[0]?.name,
    ...columns.map((column) => scoreIn(member, column)?.score),
    member.gaps.map(({ skillName }) => skillName).join('; '),
  ]);
  return UTF8_BOM + toCsv([head, ...rows]);
}
