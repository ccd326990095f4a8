import DealReadiness from 'c/dealReadiness';
import USER_ID from '@salesforce/user/Id';
import { mount, type Mounted } from 'test/mount';
import {
  answerGraphql,
  answerObjectInfo,
  answerRecord,
  clearPage,
  connection,
  failGraphql,
  flush,
  graphqlVariables,
  recordOf,
} from 'test/wires';
import { candidates, CONTEXT, DEAL_FIELDS, DEAL_ID, GLOBEX, NEGOTIATING } from '../../dealNuggets/__tests__/deal';

const OWNER = '005000000000042AAA';

const standing = (personId: string, name: string, score: number, more: object = {}): object => ({
  Id: `${personId}-${score}`,
  Person__c: personId,
  Person__r: { Name: name },
  Score__c: score,
  Lower__c: score - 5,
  Upper__c: score + 5,
  Target__c: 70,
  Evidence_Count__c: 9,
  Enough_Evidence__c: true,
  Skill__r: { Code__c: 'discounting' },
  ...more,
});

const team = (ownerId = OWNER): object => ({
  Opportunity: connection([{ Id: DEAL_ID, OwnerId: ownerId, Owner: { Name: 'Ana Ruiz' } }]),
  User: connection([{ Id: USER_ID, Manager: { Name: 'Ben Okafor' } }]),
});

/** The panel in an org with or without team selling. */
async function show(hasTeamSelling = false): Promise<Mounted> {
  const panel = await mount('c-deal-readiness', DealReadiness, { recordId: DEAL_ID });
  answerObjectInfo('OpportunityTeamMember', hasTeamSelling);
  await flush();
  return panel;
}

async function showTeam(
  members: readonly object[],
  others: readonly object[] = [],
  more: { ownerId?: string; matching?: object; teamMembers?: readonly object[] } = {},
): Promise<Mounted> {
  const { teamMembers } = more;
  const panel = await show(teamMembers !== undefined);
  if (teamMembers === undefined) answerGraphql('DealTeam', team(more.ownerId));
  else answerGraphql('DealTeamMembers', { ...team(more.ownerId), OpportunityTeamMember: connection(teamMembers) });
  answerGraphql('DealContext', CONTEXT);
  await flush();
  answerRecord(recordOf('Opportunity', DEAL_ID, DEAL_FIELDS));
  await flush();
  answerGraphql('DealCandidates', more.matching ?? candidates([GLOBEX], [NEGOTIATING]));
  await flush();
  answerGraphql('DealStandings', { members: connection(members), others: connection(others) });
  await flush();
  return panel;
}

describe('c-deal-readiness', () => {
  afterEach(clearPage);

  it('asks for the team in the skills that the situation puts in play', async () => {
    await showTeam([standing(OWNER, 'Ana Ruiz', 80)]);
    expect(graphqlVariables('DealTeam')).toEqual({ recordId: DEAL_ID, userId: USER_ID });
    expect(graphqlVariables('DealStandings')).toEqual({ memberIds: [OWNER], skillCodes: ['discounting'] });
  });

  describe('in an org with team selling', () => {
    const members = [
      { Id: '00q1', UserId: OWNER, User: { Name: 'Ana Ruiz' } },
      { Id: '00q2', UserId: '005K', User: { Name: 'Kofi Mensah' } },
    ];

    it('asks for everybody on the team, each once', async () => {
      await showTeam([], [], { teamMembers: members });
      expect(graphqlVariables('DealTeam')).toBeUndefined();
      expect(graphqlVariables('DealStandings')).toMatchObject({ memberIds: [OWNER, '005K'] });
    });

    it('takes whoever on it is furthest in a skill', async () => {
      const standings = [standing(OWNER, 'Ana Ruiz', 50), standing('005K', 'Kofi Mensah', 82)];
      const panel = await showTeam(standings, [], { teamMembers: members });
      expect(panel.text('.skill')).toBe('Discounting Kofi Mensah is ready');
      expect(panel.text('.content')).toContain('Team: Ana Ruiz, Kofi Mensah.');
      await expect(panel.element).toBeAccessible();
    });

    it('is the owner alone where nobody else was added', async () => {
      const panel = await showTeam([standing(OWNER, 'Ana Ruiz', 80)], [], { teamMembers: [] });
      expect(panel.text('.content')).toContain('Team: Ana Ruiz.');
    });
  });

  it('does not ask for a team before it is known whether the org has such', async () => {
    await mount('c-deal-readiness', DealReadiness, { recordId: DEAL_ID });
    expect([graphqlVariables('DealTeam'), graphqlVariables('DealTeamMembers')]).toEqual([undefined, undefined]);
  });

  describe('its states', () => {
    it('is a stencil while it loads', async () => {
      const panel = await show();
      expect(panel.find('c-state-panel').state).toBe('loading');
      expect(graphqlVariables('DealStandings')).toBeUndefined();
      await expect(panel.element).toBeAccessible();
    });

    it('says that the team is ready', async () => {
      const panel = await showTeam([standing(OWNER, 'Ana Ruiz', 80)]);
      expect(panel.text('.overall')).toBe('80 of 70');
      expect(panel.text('.skill')).toBe('Discounting Ready');
      expect(panel.find('c-readiness-bar')).toMatchObject({ score: 80, target: 70, enoughEvidence: true });
      expect(panel.text('.content')).toContain('Team: Ana Ruiz.');
      await expect(panel.element).toBeAccessible();
    });

    it('says that no skill is in play', async () => {
      const panel = await showTeam([], [], { matching: candidates([]) });
      expect(panel.find('c-state-panel')).toMatchObject({ state: 'empty', heading: 'No skill is in play yet' });
      await expect(panel.element).toBeAccessible();
    });

    it("guesses nothing of an owner whose readiness is not the reader's to see", async () => {
      const panel = await showTeam([]);
      expect(panel.find('c-state-panel')).toMatchObject({ state: 'empty', heading: 'Not visible to you' });
      expect(panel.find('c-state-panel').message).toContain('Only Ana Ruiz, the managers above');
      await expect(panel.element).toBeAccessible();
    });

    it('tells an owner without evidence what to do', async () => {
      const panel = await showTeam([], [], { ownerId: USER_ID });
      expect(panel.find('c-state-panel')).toMatchObject({ state: 'empty', heading: 'No readiness yet' });
    });

    it.each(['DealContext', 'DealTeam'])('says what happened when %s fails, tries again', async (operation) => {
      const panel = await show();
      const refresh = failGraphql(operation, 'The server is away.');
      await flush();
      expect(panel.find('c-state-panel')).toMatchObject({ state: 'error', message: 'The server is away.' });
      await expect(panel.element).toBeAccessible();
      await panel.fire('c-state-panel', 'retry');
      expect(refresh).toHaveBeenCalledTimes(1);
      expect(panel.find('c-state-panel').state).toBe('loading');
    });
  });

  describe('where the team is below the target', () => {
    const owner = standing(OWNER, 'Ana Ruiz', 50);

    it('names who surely could help, to whoever may see them', async () => {
      const panel = await showTeam([owner], [standing('005x', 'Omar Aziz', 79), standing('005y', 'Peter Lang', 72)]);
      expect(panel.text('.overall')).toBe('50 of 70');
      expect(panel.text('.skill')).toBe('Discounting Gap Could help: Omar Aziz (79)');
      await expect(panel.element).toBeAccessible();
    });

    it('says that nobody is surely at the target', async () => {
      const panel = await showTeam([owner], [standing('005y', 'Peter Lang', 72)]);
      expect(panel.text('.help')).toBe('Nobody you can see is surely at the target of 70.');
    });

    it('tells who sees nobody else whom to ask', async () => {
      const panel = await showTeam([standing(USER_ID, 'Ana Ruiz', 50)], [], { ownerId: USER_ID });
      expect(panel.has('.help')).toBe(false);
      expect(panel.text('.whom-to-ask')).toBe('Your manager, Ben Okafor, sees who could help.');
    });

    it('is not sure where the target is in the likely range', async () => {
      const panel = await showTeam([standing(OWNER, 'Ana Ruiz', 67)]);
      expect(panel.text('.status')).toBe('Not sure yet: the target is in the likely range');
    });

    it('is not sure where the evidence is thin', async () => {
      const panel = await showTeam([standing(OWNER, 'Ana Ruiz', 50, { Enough_Evidence__c: false })]);
      expect(panel.has('.overall')).toBe(false);
      expect(panel.text('.status')).toBe('Not sure yet: too little evidence');
    });
  });
});
