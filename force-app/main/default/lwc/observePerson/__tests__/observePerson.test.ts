import AssessSkill from 'c/assessSkill';
import { today } from 'c/dates';
import ObservePerson from 'c/observePerson';
import USER_ID from '@salesforce/user/Id';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

const PERSON_ID = '005000000000001AAA';
const OTHER = '005000000000009AAA';
const open = jest.spyOn(AssessSkill, 'open').mockResolvedValue(undefined);

const show = (): Promise<Mounted> => mount('c-observe-person', ObservePerson, { recordId: PERSON_ID });

const OBSERVATION = {
  Id: 'a1',
  Level__c: 72,
  Note__c: 'Traded the term.',
  Observed_On__c: '2025-11-20',
  Undone__c: false,
  Skill__r: { Name: 'Negotiation' },
  CreatedBy: { Name: 'Ben Okafor' },
};

function answer(managers: readonly (string | null)[], observations: object[] = [OBSERVATION]): object {
  const [first = null, second = null, third = null] = managers;
  const Manager = { ManagerId: second, Manager: { ManagerId: third } };
  return {
    User: connection([{ Id: PERSON_ID, Name: 'Ana Ruiz', ManagerId: first, Manager }]),
    Skill_Assessment__c: connection(observations),
  };
}

async function showTo(managers: readonly (string | null)[], observations?: object[]): Promise<Mounted> {
  const card = await show();
  answerGraphql('Observations', answer(managers, observations));
  await flush();
  return card;
}

describe('c-observe-person', () => {
  afterEach(clearPage);

  it('asks for the observations of the last 90 days', async () => {
    await show();
    const since = today(new Date(Date.now() - 90 * 86_400_000));
    expect(graphqlVariables('Observations')).toEqual({ personId: PERSON_ID, since });
  });

  it('shows nothing until it knows who reads', async () => {
    const card = await show();
    expect(card.text()).toBe('');
    await expect(card.element).toBeAccessible();
  });

  it.each([
    ['the manager', [USER_ID]],
    ["the manager's manager", [OTHER, USER_ID]],
    ['the third above', [OTHER, OTHER, USER_ID]],
  ])('lets %s observe', async (_who, managers) => {
    const card = await showTo(managers);
    expect(card.text()).toContain('Negotiation: 4 · Manages the hard case alone');
    expect(card.text()).toContain('Traded the term.');
    expect(card.text()).toContain('Ben Okafor, Nov 20, 2025');
    await expect(card.element).toBeAccessible();
    const refresh = answerGraphql('Observations', answer(managers));
    await flush();
    await card.click('.observe');
    await flush();
    expect(open).toHaveBeenCalledWith({
      label: 'Observe Ana Ruiz',
      size: 'small',
      personId: PERSON_ID,
      personName: 'Ana Ruiz',
    });
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['somebody else', [OTHER]],
    ['a person without a manager', [null]],
  ])('shows nothing of %s', async (_who, managers) => {
    const card = await showTo(managers);
    expect(card.text()).toBe('');
  });

  it('says when there is none yet', async () => {
    const card = await showTo([USER_ID], []);
    expect(card.text()).toContain('No observation in the last 90 days.');
    await expect(card.element).toBeAccessible();
  });

  it('says of what was taken back that it was', async () => {
    const card = await showTo([USER_ID], [{ ...OBSERVATION, Undone__c: true }]);
    expect(card.text()).toContain('Negotiation: taken back');
    expect(card.text()).not.toContain('Traded the term.');
  });

  it('says what happened on an error, and tries again', async () => {
    const card = await show();
    const refresh = failGraphql('Observations', 'The server is away.');
    await flush();
    expect(card.find('c-state-panel').message).toBe('The server is away.');
    await expect(card.element).toBeAccessible();
    await card.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
