import type { Standing } from 'c/core';
import { recordsIn, text, type PlainRecord } from 'c/graphqlRecords';
import { toReadinessRow } from 'c/readinessRecords';

/** The people of a deal, and whom the reader may ask. */
export interface DealTeam {
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly managerName?: string;
}

/** What `TEAM_QUERY` answered. */
export function toDealTeam(data: unknown): DealTeam {
  const owners = recordsIn(data, 'Opportunity').flatMap((deal) => {
    const id = text(deal, 'OwnerId');
    return id === undefined ? [] : [{ id, name: text(deal, 'Owner.Name') ?? '' }];
  });
  return {
    members: owners,
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
