import { computePerson } from '../../core/index.ts';
import { type ReadinessContent, isReadinessChanged, readinessContentOf } from './readiness-content.ts';
import { readinessRows } from './readiness-rows.ts';

const NOW = new Date('2026-03-04T10:00:00.000Z');
const SKILLS = new Map([['discounting', { id: 'a01', domain: 'Selling Process' }]]);
const TARGETS = [
  { skillCode: 'discounting', domain: 'Selling Process', component: 'Expertise', target: 70, weight: 1 },
];
const EVIDENCE = [1, 0, 1].map((value, index) => ({
  id: `r${index}`,
  kind: 'check' as const,
  personId: '005A',
  skillCode: 'discounting',
  itemId: `q${index}`,
  at: `2026-03-0${index + 1}T09:00:00.500Z`,
  value,
}));

const rowsAt = (now: Date) =>
  readinessRows(computePerson({ personId: '005A', targets: TARGETS, evidence: EVIDENCE, now }), {
    skills: SKILLS,
    now,
    gained: new Map([['discounting', 2]]),
  });

it('makes a row for the skill, the domain and the whole', () => {
  const rows = rowsAt(NOW);
  expect(rows.map((row) => row.key)).toEqual(['005A:discounting', '005A:domain:Selling Process', '005A:overall']);
  expect(rows[0]?.record).toMatchObject({
    OwnerId: '005A',
    Scope__c: 'Skill',
    Skill__c: 'a01',
    Evidence_Count__c: 3,
    Learning_Rate__c: expect.any(Number),
    Last_Evidence_At__c: '2026-03-03T09:00:00.500Z',
  });
  const evidence = JSON.parse(rows[0]?.evidence?.() ?? '') as { evidenceId: string }[];
  expect(evidence.map((piece) => piece.evidenceId)).toEqual(['r2', 'r1', 'r0']);
});

it('reads back from the org what it wrote', () => {
  for (const row of rowsAt(NOW)) expect(readinessContentOf(row.record)).toEqual(row.content);
});

it('does not call an hour of fading a change', () => {
  const before = rowsAt(NOW);
  const after = rowsAt(new Date(NOW.getTime() + 3_600_000));
  before.forEach((row, index) =>
    expect(isReadinessChanged(row.content, after[index]?.content as ReadinessContent)).toBe(false),
  );
});

it('calls months of fading a change', () => {
  const [before] = rowsAt(NOW);
  const [after] = rowsAt(new Date(NOW.getTime() + 120 * 86_400_000));
  expect(isReadinessChanged(before?.content as ReadinessContent, after?.content as ReadinessContent)).toBe(true);
});

it.each<[keyof ReadinessContent, ReadinessContent[keyof ReadinessContent]]>([
  ['target', 80],
  ['count', 4],
  ['state', '{}'],
  ['model', '0'],
  ['flagged', true],
  ['score', 1],
  ['due', '2020-01-01'],
  ['rate', 9],
])('calls another %s a change', (name, value) => {
  const content = rowsAt(NOW)[0]?.content as ReadinessContent;
  expect(isReadinessChanged(content, { ...content, [name]: value } as ReadinessContent)).toBe(true);
});
