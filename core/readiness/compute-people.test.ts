import { isoDateOf } from '../situation/index.ts';
import { computePeople, emptyPerson, rolePriors } from './index.ts';
import { check, day } from './readiness-fixture.ts';

describe('computePeople', () => {
  const targets = [
    { skillCode: 'a', domain: 'Customer', component: 'Knowledge', target: 70, weight: 2 },
    { skillCode: 'b', domain: 'Product', component: 'Expertise', target: 60, weight: 1 },
  ];

  it('gives every skill, domain, component, the overall score and the snapshots', () => {
    const { people } = computePeople({
      people: [{ personId: 'ana', targets }],
      evidence: [check(0, 1), check(2, 1, { skillCode: 'z' })],
      now: day(10),
      snapshotDates: ['2026-01-06', '2026-01-13', '2026-01-20'],
    });
    const ana = people.get('ana');
    expect(ana?.skills.map(({ skillCode, target }) => [skillCode, target])).toEqual([
      ['a', 70],
      ['b', 60],
      ['z', undefined],
    ]);
    expect(ana?.domains.map(({ name }) => name)).toEqual(['Customer', 'Product']);
    expect(ana?.components.map(({ name }) => name)).toEqual(['Expertise', 'Knowledge']);
    expect(ana?.overall?.lastEvidenceAt).toBe(day(0).toISOString());
    // The last date lies after now: it is taken as of now.
    expect(ana?.snapshots.filter(({ scope }) => scope === 'Overall').map(({ takenOn }) => takenOn)).toEqual([
      '2026-01-06',
      '2026-01-13',
      '2026-01-20',
    ]);
    expect(ana?.snapshots.at(-3)?.score).toEqual(ana?.overall?.score);
  });

  it('counts no evidence from the future', () => {
    const input = { people: [{ personId: 'ana', targets }], now: day(1) };
    expect(computePeople({ ...input, evidence: [check(2, 1)] })).toEqual(computePeople({ ...input, evidence: [] }));
  });

  it('keeps the twenty latest contributions', () => {
    const evidence = Array.from({ length: 25 }, (_unused, i) => check(i, 1));
    const { people } = computePeople({ people: [{ personId: 'ana', targets }], evidence, now: day(30) });
    const kept = people.get('ana')?.skills[0]?.contributions ?? [];
    expect(kept).toHaveLength(20);
    expect(isoDateOf(Date.parse(kept[0]?.at ?? ''))).toBe(isoDateOf(day(24).getTime()));
  });
});

describe('rolePriors', () => {
  it('is the shrunk mean of those with evidence', () => {
    const seen = { mean: 1, variance: 0.1, count: 5 };
    const priors = rolePriors([
      { role: 'Account Executive', person: seen },
      { role: 'Account Executive', person: seen },
      { role: 'Sales Engineer', person: emptyPerson() },
    ]);
    expect(priors.get('Account Executive')).toBeGreaterThan(0.5);
    expect(priors.get('Account Executive')).toBeLessThan(1);
    expect(priors.has('Sales Engineer')).toBe(false);
  });
});
