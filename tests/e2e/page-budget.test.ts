import { importContent, readContent } from '../../service/content/index.ts';
import { textsOf, type Answer } from '../support/browser.ts';
import { largeLibrary } from '../support/large-library.ts';
import { useDemo } from './support/demo.ts';

jest.setTimeout(300_000);

const NUGGETS = 10_000;
/**
 * What the nuggets of a deal take; the deal team's readiness shares them and adds two of its own. The answers for the
 * deal share them too and add two: a search that only the org can do, and what is to be known of the 15 best it found.
 * Neither grows with the knowledge bank: a search gives at most 100 questions and 100 answers.
 */
const MOST_REQUESTS = 3;
const MOST_TEAM_REQUESTS = 2;
const MOST_ANSWERS_REQUESTS = 2;
const MOST_BYTES = 200_000;
const MOST_TEAM_BYTES = 40_000;
const MOST_ANSWERS_BYTES = 60_000;

const demo = useDemo();

beforeAll(async () => {
  const { registry } = readContent('content');
  const skills = await demo.org.admin.query('SELECT Code__c FROM Skill__c ORDER BY Code__c');
  const report = await importContent(
    demo.org.admin,
    largeLibrary(
      NUGGETS,
      skills.map((row) => String(row['Code__c'])),
    ),
    registry,
  );
  if (report.refused.length > 0) throw new Error(`The org refused: ${JSON.stringify(report.refused.slice(0, 3))}`);
});

const SEARCH = '/KnowledgeSearch.find';

/**
 * What our components asked for. The shell asks for no GraphQL, and for none of the deal's fields that only the
 * situation needs.
 */
const isOurs = ({ method, path }: Answer): boolean =>
  (method === 'POST' && (path.endsWith('/graphql') || path.endsWith(SEARCH))) ||
  (path.includes('/ui-api/records/') && decodeURIComponent(path).includes('Opportunity.PushCount'));

/** The requests of the deal team's readiness alone. */
const TEAM: ReadonlySet<string> = new Set(['DealTeam', 'DealTeamMembers', 'DealStandings']);

/** The requests of the answers alone. */
const isOfAnswers = ({ name }: { readonly name: string }): boolean => name === 'DealAnswers' || name.endsWith(SEARCH);

const named = ({ sent, path }: Answer): string => /query (\w+)/.exec(sent)?.[1] ?? path.replace(/\?.*/, '');

it(`makes at most ${MOST_REQUESTS} data requests under ${MOST_BYTES / 1000} KB over ${NUGGETS} nuggets`, async () => {
  const [nuggets] = await demo.org.admin.query("SELECT COUNT(Id) n FROM Nugget__c WHERE Key__c LIKE 'nugget-%'");
  const [rules] = await demo.org.admin.query("SELECT COUNT(Id) n FROM Situation_Rule__c WHERE Key__c LIKE 'nugget-%'");
  expect([nuggets?.['n'], rules?.['n']]).toEqual([NUGGETS, 4 * NUGGETS]);
  const ana = await demo.org.personId('Ana Ruiz');
  const deals = await demo.org.admin.query(
    `SELECT Id, Name FROM Opportunity WHERE OwnerId = '${ana}' AND IsClosed = false ORDER BY Amount DESC LIMIT 3`,
  );
  expect(deals.length).toBeGreaterThan(0);
  for (const deal of deals) {
    const rep = await demo.as('Ana Ruiz');
    const began = Date.now();
    await rep.page.goto(`/lightning/r/Opportunity/${deal.Id ?? ''}/view`);
    const panel = rep.page.getByRole('article').filter({ hasText: 'Learn for this deal' });
    await panel.locator('.open').first().waitFor();
    const shownAfter = Date.now() - began;
    await rep.page.getByRole('article').filter({ hasText: 'Deal team readiness' }).locator('.skill').first().waitFor();
    await rep.page.getByRole('article').filter({ hasText: 'Answers for this deal' }).locator('.open').first().waitFor();
    await rep.settle();
    const ours = (await rep.answers()).filter(isOurs);
    const sizes = ours.map((answer) => ({ name: named(answer), bytes: Buffer.byteLength(answer.body) }));
    const ofTeam = sizes.filter(({ name }) => TEAM.has(name));
    const ofAnswers = sizes.filter(isOfAnswers);
    const ofNuggets = sizes.filter((size) => !TEAM.has(size.name) && !isOfAnswers(size));
    const [bytes, teamBytes, answersBytes] = [ofNuggets, ofTeam, ofAnswers].map((some) =>
      some.reduce((sum, size) => sum + size.bytes, 0),
    );
    process.stdout.write(
      `${String(deal['Name'])}: ${ours.length} requests, ${((bytes ?? 0) / 1000).toFixed(1)} KB (${sizes
        .map((size) => `${size.name} ${(size.bytes / 1000).toFixed(1)}`)
        .join(', ')}), nuggets shown after ${shownAfter} ms\n`,
    );
    expect(ofNuggets.length).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect(ofTeam.length).toBeLessThanOrEqual(MOST_TEAM_REQUESTS);
    expect(teamBytes).toBeLessThan(MOST_TEAM_BYTES);
    expect(ofAnswers.length).toBeLessThanOrEqual(MOST_ANSWERS_REQUESTS);
    expect(answersBytes).toBeLessThan(MOST_ANSWERS_BYTES);
    expect((await textsOf(panel.locator('.open'))).length).toBeLessThanOrEqual(3);
    expect(rep.complaints).toEqual([]);
    await rep.close();
  }
});
