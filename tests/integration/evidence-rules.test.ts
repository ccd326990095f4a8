import type { RecordInput } from '../../local-org/store/types.ts';
import { startDeployedOrg, type TestOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

const ONLY_MANAGERS = 'Only the managers above a person can assess the person.';
const ONLY_ONES_OWN = 'You can only record or undo what you did yourself.';

let started: TestOrg;
let world: SmallWorld;

beforeAll(async () => {
  started = await startDeployedOrg();
  world = new SmallWorld(started.org);
  const { manager, ana, ben } = world.users;
  world.update('User', { Id: ana, ManagerId: manager });
  world.assign(manager, 'Fluency_Manager');
  world.assign(ana, 'Fluency_Rep');
  world.assign(ben, 'Fluency_Rep');
}, 120_000);
afterAll(() => started.close());

describe('an assessment', () => {
  const about = (person: keyof SmallWorld['users'], level: number): RecordInput => ({
    Person__c: world.users[person],
    OwnerId: world.users[person],
    Skill__c: world.skills.discovery,
    Level__c: level,
  });

  it('is made, and mended, by a manager above the person', () => {
    const made = world.insertAs('manager', 'Skill_Assessment__c', about('ana', 40));
    expect(made).toMatchObject({ success: true });
    expect(world.updateAs('manager', 'Skill_Assessment__c', { Id: made?.id ?? '', Level__c: 60 })?.success).toBe(true);
  });

  it('can be taken back by a manager above, and by nobody else', () => {
    const id = world.insertAs('manager', 'Skill_Assessment__c', about('ana', 40))?.id ?? '';
    expect(world.updateAs('ana', 'Skill_Assessment__c', { Id: id, Undone__c: true })?.success).toBe(false);
    expect(world.updateAs('ben', 'Skill_Assessment__c', { Id: id, Undone__c: true })?.success).toBe(false);
    expect(world.updateAs('manager', 'Skill_Assessment__c', { Id: id, Undone__c: true })?.success).toBe(true);
  });

  it('cannot be moved to the manager, or to somebody the manager is not above', () => {
    const id = world.insertAs('manager', 'Skill_Assessment__c', about('ana', 40))?.id ?? '';
    for (const person of ['manager', 'ben'] as const) {
      expect(world.updateAs('manager', 'Skill_Assessment__c', { Id: id, ...about(person, 100) })?.errors).toMatchObject(
        [{ message: ONLY_MANAGERS }],
      );
    }
  });

  it('is not of a day to come', () => {
    const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const observed = (days: number) =>
      world.insertAs('manager', 'Skill_Assessment__c', { ...about('ana', 40), Observed_On__c: dayIn(days) });
    expect(observed(-30)?.success).toBe(true);
    expect(observed(30)?.errors).toMatchObject([{ message: 'An observation is of today or an earlier day.' }]);
  });

  it('of a manager cannot be changed by that manager, who owns it', () => {
    const [id = ''] = world.insert('Skill_Assessment__c', [about('manager', 20)]);
    expect(world.updateAs('manager', 'Skill_Assessment__c', { Id: id, Level__c: 100 })?.errors).toMatchObject([
      { message: ONLY_MANAGERS },
    ]);
  });
});

describe('a learning event', () => {
  const viewed = (): RecordInput => ({ Nugget__c: world.nugget, Type__c: 'Viewed' });

  it('can be undone by whom it is about, and by nobody above', () => {
    const id = world.insertAs('ana', 'Learning_Event__c', viewed())?.id ?? '';
    expect(world.updateAs('manager', 'Learning_Event__c', { Id: id, Undone__c: true })?.errors).toMatchObject([
      { message: ONLY_ONES_OWN },
    ]);
    expect(world.updateAs('ana', 'Learning_Event__c', { Id: id, Undone__c: true })?.success).toBe(true);
  });

  it('cannot be recorded for, or handed to, somebody else', () => {
    const { ben } = world.users;
    expect(world.insertAs('ana', 'Learning_Event__c', { ...viewed(), OwnerId: ben })?.success).toBe(false);
    const id = world.insertAs('ana', 'Learning_Event__c', viewed())?.id ?? '';
    expect(world.updateAs('ana', 'Learning_Event__c', { Id: id, OwnerId: ben })?.success).toBe(false);
  });
});

describe('an answer', () => {
  it('is for oneself and stays as it is', () => {
    const { ana, ben } = world.users;
    const answer = { Question__c: world.questions[0] ?? '', Chosen_Option__c: 'A' };
    expect(world.insertAs('ana', 'Check_Response__c', { ...answer, OwnerId: ben })?.success).toBe(false);
    const id = world.insertAs('ana', 'Check_Response__c', answer)?.id ?? '';
    expect(started.org.record(world.actor('ana'), 'Check_Response__c', id)).toMatchObject({ OwnerId: ana });
    const changes: readonly RecordInput[] = [
      { OwnerId: ben },
      { Chosen_Option__c: 'B' },
      { Question__c: world.questions[1] ?? '' },
    ];
    for (const change of changes) {
      expect(world.updateAs('ana', 'Check_Response__c', { Id: id, ...change })?.success).toBe(false);
    }
    expect(started.org.store.remove(world.actor('ana'), [id])[0]?.success).toBe(false);
  });
});
