import { today } from 'c/dates';
import TimeToProficiency from 'c/timeToProficiency';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';
import { curveSeries, medianText } from '../proficiencyWords';
import { toCohorts, toStarters } from '../starters';

const DAY = 86_400_000;
const TODAY = today(new Date());
const ago = (days: number): string => new Date(Date.parse(TODAY) - days * DAY).toISOString().slice(0, 10);

interface Career {
  readonly started: number;
  readonly proficient?: number;
  readonly left?: number;
  readonly active?: boolean;
  readonly computed?: number;
}

const row = ({ started, proficient, left, active = true, computed = 0 }: Career, index: number): object => ({
  Id: `r${index}`,
  Person__c: `u${index}`,
  Proficient_On__c: proficient === undefined ? null : ago(proficient),
  Score__c: 51.6,
  Target__c: 70,
  Enough_Evidence__c: index % 2 === 0,
  Computed_At__c: `${ago(computed)}T08:00:00.000Z`,
  Person__r: {
    Name: `Person ${index}`,
    IsActive: active,
    Sales_Role__c: 'Account Executive',
    Sales_Role_Start__c: ago(started),
    Sales_Role_End__c: left === undefined ? null : ago(left),
  },
});
const CAREERS: Career[] = [
  { started: 200, proficient: 120 },
  { started: 200, proficient: 90 },
  { started: 200, proficient: 60 },
  { started: 200, left: 150, active: false },
  { started: 200 },
  { started: 200 },
];

const answer = (careers: readonly Career[]): object => ({ Readiness__c: connection(careers.map(row)) });
const show = (): Promise<Mounted> => mount('c-time-to-proficiency', TimeToProficiency);

async function showWith(careers: readonly Career[]): Promise<Mounted> {
  const card = await show();
  answerGraphql('TimeToProficiency', answer(careers));
  await flush();
  return card;
}

describe('starters', () => {
  const outcomeOf = (career: Career): unknown =>
    toStarters({ uiapi: { query: answer([career]) } }, TODAY).all[0]?.outcome;

  it.each<[string, Career, unknown]>([
    ['who is there', { started: 100, proficient: 40 }, { days: 60, outcome: 'reached' }],
    ['who left before', { started: 100, left: 30 }, { days: 70, outcome: 'left' }],
    ['who is gone without a last day', { started: 100, active: false, computed: 20 }, { days: 80, outcome: 'left' }],
    ['who is underway', { started: 100 }, { days: 100, outcome: 'underway' }],
    ['who has not started yet', { started: -5 }, undefined],
  ])('know %s', (_who, career, outcome) => {
    expect(outcomeOf(career)).toEqual(outcome);
  });

  it('make a cohort from five people on', () => {
    const starters = toStarters({ uiapi: { query: answer(CAREERS) } }, TODAY).all;
    expect(toCohorts(starters).map(({ people, estimate }) => [people, estimate?.reached])).toEqual([[6, 3]]);
    expect(toCohorts(starters.slice(0, 4)).map(({ estimate }) => estimate)).toEqual([undefined]);
  });
});

describe('words and curve', () => {
  it.each([
    [{ days: 118, lower: 96, upper: 140 }, 'Half reach their target within 118 days (likely 96 to 140).'],
    [{ days: 118, lower: 96 }, 'Half reach their target within 118 days (likely at least 96).'],
    [{ days: 118 }, 'Half reach their target within 118 days.'],
    [{}, 'Fewer than half have reached their target so far.'],
  ])('say the median of %j', (median, words) => {
    expect(medianText(median)).toBe(words);
  });

  it('draw steps from nobody on the first day to the last day seen', () => {
    const point = { days: 80, share: 0.25, lower: 0.1, upper: 0.5, atRisk: 4, reached: 1 };
    expect(curveSeries([point], 200)[0]?.points).toEqual([
      { x: 0, y: 0 },
      { x: 80, y: 25 },
      { x: 200, y: 25 },
    ]);
    expect(curveSeries([{ ...point, days: 0 }], 0)[0]?.points).toEqual([{ x: 0, y: 25 }]);
  });
});

describe('c-time-to-proficiency', () => {
  afterEach(clearPage);

  it('asks for those who started within the year, and is a stencil until they are there', async () => {
    const card = await show();
    expect(graphqlVariables('TimeToProficiency')).toEqual({ userId: expect.stringMatching(/^005/), since: ago(365) });
    expect(card.find('c-state-panel').state).toBe('loading');
    await expect(card.element).toBeAccessible();
  });

  it('says how long it takes, who left before, and draws the curve', async () => {
    const card = await showWith(CAREERS);
    expect(card.text('.median')).toBe('Half reach their target within 140 days (likely at least 80).');
    expect(card.text('.counts')).toBe('Of 6 who started, 3 reached their target so far, 1 left before (17%).');
    const [series] = card.find('c-line-chart').series as { step: boolean; points: unknown[]; band: unknown[] }[];
    expect(series).toMatchObject({ step: true });
    expect(series?.band).toHaveLength(series?.points.length ?? 0);
    await expect(card.element).toBeAccessible();
  });

  it('names who has been underway longest', async () => {
    const card = await showWith(CAREERS);
    expect(card.findAll('.row').map((each) => each.textContent)).toEqual([
      'Person 4200 days, 52 of 70',
      'Person 5200 days, not enough evidence',
    ]);
  });

  it('does not speak of a quarter with few people', async () => {
    const card = await showWith([...CAREERS, { started: 20 }]);
    const cells = card.findAll('tbody tr').map((line) => [...line.children].map((cell) => cell.textContent));
    expect(cells[0]?.slice(1)).toEqual(['1', '–', '–', 'Fewer than 5 people: too few to say']);
    expect(cells[1]?.slice(1, 4)).toEqual(['6', '3', '1']);
  });

  it('looks further back on demand', async () => {
    const card = await showWith(CAREERS);
    await card.fire('lightning-combobox', 'change', { value: '24' });
    expect(graphqlVariables('TimeToProficiency')).toMatchObject({ since: ago(730) });
  });

  it('says so when too few have started', async () => {
    const card = await showWith(CAREERS.slice(0, 3));
    expect(card.find('c-state-panel')).toMatchObject({
      state: 'empty',
      message: 'At least 5 people whose readiness you see must have started, not 3. Choose a longer time.',
    });
    await expect(card.element).toBeAccessible();
  });

  it('says what happened on an error, and tries again', async () => {
    const card = await show();
    const refresh = failGraphql('TimeToProficiency', 'The server is away.');
    await flush();
    expect(card.find('c-state-panel').message).toBe('The server is away.');
    await expect(card.element).toBeAccessible();
    await card.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('says so where asking again failed', async () => {
    const card = await show();
    failGraphql('TimeToProficiency', 'The server is away.').mockRejectedValueOnce(new Error('Still away.'));
    await flush();
    await card.fire('c-state-panel', 'retry');
    await flush();
    expect(card.find('c-state-panel')).toMatchObject({ state: 'error', message: 'Still away.' });
  });
});
