import fc from 'fast-check';
import { DEFAULT_PARAMETERS, type Evidence, type EvidenceKind, computePeople } from '../../core/index.ts';
import { knownPeople } from '../publish/known-people.ts';
import { type Replica, openReplica } from '../replica/index.ts';
import { dayEnds } from './day-ends.ts';
import { deriveEvidence } from './derive-evidence.ts';
import { evidenceOf } from './evidence.ts';
import { replayToNow } from './replay.ts';
import { readRoster } from './roster.ts';

const DAY = 86_400_000;
const END_OF_TIME = 8.64e15;
const START = Date.UTC(2026, 0, 1);
const PEOPLE = ['ana', 'ben', 'cid', 'dee', 'eli'];
const ROLES = ['Account Executive', 'Sales Engineer', null];
const SKILLS = ['s1', 's2', 's3'];

/** Something that happens in the org, or a sync. Hours count from the start of 2026. */
type Step =
  | {
      readonly kind: 'check';
      readonly person: number;
      readonly question: number;
      readonly hours: number;
      readonly correct: 0 | 1;
    }
  | {
      readonly kind: 'burst';
      readonly person: number;
      readonly hours: number;
      readonly every: number;
      readonly correct: 0 | 1;
    }
  | {
      readonly kind: 'assess';
      readonly person: number;
      readonly skill: number;
      readonly hours: number;
      readonly level: number;
    }
  | { readonly kind: 'complete'; readonly person: number; readonly hours: number }
  | { readonly kind: 'delete' | 'regrade'; readonly which: number }
  | { readonly kind: 'move'; readonly question: number; readonly skill: number }
  | { readonly kind: 'role'; readonly person: number; readonly role: number }
  | { readonly kind: 'relink'; readonly skill: number }
  | { readonly kind: 'sync'; readonly hours: number; readonly killed: boolean };

const index = (count: number) => fc.integer({ min: 0, max: count - 1 });
const hours = fc.integer({ min: 0, max: 200 * 24 });
const bit = fc.constantFrom<0 | 1>(0, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('check' as const), person: index(5), question: index(5), hours, correct: bit }) }, // prettier-ignore
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('burst' as const), person: index(5), hours, every: fc.integer({ min: 5, max: 30 }), correct: bit }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('assess' as const), person: index(5), skill: index(3), hours, level: fc.integer({ min: 0, max: 100 }) }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('complete' as const), person: index(5), hours }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'regrade' as const), which: fc.nat() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), question: index(5), skill: index(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('role' as const), person: index(5), role: index(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('relink' as const), skill: index(3) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('sync' as const), hours, killed: fc.boolean() }) },
);

/** The mirror as a pull leaves it, without an org. */
class Mirror {
  readonly #replica: Replica;
  #serial = 0;

  constructor(replica: Replica) {
    this.#replica = replica;
    const { sql } = replica;
    PEOPLE.forEach((id) =>
      sql.run(
        `INSERT INTO "user" (id, modstamp, username, name, active, sales_role) VALUES (?, '', ?, ?, 1, 'Account Executive')`,
        id,
        id,
        id,
      ),
    );
    SKILLS.forEach((code) => {
      sql.run(`INSERT INTO skill (id, modstamp, code, name, domain, component) VALUES (?, '', ?, ?, 'Customer', 'Knowledge')`, `id-${code}`, code, code); // prettier-ignore
      sql.run(`INSERT INTO skill_target (id, modstamp, sales_role, skill_id, target, weight) VALUES (?, '', 'Account Executive', ?, 60, 1)`, `t-${code}`, `id-${code}`); // prettier-ignore
    });
    for (let question = 0; question < 5; question += 1)
      sql.run(`INSERT INTO check_question (id, modstamp, nugget_id, skill_id) VALUES (?, '', 'n1', ?)`, `q${question}`, `id-${SKILLS[question % 3] ?? ''}`); // prettier-ignore
    sql.run(`INSERT INTO nugget_skill (id, modstamp, nugget_id, skill_id) VALUES ('ns1', '', 'n1', 'id-s1')`);
  }

  apply(step: Step): void {
    const { sql } = this.#replica;
    const id = `r${String((this.#serial += 1)).padStart(4, '0')}`;
    const at = (hours: number): string => new Date(START + hours * (DAY / 24)).toISOString();
    const one = (which: number): string =>
      sql.value<string>(
        'SELECT id FROM check_response ORDER BY id LIMIT 1 OFFSET ?',
        which % Math.max(1, this.#count()),
      ) ?? '';
    if (step.kind === 'check')
      sql.run(`INSERT INTO check_response (id, modstamp, owner_id, question_id, correct, created_at) VALUES (?, '', ?, ?, ?, ?)`, id, PEOPLE[step.person] ?? '', `q${step.question}`, step.correct, at(step.hours)); // prettier-ignore
    if (step.kind === 'burst')
      for (let n = 0; n < 12; n += 1)
        this.apply({ ...step, kind: 'check', question: n % 2, hours: step.hours + n * step.every });
    if (step.kind === 'assess')
      sql.run(`INSERT INTO skill_assessment (id, modstamp, owner_id, skill_id, level, observed_on, created_at, undone) VALUES (?, '', ?, ?, ?, ?, ?, 0)`, id, PEOPLE[step.person] ?? '', `id-${SKILLS[step.skill] ?? ''}`, step.level, at(step.hours).slice(0, 10), at(step.hours + 30)); // prettier-ignore
    if (step.kind === 'complete')
      sql.run(`INSERT INTO learning_event (id, modstamp, owner_id, nugget_id, type, undone, created_at) VALUES (?, '', ?, 'n1', 'Completed', 0, ?)`, id, PEOPLE[step.person] ?? '', at(step.hours)); // prettier-ignore
    if (step.kind === 'delete') sql.run('DELETE FROM check_response WHERE id = ?', one(step.which));
    if (step.kind === 'regrade')
      sql.run('UPDATE check_response SET correct = 1 - correct WHERE id = ?', one(step.which));
    if (step.kind === 'move') sql.run('UPDATE check_question SET skill_id = ? WHERE id = ?', `id-${SKILLS[step.skill] ?? ''}`, `q${step.question}`); // prettier-ignore
    if (step.kind === 'role') sql.run('UPDATE "user" SET sales_role = ? WHERE id = ?', ROLES[step.role] ?? null, PEOPLE[step.person] ?? ''); // prettier-ignore
    if (step.kind === 'relink') sql.run('UPDATE nugget_skill SET skill_id = ?', `id-${SKILLS[step.skill] ?? ''}`);
    if (step.kind === 'sync') this.sync(new Date(START + step.hours * (DAY / 24)), step.killed);
  }

  sync(now: Date, isKilled = false): void {
    const { sql } = this.#replica;
    deriveEvidence(sql);
    const options = { now, parameters: DEFAULT_PARAMETERS, roster: readRoster(sql) };
    const days = dayEnds(sql, options);
    let passed = 0;
    try {
      replayToNow(sql, {
        ...options,
        pageSize: 4,
        piecesACommit: 8,
        atDayEnd: (moment, store) => {
          days(moment, store);
          passed += 1;
          if (isKilled && passed > 20) throw new RangeError('killed');
        },
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }

  #count(): number {
    return this.#replica.sql.value<number>('SELECT COUNT(*) FROM check_response') ?? 0;
  }
}

it('comes to exactly what one replay of everything gives, in whatever order evidence arrived and syncs ran', async () => {
  const end = new Date(START + 210 * DAY);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const replica = await openReplica(':memory:');
      try {
        const mirror = new Mirror(replica);
        for (const each of steps) mirror.apply(each);
        mirror.sync(end);

        const { sql } = replica;
        const roster = readRoster(sql);
        const evidence = evidenceOf(sql, end.getTime());
        const people = PEOPLE.map((personId) => {
          const role = roster.roleOf(personId);
          return { personId, targets: roster.targetsOf(personId), ...(role === undefined ? {} : { role }) };
        });
        const whole = computePeople({ people, evidence, now: end });
        const known = knownPeople(sql, { now: end, parameters: DEFAULT_PARAMETERS, roster });
        for (const person of known.readinessOf(PEOPLE)) expect(person).toEqual(whole.people.get(person.personId));
        expect(new Map(known.skills)).toEqual(whole.skills);
        expect(evidenceOf(sql, END_OF_TIME).map(keyOf).sort()).toEqual(evidenceByHand(replica).map(keyOf).sort());
      } finally {
        await replica.close();
      }
    }),
    { numRuns: 100 },
  );
}, 300_000);

const keyOf = ({ id, kind, personId, skillCode, itemId, at, value }: Evidence): string =>
  JSON.stringify([id, kind, personId, skillCode, itemId, at, value]);

/** What the mirror says, put together without the statements under test. */
function evidenceByHand({ sql }: Replica): Evidence[] {
  const codeOf = (id: string): string => id.slice(3);
  const skillOf = new Map(sql.rows<[string, string]>(`SELECT json_array(id, skill_id) AS row FROM check_question`));
  const nuggetSkill = codeOf(sql.value<string>('SELECT skill_id FROM nugget_skill') ?? '');
  const rows = <T>(query: string): T[] => sql.rows<T>(query);
  const piece = (id: string, kind: EvidenceKind, personId: string, skillCode: string, at: string, value: number) => ({ id, kind, personId, skillCode, at, value }); // prettier-ignore
  return [
    ...rows<[string, string, string, number, string]>(
      `SELECT json_array(id, owner_id, question_id, correct, created_at) AS row FROM check_response`,
    ).map(([id, person, itemId, correct, at]) => ({
      ...piece(id, 'check', person, codeOf(skillOf.get(itemId) ?? ''), at, correct),
      itemId,
    })),
    ...rows<[string, string, string, number, string, string]>(
      `SELECT json_array(id, owner_id, skill_id, level, observed_on, created_at) AS row FROM skill_assessment`,
    ).map(([id, person, skill, level, day, created]) => {
      const noon = `${day}T12:00:00.000Z`;
      return piece(id, 'assessment', person, codeOf(skill), noon < created ? noon : created, level / 100);
    }),
    ...rows<[string, string, string]>(`SELECT json_array(id, owner_id, created_at) AS row FROM learning_event`).map(
      ([id, person, at]) => piece(`${id}:${nuggetSkill}`, 'completion', person, nuggetSkill, at, 1),
    ),
  ];
}
