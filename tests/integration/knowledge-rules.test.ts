import type { RecordInput } from '../../local-org/store/types.ts';
import { startDeployedOrg, type TestOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

type Person = keyof SmallWorld['users'];

let started: TestOrg;
let world: SmallWorld;
let question: string;
let answer: string;

beforeAll(async () => {
  started = await startDeployedOrg();
  world = new SmallWorld(started.org);
  const { manager, ana, ben } = world.users;
  world.assign(manager, 'Fluency_Enablement');
  world.assign(ana, 'Fluency_Rep');
  world.assign(ben, 'Fluency_Rep');
  question = made('ana', 'Question__c', { Title__c: 'Do they include support?', Status__c: 'Open', Source__c: 'Web' });
  answer = made('ben', 'Answer__c', { Question__c: question, Body__c: 'Only for a year.', Source__c: 'Web' });
}, 120_000);
afterAll(() => started.close());

function made(person: Person, object: string, record: RecordInput): string {
  const saved = world.insertAs(person, object, record);
  if (saved?.id === undefined) throw new Error(`${object}: ${JSON.stringify(saved?.errors)}`);
  return saved.id;
}

const score = (): unknown => world.rows(`SELECT Score__c FROM Answer__c WHERE Id = '${answer}'`)[0]?.['Score__c'];

describe('a vote', () => {
  const vote = (person: Person, value: number): RecordInput => ({
    Answer__c: answer,
    Value__c: value,
    Key__c: `${world.users[person]}:${answer}`,
  });

  it('takes no more than reading the answer, counts, and can be taken back', () => {
    const id = made('ana', 'Vote__c', vote('ana', 1));
    expect(score()).toBe(1);
    expect(world.updateAs('ana', 'Vote__c', { Id: id, Value__c: 0 })?.success).toBe(true);
    expect(score()).toBe(0);
    expect(world.updateAs('ana', 'Vote__c', { Id: id, Value__c: 1 })?.success).toBe(true);
  });

  it('is one a person and answer', () => {
    expect(world.insertAs('ana', 'Vote__c', vote('ana', 1))?.errors).toMatchObject([{ statusCode: 'DUPLICATE_VALUE' }]);
    expect(world.insertAs('ana', 'Vote__c', vote('manager', 1))?.errors).toMatchObject([
      { message: 'A vote is your own: its key is your id and the id of the answer.' },
    ]);
  });

  it('is not for oneself, nor worth more than one', () => {
    expect(world.insertAs('ben', 'Vote__c', vote('ben', 1))?.errors).toMatchObject([
      { message: 'You cannot vote for your own answer.' },
    ]);
    expect(world.insertAs('manager', 'Vote__c', vote('manager', 1))?.success).toBe(true);
    expect(world.insertAs('manager', 'Vote__c', { ...vote('manager', 5) })?.success).toBe(false);
  });

  it('of somebody else stays as it is', () => {
    const [own] = world.rows(`SELECT Id FROM Vote__c WHERE Key__c = '${world.users.ana}:${answer}'`);
    expect(world.updateAs('ben', 'Vote__c', { Id: String(own?.['Id']), Value__c: -1 })?.success).toBe(false);
  });
});

describe('a name', () => {
  const own = expect.stringMatching(/is saved in your own name, and stays with its author/) as string;

  it('is never put under what somebody else asks, answers or says', () => {
    const written: readonly (readonly [string, RecordInput])[] = [
      ['Question__c', { Title__c: 'Mine?', Status__c: 'Open', Source__c: 'Web' }],
      ['Answer__c', { Question__c: question, Body__c: 'Yes.', Source__c: 'Web' }],
      ['Comment__c', { Question__c: question, Body__c: 'Thanks.' }],
    ];
    for (const [object, record] of written) {
      expect(world.insertAs('ana', object, { ...record, OwnerId: world.users.ben })?.errors).toMatchObject([
        { message: own },
      ]);
      const id = made('ana', object, { ...record, OwnerId: world.users.ana });
      for (const person of ['ana', 'manager'] as const) {
        expect(world.updateAs(person, object, { Id: id, OwnerId: world.users.ben })?.errors).toMatchObject([
          { message: own },
        ]);
      }
      // Imports write for others, and an administrator hands over what somebody who left had written.
      world.update(object, { Id: id, OwnerId: world.users.ben });
      world.remove(id);
    }
  });
});

describe('a question and its answers', () => {
  it('are changed by whoever wrote them, and by those who moderate', () => {
    expect(world.updateAs('ana', 'Answer__c', { Id: answer, Body__c: 'Yes!' })?.success).toBe(false);
    expect(world.updateAs('ben', 'Question__c', { Id: question, Accepted_Answer__c: answer })?.success).toBe(false);
    expect(world.updateAs('ana', 'Question__c', { Id: question, Accepted_Answer__c: answer })?.success).toBe(true);
    expect(world.updateAs('ben', 'Answer__c', { Id: answer, Body__c: 'Only for the first year.' })?.success).toBe(true);
    expect(world.updateAs('manager', 'Answer__c', { Id: answer, Outdated__c: true })?.success).toBe(true);
  });

  it('are closed, marked as duplicate or outdated by whoever asked and those who moderate, by nobody else', () => {
    const original = made('ben', 'Question__c', { Title__c: 'Support?', Status__c: 'Open', Source__c: 'Web' });
    const changes: RecordInput[] = [
      { Status__c: 'Closed' },
      { Status__c: 'Duplicate', Duplicate_Of__c: original },
      { Status__c: 'Answered', Duplicate_Of__c: null, Outdated__c: true },
      { Outdated__c: false },
    ];
    for (const change of changes) {
      expect(world.updateAs('ben', 'Question__c', { Id: question, ...change })?.success).toBe(false);
      expect(world.updateAs('manager', 'Question__c', { Id: question, ...change })?.success).toBe(true);
      expect(world.updateAs('ana', 'Question__c', { Id: question, ...change })?.success).toBe(true);
    }
  });

  it('are verified by those who may, and by nobody else', () => {
    const verification = { Answer__c: answer, Kind__c: 'Verified' };
    expect(world.insertAs('ana', 'Verification__c', verification)?.success).toBe(false);
    const id = made('manager', 'Verification__c', verification);
    expect(started.org.store.remove(world.actor('ana'), [id])[0]?.success).toBe(false);
    expect(started.org.store.remove(world.actor('manager'), [id])[0]?.success).toBe(true);
  });

  it('are verified by experts too, who take back their own verification alone', () => {
    const verification = { Answer__c: answer, Kind__c: 'Verified' };
    const ofTrainer = made('manager', 'Verification__c', verification);
    const assigned = world.assign(world.users.ana, 'Fluency_Expert');
    const id = made('ana', 'Verification__c', verification);
    expect(world.updateAs('ana', 'Answer__c', { Id: answer, Outdated__c: true })?.success).toBe(false);
    expect(started.org.store.remove(world.actor('ana'), [ofTrainer])[0]?.success).toBe(false);
    expect(started.org.store.remove(world.actor('ana'), [id])[0]?.success).toBe(true);
    world.remove(ofTrainer);
    world.remove(assigned);
  });

  it('are summed up by everybody, and what a summary was stays as it is', () => {
    const summary = { Question__c: question, Kind__c: 'Summary', Body__c: 'One year.' };
    const id = made('ben', 'Revision__c', summary);
    made('ana', 'Revision__c', { ...summary, Body__c: 'One year, by e-mail.' });
    for (const person of ['ana', 'ben', 'manager'] as const) {
      expect(world.updateAs(person, 'Revision__c', { Id: id, Body__c: 'Never said.' })?.success).toBe(false);
    }
    expect(world.insertAs('ana', 'Revision__c', { ...summary, Kind__c: 'Rumour' })?.success).toBe(false);
  });

  it('have a history that whoever may edit them writes, and nobody else', () => {
    const before = { Question__c: question, Kind__c: 'Text', Title__c: 'Do they?', Body__c: 'Never said.' };
    const ofAnswer = { Question__c: question, Kind__c: 'Text', Answer__c: answer, Body__c: 'Never said.' };
    const refused = [{ message: expect.stringMatching(/^Only its author and those who moderate/) as string }];
    expect(world.insertAs('ben', 'Revision__c', before)?.errors).toMatchObject(refused);
    expect(world.insertAs('ana', 'Revision__c', ofAnswer)?.errors).toMatchObject(refused);
    expect(world.insertAs('ben', 'Revision__c', { ...before, Kind__c: null })?.errors).toMatchObject(refused);
    expect(world.insertAs('ana', 'Revision__c', before)?.success).toBe(true);
    expect(world.insertAs('ben', 'Revision__c', ofAnswer)?.success).toBe(true);
    expect(world.insertAs('manager', 'Revision__c', before)?.success).toBe(true);
    expect(world.insertAs('manager', 'Revision__c', ofAnswer)?.success).toBe(true);
  });

  it('have a history that says who wrote it, and of which thread', () => {
    const summary = { Question__c: question, Kind__c: 'Summary', Body__c: 'One year.' };
    expect(world.insertAs('ana', 'Revision__c', { ...summary, OwnerId: world.users.ben })?.errors).toMatchObject([
      { message: 'An edit or a summary is saved in your own name.' },
    ]);
    const forgeries: RecordInput[] = [{ CreatedById: world.users.ben }, { CreatedDate: '2020-01-01T00:00:00.000Z' }];
    for (const forged of forgeries) {
      expect(world.insertAs('ana', 'Revision__c', { ...summary, ...forged })?.errors).toMatchObject([
        { statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' },
      ]);
    }
    const other = made('ben', 'Question__c', { Title__c: 'Another?', Status__c: 'Open', Source__c: 'Web' });
    const misplaced = { Question__c: other, Kind__c: 'Text', Answer__c: answer, Body__c: 'Elsewhere.' };
    expect(world.insertAs('ben', 'Revision__c', misplaced)?.success).toBe(false);
    expect(world.insertAs('ben', 'Revision__c', { ...summary, Answer__c: answer })?.success).toBe(false);
    // The service writes for others: what it brings in stands in their name.
    const [imported] = world.insert('Revision__c', [{ ...summary, Kind__c: 'Text', OwnerId: world.users.ben }]);
    expect(imported).toBeDefined();
  });

  it('do not open the deal they are about', () => {
    const [deal = ''] = world.insert('Opportunity', [
      { Name: 'Acme', StageName: 'Prospecting', CloseDate: '2030-01-01', OwnerId: world.users.ana },
    ]);
    const about = made('ana', 'Question__c', {
      Title__c: 'In a deal',
      Status__c: 'Open',
      Source__c: 'Web',
      Context__c: '[{"label":"Stage","value":"Prospecting"}]',
      Opportunity__c: deal,
    });
    const fields = ['Title__c', 'Context__c', 'Opportunity__r.Name'];
    const seen = started.org.record(world.actor('ben'), 'Question__c', about, fields);
    expect(seen).toMatchObject({ Title__c: 'In a deal', Context__c: '[{"label":"Stage","value":"Prospecting"}]' });
    expect(JSON.stringify(seen)).not.toContain('Acme');
    expect(JSON.stringify(started.org.record(world.actor('ana'), 'Question__c', about, fields))).toContain('Acme');
    expect(started.org.soql(world.actor('ben'), `SELECT Id FROM Opportunity WHERE Id = '${deal}'`).totalSize).toBe(0);
    const byDeal = "SELECT Id FROM Question__c WHERE Opportunity__r.Name = 'Acme'";
    expect(started.org.soql(world.actor('ana'), byDeal).totalSize).toBe(1);
    expect(started.org.soql(world.actor('ben'), byDeal).totalSize).toBe(0);
  });
});

describe('a request to somebody who knows', () => {
  const request = (person: Person, of = question): RecordInput => {
    return { Question__c: of, Person__c: world.users[person], Key__c: `${world.users[person]}:${of}` };
  };

  it('is made by whoever asked, once a person, and read by whom it concerns', () => {
    const id = made('ana', 'Expert_Request__c', request('ben'));
    expect(world.insertAs('ana', 'Expert_Request__c', request('ben'))?.errors).toMatchObject([
      { statusCode: 'DUPLICATE_VALUE' },
    ]);
    expect(started.org.record(world.actor('ben'), 'Expert_Request__c', id, ['Person__c'])?.['Person__c']).toBe(
      world.users.ben,
    );
    const others: RecordInput[] = [
      { Person__c: world.users.manager },
      { Person__c: world.users.manager, Key__c: `${world.users.manager}:${question}` },
      { Key__c: 'any' },
      { Told_At__c: '2026-01-01T00:00:00.000Z' },
    ];
    for (const change of others) {
      for (const person of ['ana', 'ben', 'manager'] as const) {
        expect(world.updateAs(person, 'Expert_Request__c', { Id: id, ...change })?.success).toBe(false);
      }
    }
  });

  it('is declined by whoever is asked and taken back by whoever asked, and both may change their mind', () => {
    const asked = made('ana', 'Question__c', { Title__c: 'Who knows?', Status__c: 'Open', Source__c: 'Web' });
    const id = made('ana', 'Expert_Request__c', request('ben', asked));
    const change = (person: Person, record: RecordInput) =>
      world.updateAs(person, 'Expert_Request__c', { Id: id, ...record })?.success;
    for (const said of [true, false]) {
      expect(change('ana', { Declined__c: said })).toBe(!said);
      expect(change('manager', { Declined__c: said })).toBe(!said);
      expect(change('ben', { Withdrawn__c: said })).toBe(!said);
    }
    expect([change('ben', { Declined__c: true }), change('ben', { Declined__c: false })]).toEqual([true, true]);
    expect([change('ana', { Withdrawn__c: true }), change('ana', { Withdrawn__c: false })]).toEqual([true, true]);
    expect([change('manager', { Withdrawn__c: true }), change('manager', { Withdrawn__c: false })]).toEqual([
      true,
      true,
    ]);
    const answered = { ...request('manager', asked), Declined__c: true };
    expect(world.insertAs('ana', 'Expert_Request__c', answered)?.errors).toMatchObject([
      { message: 'Only whoever is asked can decline.' },
    ]);
  });

  it('is not for somebody else’s question, nor for oneself', () => {
    expect(world.insertAs('ben', 'Expert_Request__c', request('manager'))?.errors).toMatchObject([
      { message: 'Only whoever asked the question can ask somebody to answer it.' },
    ]);
    expect(world.insertAs('ana', 'Expert_Request__c', request('ana'))?.errors).toMatchObject([
      { message: 'A question is not sent to whoever asked it.' },
    ]);
    expect(world.insertAs('ana', 'Expert_Request__c', { ...request('manager'), Key__c: 'any' })?.success).toBe(false);
  });
});

describe('what is computed or private', () => {
  it('is nobody’s to write but the sync’s', () => {
    const record = { Key__c: 'x', Person__c: world.users.ana, Score__c: 100 };
    expect(world.insertAs('ana', 'Expertise__c', record)?.success).toBe(false);
  });

  it('is decided for oneself only', () => {
    const preference = (person: Person): RecordInput => ({ Key__c: world.users[person], No_Mail__c: true });
    expect(world.insertAs('ana', 'Knowledge_Preference__c', preference('ana'))?.success).toBe(true);
    expect(world.insertAs('ana', 'Knowledge_Preference__c', preference('ben'))?.success).toBe(false);
    const follow = { Question__c: question, Key__c: `${world.users.ben}:${question}`, OwnerId: world.users.ben };
    expect(world.insertAs('ana', 'Follow__c', follow)?.success).toBe(false);
  });

  it('is not read before its review', () => {
    const [own = ''] = world.insert('Captured_Exchange__c', [
      { Key__c: 'thread', Subject__c: 'Secret', Original__c: 'All of it' },
    ]);
    expect(started.org.soql(world.actor('ana'), 'SELECT Id FROM Captured_Exchange__c').totalSize).toBe(0);
    expect(started.org.soql(world.actor('manager'), 'SELECT Id FROM Captured_Exchange__c').totalSize).toBe(1);
    // Nor decided by anybody else, even where sharing has made it theirs.
    world.update('Captured_Exchange__c', { Id: own, OwnerId: world.users.ana });
    expect(world.updateAs('ana', 'Captured_Exchange__c', { Id: own, Status__c: 'Approved' })?.success).toBe(false);
  });
});
