import { findTexts } from '../support/check-keys.ts';
import { OrgCalls } from '../support/org-calls.ts';
import { graphqlTexts } from '../support/package-files.ts';
import { useDemo } from './support/demo.ts';

jest.setTimeout(180_000);

const demo = useDemo();
let ana: string;
let peer: string;
/** The org's doors, as a rep. */
let rep: OrgCalls;

beforeAll(async () => {
  ana = await demo.org.personId('Ana Ruiz');
  peer = await demo.org.personId('Marcus Webb');
  rep = new OrgCalls(demo.org.url, (await demo.as('Ana Ruiz')).token);
});

describe("a peer's readiness", () => {
  /** A query of the package, run by the rep about somebody else. */
  const ask = async (operation: string, variables: object): Promise<Record<string, { edges: unknown[] }>> => {
    const query = graphqlTexts().find(({ text }) => text.includes(`query ${operation}(`))?.text;
    if (query === undefined) throw new Error(`The package has no query ${operation}.`);
    const { json } = await rep.send('POST', '/graphql', { query, variables });
    const { data, errors } = json as { data: { uiapi: { query: never } }; errors: unknown[] };
    expect(errors).toEqual([]);
    return data.uiapi.query;
  };
  const skillCodesOf = async (): Promise<string[]> =>
    (await demo.org.admin.query('SELECT Code__c FROM Skill__c')).map((row) => String(row['Code__c']));

  it.each([
    ['ReviewState', ['Readiness__c', 'Check_Response__c']],
    ['ReadinessProfile', ['Readiness__c', 'Check_Response__c', 'Learning_Event__c']],
    ['ReadinessTrend', ['Readiness_Snapshot__c']],
    ['DealStandings', ['members']],
    ['DevelopmentPlan', ['Assignment__c', 'Readiness__c']],
  ])('is not answered to a rep by the query %s of the pages', async (operation, lists) => {
    const variables = {
      userId: peer,
      personId: peer,
      memberIds: [peer],
      skillCodes: await skillCodesOf(),
      scopes: ['Overall'],
      since: '2000-01-01',
    };
    const mine = { ...variables, userId: ana, personId: ana, memberIds: [ana] };
    const [theirs, own] = await Promise.all([ask(operation, variables), ask(operation, mine)]);
    const sizes = (answer: typeof own): number[] => lists.map((list) => answer[list]?.edges.length ?? Number.NaN);
    expect(sizes(theirs)).toEqual(lists.map(() => 0));
    expect(sizes(own)[0]).toBeGreaterThan(0);
  });

  it('is in no list of who could help: a rep is shown nobody but themselves', async () => {
    const { others } = await ask('DealStandings', { memberIds: [peer], skillCodes: await skillCodesOf() });
    const people = (others?.edges as { node: { Person__c: { value: string } } }[]).map(
      ({ node }) => node.Person__c.value,
    );
    expect(new Set(people)).toEqual(new Set([ana]));
  });

  it('is not on the page of a deal that the rep may not see', async () => {
    const [deal] = await demo.org.admin.query(
      `SELECT Id FROM Opportunity WHERE OwnerId = '${ana}' AND IsClosed = false
         AND Id NOT IN (SELECT OpportunityId FROM OpportunityTeamMember WHERE UserId = '${peer}')
       ORDER BY Amount DESC LIMIT 1`,
    );
    const stranger = await demo.as('Marcus Webb');
    await stranger.page.goto(`/lightning/r/Opportunity/${deal?.Id ?? ''}/view`);
    const panel = stranger.page.getByRole('article').filter({ hasText: 'Deal team readiness' });
    await panel.getByText('Deal team readiness could not be loaded').waitFor();
    await stranger.settle();
    expect(await panel.locator('c-readiness-bar').count()).toBe(0);
    const [own] = await demo.org.admin.query(`SELECT Id FROM Readiness__c WHERE Person__c = '${ana}' LIMIT 1`);
    expect(findTexts(await stranger.answers(), [own?.Id ?? ''])).toEqual([]);
    await stranger.close();
  });
});

describe('a development plan', () => {
  const assignmentOf = async (person: string): Promise<string> => {
    const [row] = await demo.org.admin.query(
      `SELECT Id FROM Assignment__c WHERE Person__c = '${person}' AND CreatedBy.Name = 'Ben Okafor' LIMIT 1`,
    );
    if (!row?.Id) throw new Error('The seed gives this person nothing that the manager assigned.');
    return row.Id;
  };

  it.each([
    ['withdrawn', { Withdrawn__c: true }],
    ['put off', { Due_On__c: '2099-12-31' }],
    ['ticked off', { Done_On__c: '2026-01-01' }],
    ['said to be far on', { Progress__c: 100 }],
  ])('that a manager assigned is not %s by the rep', async (_, fields) => {
    const path = `/sobjects/Assignment__c/${await assignmentOf(ana)}`;
    const { status } = await rep.send('PATCH', path, fields);
    expect(status).toBe(400);
    expect((await rep.send('DELETE', path)).status).toBeGreaterThanOrEqual(400);
  });

  it('of a peer is neither written to nor found by its id', async () => {
    const [nugget] = await demo.org.admin.query("SELECT Id FROM Nugget__c WHERE Status__c = 'Published' LIMIT 1");
    const record = { Person__c: peer, OwnerId: peer, Nugget__c: nugget?.Id, Reason__c: 'Other' };
    expect((await rep.send('POST', '/sobjects/Assignment__c', record)).status).toBe(400);
    const [theirs] = await demo.org.admin.query(`SELECT Id FROM Assignment__c WHERE Person__c != '${ana}' LIMIT 1`);
    const path = `/sobjects/Assignment__c/${theirs?.Id ?? ''}`;
    expect((await rep.send('GET', path)).status).toBe(404);
    expect((await rep.send('PATCH', path, { Withdrawn__c: true })).status).toBeGreaterThanOrEqual(400);
  });
});
