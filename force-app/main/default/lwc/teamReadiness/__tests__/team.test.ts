import { shadeOf, toHeatCell } from '../heatCell';
import {
  averageIn,
  filterMembers,
  NO_FILTER,
  OVERALL_COLUMN,
  PERSON_COLUMN,
  sortMembers,
  teamGaps,
  toTeam,
  weakestDomains,
  type TeamMember,
  type TeamScore,
} from '../team';
import { ANA, CEM, NEW, teamAnswer } from './people';

const team = toTeam({ uiapi: { query: teamAnswer([ANA, CEM, NEW]) } });
const names = (members: readonly TeamMember[]): string[] => members.map(({ name }) => name);

describe('toTeam', () => {
  it('puts people and their domains together', () => {
    expect(names(team.members)).toEqual(['Ana Ruiz', 'Cem Aydin', 'Nia Novak']);
    expect(team.domains).toEqual(['Customer', 'Product']);
    expect(team.members[0]?.domains.get('Product')).toEqual({ score: 48, target: 70, flagged: true });
    expect(team.computedAt).toBe('2026-11-23T14:00:00.000Z');
  });

  it('knows no score without enough evidence', () => {
    expect(team.members[2]?.overall.score).toBeUndefined();
  });

  it('says when the org holds more', () => {
    expect(toTeam({ uiapi: { query: teamAnswer([ANA], true) } }).isTruncated).toBe(true);
    expect(team.isTruncated).toBe(false);
  });
});

describe('sortMembers', () => {
  it.each([
    [OVERALL_COLUMN, true, ['Cem Aydin', 'Ana Ruiz', 'Nia Novak']],
    [OVERALL_COLUMN, false, ['Ana Ruiz', 'Cem Aydin', 'Nia Novak']],
    ['Product', true, ['Ana Ruiz', 'Cem Aydin', 'Nia Novak']],
    [PERSON_COLUMN, false, ['Nia Novak', 'Cem Aydin', 'Ana Ruiz']],
  ])('by %s, ascending %s', (column, ascending, expected) => {
    expect(names(sortMembers(team.members, { column, ascending }))).toEqual(expected);
  });
});

describe('filterMembers', () => {
  it.each([
    [{}, 3],
    [{ manager: 'Ben Okafor' }, 2],
    [{ role: 'Account Executive' }, 2],
    [{ name: ' ana ' }, 1],
    [{ gapsOnly: true }, 1],
    [{ manager: 'Carla Vega', gapsOnly: true }, 0],
  ])('%j keeps %d', (filter, count) => {
    expect(filterMembers(team.members, { ...NO_FILTER, ...filter })).toHaveLength(count);
  });
});

describe('summaries', () => {
  it('count the gaps of the people who have a score to have', () => {
    expect(teamGaps(team.members, team.domains)).toEqual([{ domain: 'Product', people: 1, of: 2 }]);
  });

  it('average what is known', () => {
    expect(averageIn(team.members, 'Product')).toBe(57);
    expect(averageIn(team.members, OVERALL_COLUMN)).toBe(65);
    expect(averageIn([], 'Product')).toBeUndefined();
  });

  it('name the weakest domains', () => {
    expect(weakestDomains(team.members[0] as TeamMember, 1)).toEqual(['Product']);
    expect(weakestDomains(team.members[2] as TeamMember, 2)).toEqual([]);
  });
});

describe('a cell', () => {
  it.each([
    [70, 0],
    [90, 0],
    [69, 1],
    [60, 2],
    [50, 3],
    [40, 4],
    [0, 4],
  ])('with score %d of 70 has shade %d', (score, shade) => {
    expect(shadeOf({ score, target: 70, flagged: false })).toBe(shade);
  });

  it.each([
    [{ score: 48, target: 70, flagged: true }, '48', 'Ana, Product: 48, gap of 22 to target 70'],
    [{ score: 48, target: 70, flagged: false }, '48', 'Ana, Product: 48'],
    [{ target: 70, flagged: false }, '–', 'Ana, Product: not enough evidence yet'],
    [undefined, '–', 'Ana, Product: no readiness'],
  ] as [TeamScore | undefined, string, string][])(
    'says %j as %s, in words as well as in colour',
    (score, text, description) => {
      const cell = toHeatCell('Ana', 'Product', score);
      expect(cell).toMatchObject({ text, description, flag: score?.flagged ? '⚑' : undefined });
      expect(cell.className.includes('shade')).toBe(score?.score !== undefined);
    },
  );
});
