import LaunchReadiness from 'c/launchReadiness';
import { today } from 'c/dates';
import { mount, type Mounted } from 'test/mount';
import { answerFigures, clearPage, connection, failGraphql, figures, flush, graphqlVariables } from 'test/wires';
import { toLaunchCounts } from '../overview';

const DAY = 86_400_000;
const dayIn = (days: number): string => new Date(Date.parse(today(new Date())) + days * DAY).toISOString().slice(0, 10);

const launches = [
  { Id: 'a03', Name: 'Insight', Launch_On__c: dayIn(45), Summary__c: null },
  { Id: 'a01', Name: 'Field 6', Launch_On__c: dayIn(12), Summary__c: 'Offline work orders.' },
  { Id: 'a02', Name: 'Planning 4', Launch_On__c: dayIn(-6), Summary__c: null },
  { Id: 'a04', Name: 'Long past', Launch_On__c: dayIn(-40), Summary__c: null },
  { Id: 'a05', Name: 'Of others', Launch_On__c: dayIn(3), Summary__c: null },
];
const count = (launch: string, people: number): object => ({
  Launch__c: launch,
  Id: { count: people },
  Computed_At__c: { max: '2026-03-01T08:00:00.000Z' },
});
const answer = (team: boolean, own: readonly string[] = []) => ({
  query: {
    Launch__c: connection(launches),
    own: connection(own.map((launch, index) => ({ Id: `r${index}`, Launch__c: launch }))),
  },
  aggregate: {
    everybody: figures(team ? [count('a01', 34), count('a02', 30), count('a03', 30), count('a04', 30)] : []),
    ready: figures(team ? [count('a01', 21), count('a02', 28)] : []),
  },
});

const show = (properties: object = {}): Promise<Mounted> => mount('c-launch-readiness', LaunchReadiness, properties);

async function showWith(answered: ReturnType<typeof answer>, properties: object = {}): Promise<Mounted> {
  const card = await show(properties);
  answerFigures('LaunchOverview', answered);
  await flush();
  return card;
}

describe('launch counts', () => {
  it('put what is ahead first, soonest first, and leave out what is long past or asks nothing', () => {
    const data = { uiapi: answer(true) };
    expect(toLaunchCounts(data, dayIn(0)).map(({ launch, ready, total }) => [launch.name, ready, total])).toEqual([
      ['Field 6', 21, 34],
      ['Insight', 0, 30],
      ['Planning 4', 28, 30],
    ]);
  });
});

describe('c-launch-readiness', () => {
  afterEach(clearPage);

  it('asks for figures of everybody but the reader', async () => {
    await show();
    expect(graphqlVariables('LaunchOverview')).toEqual({ userId: expect.stringMatching(/^005/) });
  });

  it('is a stencil until the answer is there', async () => {
    const card = await show();
    expect(card.find('c-state-panel').state).toBe('loading');
    await expect(card.element).toBeAccessible();
  });

  it('says at a glance how many are ready for each launch, and opens the next one', async () => {
    const card = await showWith(answer(true));
    expect(card.findAll('.launch-text').map((each) => each.textContent)).toEqual([
      '21 of 34 are ready for Field 6, in 12 days',
      '0 of 30 are ready for Insight, in 45 days',
      '28 of 30 ready for Planning 4, launched 6 days ago',
    ]);
    expect(card.find('c-launch-team').launch).toMatchObject({ id: 'a01' });
    expect(card.has('c-launch-own')).toBe(false);
    expect(card.text('.quiet')).toBe('Offline work orders.');
    await expect(card.element).toBeAccessible();
  });

  it('opens another launch on demand', async () => {
    const card = await showWith(answer(true));
    await card.click('[data-launch-id="a03"]');
    expect(card.find('c-launch-team').launch).toMatchObject({ id: 'a03' });
    expect(card.findAll('.launch').map((each) => each.getAttribute('aria-pressed'))).toEqual([
      'false',
      'true',
      'false',
    ]);
  });

  it('shows who sees nobody else the own readiness alone', async () => {
    const card = await showWith(answer(false, ['a01']));
    expect(card.find('c-launch-own').launch).toMatchObject({ id: 'a01' });
    expect(card.has('c-launch-team')).toBe(false);
    expect(card.has('.launches')).toBe(false);
    await expect(card.element).toBeAccessible();
  });

  it('shows the one launch on its record page', async () => {
    const card = await showWith(answer(true), { recordId: 'a03' });
    expect(card.text('.only')).toBe('0 of 30 are ready for Insight, in 45 days');
    expect(card.find('c-launch-team').launch).toMatchObject({ id: 'a03' });
    await expect(card.element).toBeAccessible();
  });

  it('says what to do when there is no launch, or when this one is not followed', async () => {
    const none = await showWith(answer(false));
    expect(none.find('c-state-panel').heading).toBe('No launch is ahead');
    const notFollowed = await showWith(answer(true), { recordId: 'a04' });
    expect(notFollowed.find('c-state-panel').heading).toBe('This launch is not followed');
    await expect(notFollowed.element).toBeAccessible();
  });

  it('says what happened on an error, tries again, and recovers', async () => {
    const card = await show();
    const refresh = failGraphql('LaunchOverview', 'The server is away.');
    await flush();
    expect(card.find('c-state-panel').message).toBe('The server is away.');
    await expect(card.element).toBeAccessible();
    await card.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
    answerFigures('LaunchOverview', answer(true));
    await flush();
    expect(card.find('c-state-panel').state).toBe('ready');
  });

  it('fetches newer data for itself and the parts below', async () => {
    const card = await show();
    const refresh = answerFigures('LaunchOverview', answer(true));
    await flush();
    await card.fire('c-as-of', 'refresh');
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(card.find('c-launch-team').asked).toBe(1);
  });

  it('says so where newer data could not be fetched, and offers it again', async () => {
    const card = await show();
    answerFigures('LaunchOverview', answer(true)).mockRejectedValueOnce(new Error('Still away.'));
    await flush();
    await card.fire('c-as-of', 'refresh');
    await flush();
    expect(card.find('c-state-panel')).toMatchObject({ state: 'error', message: 'Still away.' });
    expect(card.find('c-as-of').refreshing).toBe(false);
  });
});
