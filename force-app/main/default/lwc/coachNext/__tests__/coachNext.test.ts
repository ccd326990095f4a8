import AssessSkill from 'c/assessSkill';
import AssignTraining from 'c/assignTraining';
import { withdraw } from 'c/assignments';
import CoachNext from 'c/coachNext';
import USER_ID from '@salesforce/user/Id';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';
import { reasonWords } from '../coachWords';

jest.mock('c/assignments', () => ({ withdraw: jest.fn().mockResolvedValue(undefined) }));

const observe = jest.spyOn(AssessSkill, 'open').mockResolvedValue(undefined);
const assign = jest.mocked(AssignTraining.open);
const NOW = new Date('2026-11-25T09:00:00Z');

const row = (id: string, name: string, score: number, rest: object = {}): object => ({
  Id: `r-${id}`,
  Person__c: id,
  Skill__c: 's1',
  Score__c: score,
  Lower__c: score - 8,
  Upper__c: score + 8,
  Target__c: 70,
  Enough_Evidence__c: true,
  Due_For_Review__c: null,
  Learning_Rate__c: null,
  Computed_At__c: '2026-11-23T14:00:00.000Z',
  Skill__r: { Name: 'Negotiation' },
  Person__r: { Name: name, Sales_Role__c: 'AE', Sales_Role_Start__c: '2020-01-01' },
  ...rest,
});

const answer = (rows: object[], rest: object = {}): object => ({
  Readiness__c: connection(rows),
  targets: connection([{ Id: 't1', Sales_Role__c: 'AE', Skill__c: 's1', Weight__c: 2 }]),
  launches: connection([]),
  Skill_Assessment__c: connection([]),
  ...rest,
});

async function showCoaching(rows = [row('005A', 'Ana Ruiz', 40), row('005C', 'Cem Aydin', 60)]): Promise<Mounted> {
  const card = await mount('c-coach-next', CoachNext);
  answerGraphql('CoachNext', answer(rows));
  await flush();
  return card;
}

describe('c-coach-next', () => {
  afterEach(clearPage);

  it('asks for the people whom the reader may observe', async () => {
    const card = await mount('c-coach-next', CoachNext);
    expect(graphqlVariables('CoachNext')).toMatchObject({ userId: USER_ID });
    expect(card.find('c-state-panel').state).toBe('loading');
    await expect(card.element).toBeAccessible();
  });

  it('says who, what and why, in order', async () => {
    const card = await showCoaching();
    expect(card.findAll('.who').map(({ textContent }) => textContent)).toEqual([
      'Ana Ruiz: Negotiation',
      'Cem Aydin: Negotiation',
    ]);
    expect(card.text('.reasons')).toBe('Gap: 40 of 70 (99 % likely real) Nobody observed it yet');
    expect(card.findAll('.assign').map(({ variant }) => variant)).toEqual(['brand', 'neutral']);
    await expect(card.element).toBeAccessible();
  });

  it('takes launches and observations into account', async () => {
    const card = await mount('c-coach-next', CoachNext);
    const soon = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    const seen = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
    answerGraphql(
      'CoachNext',
      answer([row('005A', 'Ana Ruiz', 40)], {
        launches: connection([
          {
            Id: 'l1',
            Sales_Role__c: 'AE',
            Skill__c: 's1',
            Target__c: 80,
            Launch__r: { Name: 'Rollout 5.2', Launch_On__c: soon },
          },
        ]),
        Skill_Assessment__c: connection([
          { Id: 'a1', Person__c: '005A', Skill__c: 's1', Observed_On__c: seen, CreatedDate: `${seen}T10:00:00.000Z` },
        ]),
      }),
    );
    await flush();
    expect(card.text('.reasons')).toBe('Gap: 40 of 80 (99 % likely real) Rollout 5.2 asks for it in 9 days');
  });

  it('observes, and looks again', async () => {
    observe.mockResolvedValueOnce({ assessmentId: 'a1' });
    const card = await mount('c-coach-next', CoachNext);
    const refresh = answerGraphql('CoachNext', answer([row('005A', 'Ana Ruiz', 40)]));
    await flush();
    await card.click('.observe');
    await flush();
    expect(observe).toHaveBeenCalledWith({
      label: 'Observe Ana Ruiz',
      size: 'small',
      personId: '005A',
      personName: 'Ana Ruiz',
      skillId: 's1',
    });
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(card.text('.done')).toContain('Negotiation of Ana Ruiz is observed');
    expect(card.has('.undo')).toBe(false);
  });

  it('assigns, and takes it back', async () => {
    assign.mockResolvedValueOnce({ assignmentIds: ['a1'] });
    const card = await showCoaching();
    await card.click('.assign');
    await flush();
    expect(assign).toHaveBeenCalledWith(
      expect.objectContaining({ people: [{ id: '005A', name: 'Ana Ruiz' }], skillId: 's1', reason: 'Gap' }),
    );
    await card.click('.undo');
    await flush();
    expect(withdraw).toHaveBeenCalledWith(['a1']);
    expect(card.has('.done')).toBe(false);
  });

  it('says when there is nobody to coach, and when that is not known', async () => {
    const card = await showCoaching([row('005A', 'Ana Ruiz', 90)]);
    expect(card.find('c-state-panel').heading).toBe('Nobody to coach right now');
    await expect(card.element).toBeAccessible();
    const refresh = failGraphql('CoachNext', 'The server is away.');
    await flush();
    expect(card.find('c-state-panel').message).toBe('The server is away.');
    await expect(card.element).toBeAccessible();
    await card.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});

it.each([
  [{ kind: 'gap', points: 1, score: 48.4, target: 70, likely: 0.93 }, 'Gap: 48 of 70 (93 % likely real)'],
  [{ kind: 'unknown', points: 1, target: 70 }, 'Too little is known about a target of 70'],
  [{ kind: 'launch', points: 1, name: 'Rollout', days: 0 }, 'Rollout asks for it today'],
  [{ kind: 'launch', points: 1, name: 'Rollout', days: 1 }, 'Rollout asks for it tomorrow'],
  [{ kind: 'stuck', points: 1, rate: 0.13 }, 'Not moving: 0.1 points a week'],
  [{ kind: 'fading', points: 1, since: '2026-11-20' }, 'Due for review since Nov 20'],
  [{ kind: 'newInRole', points: 1, days: 30 }, '30 days in the role'],
  [{ kind: 'notObserved', points: 1, days: 80 }, 'Nobody observed it for 80 days'],
] as const)('says %j in words', (reason, expected) => {
  expect(reasonWords(reason, NOW)).toBe(expected);
});
