import AssignTraining from 'c/assignTraining';
import LaunchOwn from 'c/launchOwn';
import { today } from 'c/dates';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';

jest.mock('c/assignTraining');

const DAY = 86_400_000;
const dayIn = (days: number): string => new Date(Date.parse(today(new Date())) + days * DAY).toISOString().slice(0, 10);
const launch = { id: 'a01', name: 'Field 6', day: dayIn(12) };
const SHORT = JSON.stringify([{ skillCode: 'field', score: 52, target: 60, gap: 8, enoughEvidence: true }]);
const answer = (own: object[]) => ({
  own: connection(own),
  Skill__c: connection([{ Id: 's2', Code__c: 'field', Name: 'Field products' }]),
});

const show = (properties: object = {}): Promise<Mounted> => mount('c-launch-own', LaunchOwn, { launch, ...properties });

async function showOwn(row: object, properties: object = {}): Promise<Mounted> {
  const own = await show(properties);
  answerGraphql('OwnLaunch', answer([{ Id: 'r1', ...row }]));
  await flush();
  return own;
}

describe('c-launch-own', () => {
  afterEach(clearPage);

  it('asks for the reader alone', async () => {
    const own = await show();
    expect(graphqlVariables('OwnLaunch')).toEqual({ launchId: 'a01', userId: expect.stringMatching(/^005/) });
    expect(own.find('c-state-panel').state).toBe('loading');
    await expect(own.element).toBeAccessible();
  });

  it('says what is short, the chance, and plans training for it', async () => {
    const own = await showOwn({ Ready__c: false, Forecast__c: 58, Short_Skills__c: SHORT });
    expect(own.text('.sentence')).toBe('You are not there yet for Field 6, in 12 days.');
    expect(own.text('.chance')).toBe('At your present pace: 58% chance of being ready by then.');
    expect(own.text('.text')).toBe('Field products short by 8');
    await expect(own.element).toBeAccessible();
    await own.click('[data-skill-code="field"]');
    expect(AssignTraining.open).toHaveBeenCalledWith(
      expect.objectContaining({ skillId: 's2', launchId: 'a01', reason: 'Launch', people: [expect.anything()] }),
    );
  });

  it('says that training is in the plan, with a way back', async () => {
    jest.mocked(AssignTraining.open).mockResolvedValueOnce({ assignmentIds: ['a1'] });
    const own = await showOwn({ Ready__c: false, Forecast__c: 58, Short_Skills__c: SHORT });
    expect(own.find('c-assigned-notice').text).toBe('');
    await own.click('[data-skill-code="field"]');
    await flush();
    expect(own.find('c-assigned-notice').text).toBe('Training is in your development plan.');
    expect(own.find('c-assigned-notice').assignmentIds).toEqual(['a1']);
    await own.fire('c-assigned-notice', 'undone');
    expect(own.find('c-assigned-notice').text).toBe('');
  });

  it('says that the reader is ready', async () => {
    const own = await showOwn({ Ready__c: true, Forecast__c: 97, Short_Skills__c: '[]' });
    expect(own.text('.sentence')).toBe('You are ready for Field 6, in 12 days.');
    expect(own.text('.chance')).toBe('At your present pace: over 95% chance of still being ready by then.');
    expect(own.has('.row')).toBe(false);
    await expect(own.element).toBeAccessible();
  });

  it('forecasts nothing once the day has come', async () => {
    const own = await showOwn({ Ready__c: false, Forecast__c: 0 }, { launch: { ...launch, day: dayIn(0) } });
    expect(own.has('.chance')).toBe(false);
  });

  it('says so when the launch asks nothing of the reader', async () => {
    const own = await show();
    answerGraphql('OwnLaunch', answer([]));
    await flush();
    expect(own.find('c-state-panel').state).toBe('empty');
    await expect(own.element).toBeAccessible();
  });

  it('says what happened on an error, and tries again', async () => {
    const own = await show();
    const refresh = failGraphql('OwnLaunch', 'The server is away.');
    await flush();
    expect(own.find('c-state-panel').message).toBe('The server is away.');
    await expect(own.element).toBeAccessible();
    await own.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
