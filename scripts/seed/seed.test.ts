import { accounts } from './accounts.ts';
import { deals } from './deals.ts';
import { learningYear, type LibraryNugget } from './learning.ts';
import { orgRoles, people, userFields } from './people.ts';
import { createRandom } from './random.ts';

const now = new Date('2026-06-15T12:00:00Z');

const world = (seed: number) => {
  const random = createRandom(seed);
  const everybody = people(random, now);
  const places = accounts(random, 64);
  const owners = everybody.filter(({ salesRole }) => salesRole === 'Account Executive');
  return { everybody, places, all: deals(random, places, owners, 300, now) };
};

describe('people', () => {
  const { everybody } = world(7);

  test('are two regions, six managers and forty reps with different usernames', () => {
    expect(everybody.filter(({ salesRole }) => salesRole === 'Sales Manager')).toHaveLength(6);
    expect(everybody.filter(({ permissionSets }) => permissionSets.includes('Fluency_Rep'))).toHaveLength(40);
    expect(new Set(everybody.map(({ username }) => username)).size).toBe(everybody.length);
  });

  test('have a role of the hierarchy, and managers who exist', () => {
    const roles = new Set(orgRoles().map(({ key }) => key));
    const usernames = new Set(everybody.map(({ username }) => username));
    expect(everybody.filter(({ role }) => !roles.has(role))).toEqual([]);
    expect(everybody.filter(({ manager }) => manager && !usernames.has(manager))).toEqual([]);
  });
});

describe('tenures', () => {
  const reps = world(7).everybody.filter(({ permissionSets }) => permissionSets.includes('Fluency_Rep'));
  const days = (from?: Date, to = now): number => (from ? (to.getTime() - from.getTime()) / 86_400_000 : Infinity);

  test('leave enough people who started within the year to speak of their time to proficiency', () => {
    expect(reps.filter(({ since }) => days(since) <= 365).length).toBeGreaterThan(12);
  });

  test('end after they began, and the record of who left says when', () => {
    const left = reps.filter((person) => person.left);
    expect(left.length).toBeGreaterThan(1);
    for (const person of left) {
      expect(days(person.since, person.left)).toBeGreaterThan(30);
      expect(userFields(person, 'role', 'profile')['Sales_Role_End__c']).toBe(person.left?.toISOString().slice(0, 10));
    }
  });
});

describe('deals', () => {
  test('are the same for the same seed and differ for another', () => {
    expect(JSON.stringify(world(7).all)).toBe(JSON.stringify(world(7).all));
    expect(JSON.stringify(world(7).all)).not.toBe(JSON.stringify(world(8).all));
  });

  test('start with their creation, never run backwards past it, and happen before now', () => {
    for (const { steps } of world(7).all) {
      const [first] = steps;
      expect(first?.kind).toBe('create');
      for (const step of steps) {
        expect(step.at.getTime()).toBeGreaterThanOrEqual(first!.at.getTime() - 86_400_000);
        expect(step.at.getTime()).toBeLessThanOrEqual(now.getTime() + 3 * 86_400_000);
      }
    }
  });

  test('end in every stage, won and lost', () => {
    const stages = new Set(
      world(7).all.map(({ steps }) => {
        const named = steps.flatMap((step) => ('fields' in step ? [step.fields['StageName']] : [])).filter(Boolean);
        return named[named.length - 1];
      }),
    );
    expect(stages.size).toBe(10);
  });
});

describe('a learning year', () => {
  const library: LibraryNugget[] = Array.from({ length: 8 }, (_, n) => ({
    id: `n${n}`,
    minutes: 2,
    skills: [`s${n % 4}`],
    questions: [0, 1, 2].map((q) => ({ id: `n${n}q${q}`, skill: `s${n % 4}`, correct: 'B', options: ['A', 'B', 'C'] })),
  }));
  const rep = people(createRandom(7), now).find(({ lastName }) => lastName === 'Ruiz')!;
  const steps = learningYear(createRandom(3), rep, library, ['s0', 's1', 's2', 's3'], now);

  test('is in order of time and within the year', () => {
    const times = steps.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[times.length - 1]).toBeLessThan(now.getTime() + 86_400_000);
  });

  test('chooses options that the question has, right more often than chance', () => {
    const responses = steps.filter((step) => step.kind === 'response');
    expect(responses.every(({ option }) => ['A', 'B', 'C'].includes(option))).toBe(true);
    expect(responses.filter(({ option }) => option === 'B').length / responses.length).toBeGreaterThan(0.45);
  });

  test('is fuller in the first weeks of a role', () => {
    const newcomer = { ...rep, since: new Date('2025-12-01T00:00:00Z') };
    const times = learningYear(createRandom(3), newcomer, library, ['s0', 's1', 's2', 's3'], now).flatMap((step) =>
      step.kind === 'event' && step.type === 'Viewed' ? [step.at] : [],
    );
    const early = times.filter((at) => at < new Date('2026-03-11T00:00:00Z')).length / 100;
    const later = times.filter((at) => at >= new Date('2026-03-11T00:00:00Z')).length / 96;
    expect(early).toBeGreaterThan(1.5 * later);
  });
});
