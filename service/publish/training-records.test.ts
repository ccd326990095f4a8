import { type Replica, openReplica } from '../replica/index.ts';
import { trainingRows, updateTrainingGains } from './training-records.ts';

const DAY = 86_400_000;
const NOW = new Date('2026-03-04T10:00:00.000Z');
const PEOPLE = ['ana', 'ben', 'cid', 'dee', 'eli', 'fay'];

let replica: Replica;

/** A piece of evidence that was replayed, so many days ago. */
function add(person: string, kind: string, days: number, points: number | null, nugget: string | null = null): void {
  const at = NOW.getTime() - days * DAY;
  replica.sql.run(
    `INSERT INTO evidence (at, id, kind, person_id, skill_code, item_id, value, points) VALUES (?, ?, ?, ?, 's1', ?, 1, ?)`,
    at,
    `${person}-${kind}-${days}`,
    kind,
    person,
    nugget,
    points,
  );
  replica.sql.run(`INSERT OR IGNORE INTO changed_person VALUES ('training', ?)`, person);
}

const gains = (): [string, number][] =>
  replica.sql.rows('SELECT json_array(person_id, gain) AS row FROM training_gain ORDER BY person_id');

beforeEach(async () => {
  replica = await openReplica(':memory:');
  replica.sql.run(`INSERT INTO skill (id, modstamp, code, name, domain, component) VALUES ('a1', '', 's1', 'S', 'Customer', 'Knowledge')`); // prettier-ignore
  replica.sql.run(`INSERT INTO nugget (id, modstamp, key, title, status) VALUES ('n1', '', 'pricing', 'N', 'Published')`); // prettier-ignore
});

afterEach(() => replica.close());

it('adds up what followed the first completion within 30 days', () => {
  add('ana', 'check', 61, 9);
  add('ana', 'completion', 60, 1, 'n1');
  add('ana', 'check', 50, 2);
  add('ana', 'check', 49, null);
  add('ana', 'completion', 40, 0.5, 'n1');
  add('ana', 'check', 29, 4);
  updateTrainingGains(replica.sql, NOW);
  expect(gains()).toEqual([['ana', 3.5]]);
});

it('looks again only at people whose evidence changed', () => {
  add('ana', 'completion', 60, 1, 'n1');
  add('ben', 'completion', 60, 1, 'n1');
  updateTrainingGains(replica.sql, NOW);
  replica.sql.run('UPDATE evidence SET points = 5');
  add('ben', 'check', 59, 2);
  updateTrainingGains(replica.sql, NOW);
  expect(gains()).toEqual([
    ['ana', 1],
    ['ben', 7],
  ]);
});

it('makes a record of five people, none of four, and counts a completion after a week', () => {
  PEOPLE.forEach((person, index) => add(person, 'completion', index < 4 ? 30 : index === 4 ? 8 : 6, index + 1, 'n1'));
  updateTrainingGains(replica.sql, NOW);
  const [row, ...others] = trainingRows(replica.sql, NOW);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ key: 'pricing:s1', content: { people: 5, mean: 3, lower: 1.92, upper: 4.08 } });
  replica.sql.run(`DELETE FROM evidence WHERE person_id = 'ana'`);
  replica.sql.run(`INSERT INTO changed_person VALUES ('training', 'ana')`);
  updateTrainingGains(replica.sql, NOW);
  expect(trainingRows(replica.sql, NOW)).toEqual([]);
});
