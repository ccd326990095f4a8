import type { OrgClient } from './org-client.ts';
import { createRandom } from './random.ts';
import type { Directory } from './seed-sales.ts';

/** From this stage on, customers ask what an account executive does not answer alone. */
const TECHNICAL_STAGES = ['Value Proposition', 'Id. Decision Makers', 'Perception Analysis'];
const LATE_STAGES = ['Proposal/Price Quote', 'Negotiation/Review'];

interface OpenDeal {
  readonly Id: string;
  readonly OwnerId: string;
  readonly StageName: string;
}

/**
 * Puts a sales engineer of the owner's region on many of the open deals that came far enough: on every one that is
 * about to close, on half of the others.
 *
 * @param seed the same number gives the same teams
 */
export async function seedDealTeams(org: OrgClient, directory: Directory, seed: number): Promise<void> {
  const random = createRandom(seed + 3);
  const people = [...directory.values()];
  const personOf = new Map(people.map(({ id, person }) => [id, person]));
  const engineers = people.filter(({ person }) => person.salesRole === 'Sales Engineer' && !person.left);
  const deals = await org.query<OpenDeal>(
    'SELECT Id, OwnerId, StageName FROM Opportunity WHERE IsClosed = false ORDER BY CreatedDate, Id',
  );
  const members = deals.flatMap(({ Id, OwnerId, StageName }) => {
    const nearby = engineers.filter(({ person }) => person.region === personOf.get(OwnerId)?.region);
    const isWanted = LATE_STAGES.includes(StageName) || (TECHNICAL_STAGES.includes(StageName) && random.chance(0.5));
    if (!isWanted || nearby.length === 0) return [];
    return [
      { OpportunityId: Id, UserId: OwnerId, TeamMemberRole: 'Opportunity Owner', OpportunityAccessLevel: 'All' },
      {
        OpportunityId: Id,
        UserId: random.pick(nearby).id,
        TeamMemberRole: 'Pre-Sales Consultant',
        OpportunityAccessLevel: 'Edit',
      },
    ];
  });
  for (let start = 0; start < members.length; start += 200) {
    await org.insert('OpportunityTeamMember', members.slice(start, start + 200));
  }
}
