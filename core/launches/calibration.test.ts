import { seededRandom, type Random } from '../../benchmarks/random.ts';
import { computePeople } from '../readiness/compute-people.ts';
import type { Evidence, RoleTarget } from '../readiness/types.ts';
import { DAY } from '../situation/days.ts';
import { launchReadiness } from './launch-readiness.ts';
import { launchSkills } from './launch-skills.ts';

const NOW = Date.UTC(2026, 5, 1, 12);
const WEEKS_BEFORE = 16;
const PEOPLE = 700;
const WEEK = 7 * DAY;
const TARGETS: readonly RoleTarget[] = ['pricing', 'discovery'].map((skillCode) => ({
  skillCode,
  domain: 'Solution',
  component: 'Expertise',
  target: 66,
  weight: 1,
}));

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** People who answer a check now and then and get better at their own pace, until `until`. */
function answers(random: Random, until: number): Evidence[] {
  const evidence: Evidence[] = [];
  const difficulty = Array.from({ length: 40 }, () => 0.6 * normal(random));
  for (let person = 0; person < PEOPLE; person += 1) {
    const talent = 0.3 + 0.6 * normal(random);
    const checksAWeek = 0.3 + 1.2 * random();
    for (const { skillCode } of TARGETS) {
      const ability = talent + 0.5 * normal(random);
      const growth = Math.abs(0.03 * normal(random));
      let at = NOW - WEEKS_BEFORE * WEEK;
      for (let number = 0; ; number += 1) {
        at += (-Math.log(1 - random()) / checksAWeek) * WEEK;
        if (at > until) break;
        const weeks = (at - NOW) / WEEK + WEEKS_BEFORE;
        const item = Math.floor(random() * difficulty.length);
        const passes = 1 / (1 + Math.exp((difficulty[item] ?? 0) - ability - growth * weeks));
        evidence.push({
          id: `${person}-${skillCode}-${number}`,
          kind: 'check',
          personId: `p${person}`,
          skillCode,
          itemId: `${skillCode}-${item}`,
          at: new Date(at).toISOString(),
          value: random() < passes ? 1 : 0,
        });
      }
    }
  }
  return evidence;
}

describe.each([2, 6])('of launches in %d weeks', (weeks) => {
  const launchAt = new Date(NOW + weeks * WEEK);
  const evidence = answers(seededRandom(7 + weeks), launchAt.getTime());
  const people = Array.from({ length: PEOPLE }, (_, person) => ({ personId: `p${person}`, targets: TARGETS }));

  const readinessAt = (now: Date) => {
    const computed = computePeople({ people, now, evidence });
    return [...computed.people.values()].map((person) => {
      const skills = launchSkills(person, TARGETS, computed.skills, { now, launchAt });
      const readiness = launchReadiness(skills, { now, launchAt });
      if (!readiness) throw new Error('The launch asks for something.');
      return readiness;
    });
  };

  it('those given a chance of 70 % are ready about 70 times in 100', () => {
    const given = readinessAt(new Date(NOW));
    const found = readinessAt(launchAt);
    const bins = Array.from({ length: 5 }, () => ({ people: 0, chance: 0, ready: 0 }));
    given.forEach(({ chance }, at) => {
      const bin = bins[Math.min(4, Math.floor(chance * 5))];
      if (!bin) return;
      bin.people += 1;
      bin.chance += chance;
      bin.ready += found[at]?.ready ? 1 : 0;
    });
    for (const { people: count, chance, ready } of bins.filter((bin) => bin.people >= 50)) {
      expect(Math.abs(chance - ready) / count).toBeLessThan(0.15);
    }
    const expected = given.reduce((sum, { chance }) => sum + chance, 0);
    const ready = found.filter((each) => each.ready).length;
    expect(Math.abs(expected - ready) / ready).toBeLessThan(0.2);
  });
});
