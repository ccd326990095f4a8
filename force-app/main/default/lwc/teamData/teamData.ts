export { csvOf } from './csvOf';
export { domainGaps, peopleGaps } from './gaps';
export type { DomainGap, PeopleGap } from './gaps';
export { shadeOf, toHeatCell } from './heatCell';
export type { HeatCell } from './heatCell';
export { mayAssign, mayObserve, toCells, toMember, toPeople } from './members';
export type { Manager, MemberCells, PersonRow, SkillGap, TeamMember } from './members';
export { PeopleLoader } from './peopleLoader';
export { TEAM_CELLS_QUERY, TEAM_PEOPLE_QUERY } from './teamQueries';
export { pathTo, teamLines, teamsBelow } from './teams';
export type { SubTeam, TeamLine } from './teams';
export {
  domainsOf,
  filterMembers,
  FIRST_ORDER,
  NO_FILTER,
  OVERALL_COLUMN,
  PERSON_COLUMN,
  scoreIn,
  sortMembers,
  weakestDomains,
} from './view';
export type { TeamFilter, TeamOrder } from './view';
