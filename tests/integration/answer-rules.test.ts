import type { RecordInput, SaveResult } from '../../local-org/store/types.ts';
import { startDeployedOrg, type TestOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

let started: TestOrg;
let world: SmallWorld;

beforeAll(async () => {
  started = await startDeployedOrg();
  world = new SmallWorld(started.org);
  world.assign(world.users.manager, 'Fluency_Enablement');
  world.assign(world.users.ana, 'Fluency_Rep');
  world.assign(world.users.ben, 'Fluency_Rep');
}, 120_000);
afterAll(() => started.close());

const save = (person: 'manager' | 'ana' | 'ben', object: string, record: RecordInput): SaveResult | undefined => {
  const { store } = started.org;
  const { Id } = record;
  const actor = world.actor(person);
  return typeof Id === 'string'
    ? store.update(actor, object, [{ ...record, Id }])[0]
    : store.insert(actor, object, [record])[0];
};
const asked = (Title__c: string): string => {
  const id = save('ana', 'Question__c', { Title__c, Status__c: 'Open', Source__c: 'Web' })?.id;
  if (id === undefined) throw new Error(`${Title__c} was not asked`);
  return id;
};
const answerTo = (Question__c: string, Body__c: string | null = 'Yes.'): RecordInput => {
  return { Question__c, Body__c, Source__c: 'Web' };
};

describe('an answer', () => {
  const noMore = { message: expect.stringMatching(/^This question takes no more answers/) as string };

  it('is not given to a question that was closed, or marked as a duplicate, since the page was opened', () => {
    const question = asked('Closed meanwhile?');
    const before = save('ben', 'Answer__c', answerTo(question))?.id ?? '';
    const elsewhere = save('ben', 'Answer__c', answerTo(asked('Another?')))?.id ?? '';
    for (const Status__c of ['Closed', 'Duplicate']) {
      expect(save('ana', 'Question__c', { Id: question, Status__c })?.success).toBe(true);
      for (const person of ['ana', 'ben', 'manager'] as const)
        expect(save(person, 'Answer__c', answerTo(question))?.errors).toMatchObject([noMore]);
      expect(save('ben', 'Answer__c', { Id: elsewhere, Question__c: question })?.errors).toMatchObject([noMore]);
      // What was said before may still be put better.
      expect(save('ben', 'Answer__c', { Id: before, Body__c: `Yes: ${Status__c}.` })?.success).toBe(true);
    }
    expect(save('ana', 'Question__c', { Id: question, Status__c: 'Open' })?.success).toBe(true);
    expect(save('ben', 'Answer__c', answerTo(question))?.success).toBe(true);
  });

  it('has words', () => {
    const question = asked('Anything?');
    const nothing = [{ message: 'Please write an answer.', fields: ['Body__c'] }];
    for (const body of ['', null]) {
      expect(save('ben', 'Answer__c', answerTo(question, body))?.errors).toMatchObject(nothing);
    }
    const id = save('ben', 'Answer__c', answerTo(question))?.id ?? '';
    expect(save('ben', 'Answer__c', { Id: id, Body__c: '' })?.errors).toMatchObject(nothing);
  });
});

it('a duplicate leads to an original: not to itself, and to no other duplicate', () => {
  const [first, second, third] = ['First?', 'Second?', 'Third?'].map(asked);
  const mark = (question = '', original = '') =>
    save('ana', 'Question__c', { Id: question, Status__c: 'Duplicate', Duplicate_Of__c: original });
  const refused = [{ message: expect.stringMatching(/please choose the original\.$/) as string }];
  expect(mark(first, first)?.success).toBe(false);
  expect(mark(second, first)?.success).toBe(true);
  expect(mark(first, second)?.errors).toMatchObject(refused);
  expect(mark(third, second)?.errors).toMatchObject(refused);
  expect(mark(third, first)?.success).toBe(true);
  expect(save('ana', 'Question__c', { Id: second ?? '', Status__c: 'Open', Duplicate_Of__c: null })?.success).toBe(
    true,
  );
  expect(mark(first, second)?.success).toBe(true);
});
