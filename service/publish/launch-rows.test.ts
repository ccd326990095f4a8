import { DEFAULT_PARAMETERS, computePeople } from '../../core/index.ts';
import { isLaunchMoved, launchContentOf } from './launch-content.ts';
import { type LaunchContext, launchRows } from './launch-rows.ts';
import { isReadinessChanged, readinessContentOf } from './readiness-content.ts';

const NOW = new Date('2026-03-04T10:00:00.000Z');
const ROLE = 'Account Executive';
const EVIDENCE = [1, 0, 1, 1].map((value, index) => ({
  id: `r${index}`,
  kind: 'check' as const,
  personId: '005A',
  skillCode: 'pricing',
  itemId: `q${index}`,
  at: `2026-02-0${index + 1}T09:00:00.000Z`,
  value,
}));

function rowsAt(now: Date, role = ROLE, launchAt = new Date('2026-03-16T00:00:00Z')) {
  const { people, skills } = computePeople({ people: [{ personId: '005A', targets: [] }], evidence: EVIDENCE, now });
  const person = people.get('005A');
  if (person === undefined) throw new Error('Readiness was computed.');
  const targets = ['pricing', 'security'].map((skillCode) => ({ skillCode, target: 70, weight: 1 }));
  const context: LaunchContext = {
    launches: [{ id: 'a0L', key: 'rollout', launchAt, targetsByRole: new Map([[ROLE, targets]]) }],
    skills,
    parameters: DEFAULT_PARAMETERS,
  };
  return launchRows(person, role, context, now);
}

it('makes a row that the person owns, with what is short and the way to the day', () => {
  const [row, ...others] = rowsAt(NOW);
  expect(others).toEqual([]);
  expect(row?.record).toMatchObject({
    Key__c: '005A:launch:rollout',
    OwnerId: '005A',
    Person__c: '005A',
    Scope__c: 'Launch',
    Launch__c: 'a0L',
    Target__c: 70,
    Ready__c: false,
    Skill__c: null,
  });
  const short = JSON.parse(String(row?.record['Short_Skills__c'])) as { skillCode: string; enoughEvidence: boolean }[];
  expect(short.find(({ skillCode }) => skillCode === 'security')).toMatchObject({ enoughEvidence: false });
  const byDay = JSON.parse(String(row?.record['Forecast_By_Day__c'])) as { day: string; chance: number }[];
  expect([byDay[0]?.day, byDay.at(-1)?.day]).toEqual(['2026-03-04', '2026-03-16']);
  expect(byDay.at(-1)?.chance).toBe(row?.record['Forecast__c']);
});

it('makes none for a role of which the launch asks nothing', () => {
  expect(rowsAt(NOW, 'Sales Development')).toEqual([]);
});

it('reads back from the org what it wrote', () => {
  const [row] = rowsAt(NOW);
  expect(row && readinessContentOf(row.record)).toEqual(row?.content);
});

it('writes again when the day of the launch moves, not when an hour has passed', () => {
  const [before] = rowsAt(NOW);
  const [later] = rowsAt(new Date(NOW.getTime() + 3_600_000));
  const [moved] = rowsAt(NOW, ROLE, new Date('2026-04-16T00:00:00Z'));
  if (!before || !later || !moved) throw new Error('There are rows.');
  expect(isReadinessChanged(before.content, later.content)).toBe(false);
  expect(isReadinessChanged(before.content, moved.content)).toBe(true);
});

it('writes nothing because a day has passed since the launch', () => {
  const launched = new Date('2026-03-01T00:00:00Z');
  const [before] = rowsAt(NOW, ROLE, launched);
  const [nextDay] = rowsAt(new Date(NOW.getTime() + 86_400_000), ROLE, launched);
  if (!before || !nextDay) throw new Error('There are rows.');
  expect(isReadinessChanged(before.content, nextDay.content)).toBe(false);
});

it.each([
  ['ready', true],
  ['forecast', 99],
  ['expected', 99],
  ['short', '[]'],
  ['launchId', 'a0M'],
] as const)('calls another %s a change', (name, value) => {
  const launch = rowsAt(NOW)[0]?.content.launch ?? null;
  expect(isLaunchMoved(launch, launch)).toBe(false);
  expect(launch && isLaunchMoved(launch, { ...launch, [name]: value })).toBe(true);
});

it('is nothing for rows about other things', () => {
  expect(launchContentOf({ attributes: { type: 'Readiness__c', url: '' }, Id: 'a01' } as never)).toBeNull();
  expect(isLaunchMoved(null, null)).toBe(false);
});
