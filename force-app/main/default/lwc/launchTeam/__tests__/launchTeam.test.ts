import AssignTraining from 'c/assignTraining';
import LaunchTeam from 'c/launchTeam';
import { today } from 'c/dates';
import USER_ID from '@salesforce/user/Id';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';
import { graphql } from 'lightning/graphql';
import { teamShortSkills, toLaunchPeople } from '../launchPeople';

jest.mock('c/assignTraining');

const DAY = 86_400_000;
const dayIn = (days: number): string => new Date(Date.parse(today(new Date())) + days * DAY).toISOString().slice(0, 10);
const launch = { id: 'a01', name: 'Field 6', day: dayIn(12) };

const byDay = (...chances: number[]): string =>
  JSON.stringify(chances.map((chance, index) => ({ day: dayIn(index * 12), chance })));
const short = (skillCode: string, gap: number, enoughEvidence = true): object => ({
  skillCode,
  score: 60 - gap,
  target: 60,
  gap,
  enoughEvidence,
});
const person = (id: string, name: string, forecast: number, skills: object[], managerId = USER_ID): object => ({
  Id: `r${id}`,
  Person__c: id,
  Person__r: { Name: name, Sales_Role__c: 'Account Executive', ManagerId: '005x', Manager: { ManagerId: managerId } },
  Score__c: 51.4,
  Target__c: 60,
  Expected_Score__c: 57.6,
  Forecast__c: forecast,
  Short_Skills__c: JSON.stringify(skills),
});
const answer = (notReady: object[]) => ({
  everybody: connection([
    { Id: 'r1', Forecast_By_Day__c: byDay(100, 100) },
    { Id: 'r2', Forecast_By_Day__c: byDay(0, 62) },
    { Id: 'r3', Forecast_By_Day__c: byDay(0, 2) },
  ]),
  notReady: connection(notReady),
  Skill__c: connection([
    { Id: 's1', Code__c: 'demo', Name: 'Demos' },
    { Id: 's2', Code__c: 'field', Name: 'Field products' },
  ]),
});
const NOT_READY = [
  person('u2', 'Marcus Webb', 62, [short('field', 8.2)]),
  person('u3', 'Omar Aziz', 2, [short('field', 30), short('demo', 0, false)]),
];

const show = (properties: object = {}): Promise<Mounted> =>
  mount('c-launch-team', LaunchTeam, { launch, ...properties });

async function showTeam(notReady: object[] = NOT_READY, properties: object = {}): Promise<Mounted> {
  const team = await show(properties);
  answerGraphql('LaunchTeam', answer(notReady));
  await flush();
  return team;
}

describe('short skills of a team', () => {
  it('put the skill that keeps most people first, and average only what is measured', () => {
    const people = toLaunchPeople({ uiapi: { query: answer(NOT_READY) } }, USER_ID);
    expect(teamShortSkills(people.notReady)).toMatchObject([
      { name: 'Field products', skillId: 's2', thin: 0, meanGap: 19.1, people: [{ id: 'u2' }, { id: 'u3' }] },
      { name: 'Demos', thin: 1, meanGap: 0, people: [{ id: 'u3', name: 'Omar Aziz' }] },
    ]);
  });
});

describe('c-launch-team', () => {
  afterEach(clearPage);

  it('asks for the people of its launch', async () => {
    await show();
    expect(graphqlVariables('LaunchTeam')).toEqual({ launchId: 'a01', userId: expect.stringMatching(/^005/) });
  });

  it('is a stencil until they are there', async () => {
    const team = await show();
    expect(team.find('c-state-panel').state).toBe('loading');
    await expect(team.element).toBeAccessible();
  });

  it('forecasts how many will be ready, and draws the way there', async () => {
    const team = await showTeam();
    expect(team.text('.forecast')).toBe('Likely 1 to 2 of 3 by then.');
    const [series] = team.find('c-line-chart').series as { points: { x: string; y: number }[] }[];
    expect(series?.points[0]).toEqual({ x: dayIn(0), y: 1 });
    expect(series?.points.at(-1)?.y).toBeCloseTo(1.64, 6);
  });

  it('says who is not ready, why, and who can still make it', async () => {
    const team = await showTeam();
    expect(team.findAll('.person').map((each) => each.textContent)).toEqual(['Marcus Webb', 'Omar Aziz']);
    expect(team.findAll('.why').map((each) => each.textContent)).toEqual([
      'Field products short by 9',
      'Field products short by 30, Demos: not enough evidence',
    ]);
    expect(team.findAll('.chance').map((each) => each.textContent)).toEqual(['62% chance', 'under 5% chance']);
    expect(team.text('.figures .quiet')).toBe('51 of 60, 58 expected');
    expect(team.findAll('.row-name').map((each) => each.textContent)).toEqual(['Field products', 'Demos']);
    await expect(team.element).toBeAccessible();
  });

  it('assigns training for a skill to everybody who is short of it', async () => {
    const team = await showTeam();
    await team.click('[data-skill-code="field"]');
    expect(AssignTraining.open).toHaveBeenCalledWith({
      label: 'Assign training',
      size: 'small',
      people: [
        { id: 'u2', name: 'Marcus Webb' },
        { id: 'u3', name: 'Omar Aziz' },
      ],
      skillId: 's2',
      skillName: 'Field products',
      launchId: 'a01',
      reason: 'Launch',
    });
  });

  it('assigns training to one person for the skill that is shortest', async () => {
    const team = await showTeam();
    await team.click('.assign-person[data-person-id="u3"]');
    expect(AssignTraining.open).toHaveBeenCalledWith(
      expect.objectContaining({ people: [{ id: 'u3', name: 'Omar Aziz' }], skillId: 's2' }),
    );
  });

  it('offers to assign only for those whom the reader may plan for', async () => {
    const team = await showTeam([
      person('u2', 'Marcus Webb', 62, [short('field', 8.2)], '005other'),
      person('u3', 'Omar Aziz', 2, [short('field', 30)]),
      person('u4', 'Nia Novak', 1, [short('demo', 30)], '005other'),
    ]);
    expect(team.findAll('.assign-person').map((each) => each.dataset['personId'])).toEqual(['u3']);
    expect(team.has('[data-skill-code="demo"]')).toBe(false);
    await team.click('[data-skill-code="field"]');
    expect(AssignTraining.open).toHaveBeenLastCalledWith(
      expect.objectContaining({ people: [{ id: 'u3', name: 'Omar Aziz' }] }),
    );
    await expect(team.element).toBeAccessible();
  });

  it('says what was assigned, with a way back', async () => {
    const open = jest.mocked(AssignTraining.open);
    open.mockResolvedValueOnce({ assignmentIds: ['a1'] }).mockResolvedValueOnce({ assignmentIds: ['a2', 'a3'] });
    const team = await showTeam();
    expect(team.find('c-assigned-notice').text).toBe('');
    await team.click('.assign-person[data-person-id="u3"]');
    await flush();
    expect(team.find('c-assigned-notice').text).toBe('Training is assigned to Omar Aziz.');
    await team.click('[data-skill-code="field"]');
    await flush();
    expect(team.find('c-assigned-notice').text).toBe('Training is assigned to 2 people.');
    expect(team.find('c-assigned-notice').assignmentIds).toEqual(['a2', 'a3']);
    await team.fire('c-assigned-notice', 'undone');
    expect(team.find('c-assigned-notice').text).toBe('');
  });

  it('says nothing where nothing was assigned', async () => {
    jest.mocked(AssignTraining.open).mockResolvedValueOnce(undefined);
    const team = await showTeam();
    await team.click('[data-skill-code="field"]');
    await flush();
    expect(team.find('c-assigned-notice').text).toBe('');
  });

  it('shows the first ten of many, and all on demand', async () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      person(`u${index}`, `Person ${index}`, 40, [short('field', 3)]),
    );
    const team = await showTeam(many);
    expect(team.findAll('.person')).toHaveLength(10);
    expect(team.find('.show-all').label).toBe('Show all 12');
    await team.click('.show-all');
    expect(team.findAll('.person')).toHaveLength(12);
    expect(team.has('.show-all')).toBe(false);
  });

  it('says so when everybody is ready', async () => {
    const team = await showTeam([]);
    expect(team.text()).toContain('Everybody is ready.');
    await expect(team.element).toBeAccessible();
  });

  it('forecasts nothing once the day has come', async () => {
    const team = await showTeam(NOT_READY, { launch: { ...launch, day: dayIn(0) } });
    expect(team.has('.forecast')).toBe(false);
    expect(team.has('c-line-chart')).toBe(false);
  });

  it('says what happened on an error, and tries again', async () => {
    const team = await show();
    const refresh = failGraphql('LaunchTeam', 'The server is away.');
    await flush();
    expect(team.find('c-state-panel').message).toBe('The server is away.');
    await expect(team.element).toBeAccessible();
    await team.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('says so where asking again failed', async () => {
    const team = await show();
    failGraphql('LaunchTeam', 'The server is away.').mockRejectedValueOnce(new Error('Still away.'));
    await flush();
    await team.fire('c-state-panel', 'retry');
    await flush();
    expect(team.find('c-state-panel').message).toBe('Still away.');
  });

  it('says nothing more of an error when another launch is asked for', async () => {
    const team = await show();
    failGraphql('LaunchTeam', 'The server is away.');
    await flush();
    (graphql as unknown as { emit(value: unknown): void }).emit({ data: undefined, errors: undefined });
    await flush();
    expect(team.find('c-state-panel').state).toBe('loading');
  });

  it('fetches newer data when asked from above', async () => {
    const team = await show();
    const refresh = answerGraphql('LaunchTeam', answer(NOT_READY));
    await flush();
    team.element.asked = 1;
    await flush();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('says so when nobody is there', async () => {
    const team = await show();
    answerGraphql('LaunchTeam', { everybody: connection([]), notReady: connection([]), Skill__c: connection([]) });
    await flush();
    expect(team.find('c-state-panel').heading).toBe('Nobody to show yet');
    await expect(team.element).toBeAccessible();
  });
});
