import type { Standing } from 'c/core';
import { recordsIn, text, type PlainRecord } from 'c/graphqlRecords';
import { toReadinessRow } from 'c/readinessRecords';

/** The people of a deal, and whom the reader may ask. */
export interface DealTeam {
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly managerName?: string;
}

/** What `TEAM_QUERY` or `TEAM_SELLING_QUERY` answered: the owner first, each person once. */
export function toDealTeam(data: unknown): DealTeam {
  const owners = recordsIn(data, 'Opportunity').map((deal) => [text(deal, 'OwnerId'), text(deal, 'Owner.Name')]);
  // An owner is on the team as well, once there is one.
  const others = recordsIn(data, 'OpportunityTeamMember').map((row) => [text(row, 'UserId'), text(row, 'User.Name')]);
  const names = new Map<string, string>();
  for (const [id, name = ''] of [...owners, ...others]) {
    if (id !== undefined && !names.has(id)) names.set(id, name);
  }
  return {
    members: [...names].map(([id, name]) => ({ id, name })),
    managerName: recordsIn(data, 'User').flatMap((user) => text(user, 'Manager.Name') ?? [])[0],
  };
}

/** What `STANDINGS_QUERY` answered. */
export interface Standings {
  readonly standings: readonly Standing[];
  /** Names of people who are not on the deal, by id. */
  readonly names: ReadonlyMap<string, string>;
}

export function toStandings(data: unknown): Standings {
  const [members, others] = [recordsIn(data, 'members'), recordsIn(data, 'others')];
  return {
    standings: [...members, ...others].flatMap(toStanding),
    names: new Map(others.map((row) => [text(row, 'Person__c') ?? '', text(row, 'Person__r.Name') ?? ''] as const)),
  };
}

function toStanding(record: PlainRecord): Standing[] {
  const { personId, skillCode, score, lower = 0, upper = 100, target, ...row } = toReadinessRow(record);
  if (!skillCode || score === undefined) return [];
  const { enoughEvidence, evidenceCount } = row;
  return [{ personId, skillCode, target, score: { score, lower, upper, enoughEvidence, evidenceCount } }];
}
