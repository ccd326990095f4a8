import { openReplica } from '../replica/index.ts';
import { gainsOfLate } from './gains-of-late.ts';

const NOW = new Date('2026-03-04T10:00:00.000Z');
const WEEK = 7 * 86_400_000;

it('sums the last eight weeks by skill, the same for few people as for many', async () => {
  const replica = await openReplica(':memory:');
  const rows: [weeksAgo: number, person: string, skill: string, points: number | null][] = [
    [9, '005A', 'pricing', 40],
    [7, '005A', 'pricing', 4],
    [1, '005A', 'pricing', -2],
    [1, '005A', 'demo', 8],
    [1, '005A', 'security', null],
    [-1, '005A', 'demo', 16],
    [2, '005B', 'demo', 1],
  ];
  rows.forEach(([weeksAgo, person, skill, points], index) =>
    replica.sql.run(
      `INSERT INTO evidence (at, id, kind, person_id, skill_code, value, points) VALUES (?, ?, 'check', ?, ?, 1, ?)`,
      NOW.getTime() - weeksAgo * WEEK,
      `r${index}`,
      person,
      skill,
      points,
    ),
  );
  const expected = new Map([
    ['demo', 1],
    ['pricing', 0.25],
  ]);
  const everybody = Array.from({ length: 200 }, (_, index) => `005${index}`);
  for (const people of [['005A'], everybody]) {
    const gainedBy = gainsOfLate(replica.sql, people, NOW);
    expect(gainedBy('005A')).toEqual(expected);
    expect(gainedBy('005C')).toEqual(new Map());
  }
  await replica.close();
});
