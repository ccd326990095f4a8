import fc from 'fast-check';
import { NORMAL_90 } from '../statistics/normal.ts';
import { compareTeams } from './compare-teams.ts';
import type { MemberScore } from './team-standing.ts';
import { member, normal, numbers, repeat } from './teams-fixture.ts';

describe('teams beside each other', () => {
  it('are called further only where that is probably real', () => {
    const compared = compareTeams(
      new Map([
        ['A', repeat(40, 12)],
        ['B', repeat(66, 12)],
        ['C', repeat(64, 12)],
        ['D', repeat(30, 4)],
      ]),
    );
    expect([...compared].map(([key, { beside }]) => [key, beside])).toEqual([
      ['A', 'further'],
      ['B', 'closer'],
      ['C', 'closer'],
      ['D', 'tooFew'],
    ]);
  });

  it('that are alike are called alike', () => {
    const teams = new Map(['A', 'B', 'C'].map((key, i) => [key, repeat(60 + i, 8)]));
    expect([...compareTeams(teams).values()].map(({ beside }) => beside)).toEqual(['alike', 'alike', 'alike']);
  });

  it('need another to be compared with', () => {
    expect(compareTeams(new Map([['A', repeat(60, 8)]])).get('A')).toEqual({ beside: 'alone' });
  });

  it('never differ by more than what was seen', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 90 }), { minLength: 2, maxLength: 8 }), (means) => {
        const compared = compareTeams(new Map(means.map((mean, i) => [String(i), repeat(mean, 6)])));
        const reach = Math.max(...means) - Math.min(...means) + 1;
        for (const { difference } of compared.values()) {
          expect(Math.abs(difference?.mean ?? 0)).toBeLessThanOrEqual(reach);
        }
      }),
    );
  });

  it.each([
    ['two, one of them small', [5, 40], 4],
    ['five of all sizes', [5, 8, 10, 20, 40], 4],
    ['eight small ones', [6, 6, 6, 6, 6, 6, 6, 6], 3],
    ['three that are alike', [10, 10, 10], 0],
  ] as const)('lie in the interval about eight times in ten: %s', (_, sizes, spread) => {
    const next = numbers(11);
    const runs = 300;
    let held = 0;
    for (let run = 0; run < runs; run += 1) {
      const truths = sizes.map(() => spread * normal(next));
      const middle = truths.reduce((sum, truth) => sum + truth, 0) / truths.length;
      const compared = compareTeams(new Map(sizes.map((size, i) => [String(i), teamOf(size, truths[i] ?? 0, next)])));
      truths.forEach((truth, i) => {
        const { lower = 0, upper = 0 } = compared.get(String(i))?.difference ?? {};
        if (lower <= truth - middle && truth - middle <= upper) held += 1;
      });
    }
    expect(held / (runs * sizes.length)).toBeGreaterThan(0.73);
  });
});

/** People on average `gap` points below a target of 60, who differ and are known only so far. */
function teamOf(size: number, gap: number, next: () => number): MemberScore[] {
  return Array.from({ length: size }, () => member(60 - gap + 8 * normal(next) + 4 * normal(next), 60, 4 * NORMAL_90));
}
