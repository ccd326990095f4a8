import { rerank, respelledExpression, searchExpression } from '../../core/knowledge/index.ts';
import { callApex } from '../../local-org/apex/call-apex.ts';
import { packageFiles } from '../support/package-files.ts';
import { startDeployedOrg, type TestOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

let started: TestOrg;
let world: SmallWorld;

interface Found {
  readonly Id: string;
  readonly [field: string]: unknown;
}

beforeAll(async () => {
  started = await startDeployedOrg();
  world = new SmallWorld(started.org);
  world.assign(world.users.ana, 'Fluency_Rep');
  const question = { Status__c: 'Open', Source__c: 'Web', OwnerId: world.users.ana };
  const [support = ''] = world.insert('Question__c', [
    { ...question, Title__c: 'Does Globex include support?', Body__c: '<p>They say it is <b>free</b>.</p>' },
    { ...question, Title__c: 'Support again', Status__c: 'Duplicate' },
    { ...question, Title__c: 'Discounts at year end' },
  ]);
  world.insert('Answer__c', [
    { Question__c: support, Body__c: 'Support is billed after a year.', Source__c: 'Web', OwnerId: world.users.ben },
  ]);
  world.insert('Revision__c', [
    { Question__c: support, Kind__c: 'Summary', Body__c: '<p>Onboarding is <b>extra</b>.</p>' },
    { Question__c: support, Kind__c: 'Text', Title__c: 'Does Globex onboard?' },
  ]);
  world.insert('Tag__c', [{ Name: 'support', Key__c: 'support' }]);
  world.insert('Captured_Exchange__c', [{ Key__c: 't', Subject__c: 'support', Question_Title__c: 'support' }]);
}, 120_000);
afterAll(() => started.close());

const find = (searchText: string): Found[][] =>
  callApex(started.org, world.actor('ana'), 'KnowledgeSearch.find', { searchText }) as Found[][];

describe('full text search of the knowledge bank', () => {
  it('finds questions, answers, nuggets and tags, each in its list, without duplicates', () => {
    const [questions, answers, nuggets, tags] = find('support*');
    expect(questions?.map(({ Title__c }) => Title__c)).toEqual(['Does Globex include support?']);
    expect(answers).toMatchObject([{ Question__c: questions?.[0]?.Id }]);
    expect(nuggets).toEqual([]);
    expect(tags).toMatchObject([{ Name: 'support' }]);
    expect(find('discounts')[2]).toMatchObject([{ Name: 'Discounts' }]);
  });

  it('finds summaries with their question, not how texts read before an edit', () => {
    const summaries = find('onboard*')[4];
    expect(summaries).toMatchObject([{ Question__r: { Title__c: 'Does Globex include support?' } }]);
    expect(summaries?.[0]?.['Body__c']).toContain('extra');
  });

  it('searches the text of the body, and gives nothing of drafts that wait for review', () => {
    expect(find('free')[0]).toHaveLength(1);
    expect(JSON.stringify(find('support'))).not.toContain('Captured');
  });

  it('keeps what is searched for a search, whatever is in it', () => {
    expect(find('x} RETURNING User(Id, Username) {y').flat()).toEqual([]);
    expect(() => find('')).toThrow(expect.objectContaining({ errorCode: 'MALFORMED_SEARCH' }));
  });

  it.each([
    ['discuont', 'Discounts at year end'],
    ['globx', 'Does Globex include support?'],
    ['who aproves a discuont', 'Discounts at year end'],
  ])('finds what is meant by %j once it is asked for how its words begin', (text, title) => {
    const questions = (searchText: string | undefined) =>
      (find(searchText ?? '')[0] ?? []).map(({ Id, Title__c }) => ({ id: Id, title: String(Title__c) }));
    const sure = questions(searchExpression(text));
    expect(sure).toEqual([]);
    const hits = rerank(text, questions(respelledExpression(text, sure)));
    expect(hits[0]?.entry.title).toBe(title);
    expect(hits[0]?.reasons.map(({ code }) => code)).toContain('words');
  });

  it('is for those who have the class', () => {
    expect(() => callApex(started.org, world.actor('ben'), 'KnowledgeSearch.find', { searchText: 'support' })).toThrow(
      "You do not have access to the Apex class named 'KnowledgeSearch'.",
    );
  });
});

describe('the Apex of the package', () => {
  const classes = packageFiles(/\.cls$/).filter(({ text }) => !/@IsTest/i.test(text));

  it.each(classes.map(({ path, text }) => [path, text]))(
    '%s runs as whoever asks, and builds no query from text',
    (_path, text) => {
      expect(text).toMatch(/\bwith sharing class\b/);
      const queries = text.match(/\[\s*(SELECT|FIND)\b[^\]]*\]/gi) ?? [];
      expect(queries.length).toBeGreaterThan(0);
      expect(queries.filter((query) => !/WITH USER_MODE\s*\]$/i.test(query))).toEqual([]);
      expect(text).not.toMatch(/\b(Database|Search)\.\w*(query|find)\w*\s*\(/i);
    },
  );
});
