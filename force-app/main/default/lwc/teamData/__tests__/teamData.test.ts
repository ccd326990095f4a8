import {
  csvOf,
  domainGaps,
  domainsOf,
  filterMembers,
  mayObserve,
  NO_FILTER,
  OVERALL_COLUMN,
  pathTo,
  peopleGaps,
  PERSON_COLUMN,
  scoreIn,
  shadeOf,
  sortMembers,
  teamLines,
  teamsBelow,
  toHeatCell,
  weakestDomains,
  type TeamMember,
} from 'c/teamData';
import { ANA, BEN, CEM, crowd, membersOf, MIA, NEW } from './people';

const team = membersOf([ANA, CEM, NEW]);
const [ana, cem, nia] = team as [TeamMember, TeamMember, TeamMember];
const names = (members: readonly { name: string }[]): string[] => members.map(({ name }) => name);

describe('a member', () => {
  it('has domains, gaps and the managers above', () => {
    expect(names(team)).toEqual(['Ana Ruiz', 'Cem Aydin', 'Nia Novak']);
    expect(domainsOf(team)).toEqual(['Customer', 'Product']);
    expect(ana.domains.get('Product')).toEqual({ score: 48, lower: 40, upper: 56, target: 70, flagged: true });
    expect(ana.gaps.map(({ skillName, gap }) => [skillName, gap])).toEqual([
      ['Negotiation', 22],
      ['Pricing', 9],
    ]);
    expect(names(ana.managers)).toEqual(['Ben Okafor', 'Robert Kane', 'Carla Vega']);
  });

  it('has no score without enough evidence', () => {
    expect(nia.overall).toMatchObject({ score: undefined, lower: undefined, target: 70 });
  });

  it.each([
    ['005B', true],
    ['005R', true],
    ['005V', true],
    ['005M', false],
  ])('may be observed by %s: %s', (readerId, expected) => {
    expect(mayObserve(ana, readerId)).toBe(expected);
  });

  it('may not be observed by the fourth above', () => {
    const [deep] = membersOf([{ ...ANA, managers: [['005X', 'X'], ...BEN] }]);
    expect(mayObserve(deep as TeamMember, '005V')).toBe(false);
  });
});

describe('the order', () => {
  it.each([
    [OVERALL_COLUMN, true, ['Cem Aydin', 'Ana Ruiz', 'Nia Novak']],
    [OVERALL_COLUMN, false, ['Ana Ruiz', 'Cem Aydin', 'Nia Novak']],
    ['Product', true, ['Ana Ruiz', 'Cem Aydin', 'Nia Novak']],
    [PERSON_COLUMN, false, ['Nia Novak', 'Cem Aydin', 'Ana Ruiz']],
  ])('by %s, ascending %s', (column, ascending, expected) => {
    expect(names(sortMembers(team, { column, ascending }))).toEqual(expected);
  });
});

describe('the filter', () => {
  it.each([
    [{}, 3],
    [{ teamId: '005B' }, 2],
    [{ teamId: '005R' }, 3],
    [{ role: 'Account Executive' }, 2],
    [{ name: ' ana ' }, 1],
    [{ gapsOnly: true }, 1],
    [{ teamId: '005M', gapsOnly: true }, 0],
  ])('%j keeps %d', (filter, count) => {
    expect(filterMembers(team, { ...NO_FILTER, ...filter })).toHaveLength(count);
  });
});

describe('teams', () => {
  it('are those right below the reader', () => {
    const teams = teamsBelow(team, '005V');
    expect(teams.map(({ name, members, hasTeams }) => [name, members.length, hasTeams])).toEqual([
      ['Robert Kane', 3, true],
    ]);
    expect(teamsBelow(team, '005R').map(({ name, hasTeams }) => [name, hasTeams])).toEqual([
      ['Ben Okafor', false],
      ['Mia Chen', false],
    ]);
    expect(teamsBelow([ana, cem], '005B')).toEqual([]);
  });

  it('begin at the top for a reader who manages nobody', () => {
    expect(names(teamsBelow(team, '005D'))).toEqual(['Carla Vega']);
  });

  it('are found again from below', () => {
    expect(names(pathTo(team, '005V', '005B'))).toEqual(['Robert Kane', 'Ben Okafor']);
    expect(names(pathTo(team, '005D', '005R'))).toEqual(['Carla Vega', 'Robert Kane']);
    expect(pathTo(team, '005V', 'nobody')).toEqual([]);
  });

  it('are compared only from five known people on', () => {
    const weak = membersOf(crowd(8).map((person) => ({ ...person, overall: 40, id: `w${person.id}` })));
    const strong = membersOf(crowd(8, MIA).map((person, i) => ({ ...person, overall: 75 + (i % 3) })));
    const lines = teamLines(teamsBelow([...weak, ...strong], '005R'), (member) => scoreIn(member, OVERALL_COLUMN));
    expect(lines.map(({ name, comparison, standing }) => [name, comparison.beside, standing.gapFlagged])).toEqual([
      ['Ben Okafor', 'further', true],
      ['Mia Chen', 'closer', false],
    ]);
    const few = teamLines(teamsBelow(team, '005R'), (member) => scoreIn(member, OVERALL_COLUMN));
    expect(few.map(({ comparison }) => comparison.beside)).toEqual(['tooFew', 'tooFew']);
  });
});

describe('gaps', () => {
  it('of a team need five known people', () => {
    expect(domainGaps(team, ['Product'])).toEqual([]);
    const many = membersOf(crowd(9).map((person) => ({ ...person, scores: { Product: 45 } })));
    expect(domainGaps(many, ['Product'])).toMatchObject([{ domain: 'Product', standing: { n: 9, gapFlagged: true } }]);
  });

  it('of people go by skill, where most points are missing first', () => {
    const people = membersOf([ANA, { ...CEM, skillGaps: { Pricing: 30 } }]);
    expect(peopleGaps(people).map(({ skillName, people: who, meanGap }) => [skillName, names(who), meanGap])).toEqual([
      ['Pricing', ['Cem Aydin', 'Ana Ruiz'], 19.5],
      ['Negotiation', ['Ana Ruiz'], 22],
    ]);
  });
});

it('names the weakest domains', () => {
  expect(weakestDomains(ana, 1)).toEqual(['Product']);
  expect(weakestDomains(nia, 2)).toEqual([]);
});

it('is exported without anything that a spreadsheet runs', () => {
  const csv = csvOf([{ ...cem, name: '=HYPERLINK("x")' }, ana], ['Customer', 'Product']);
  expect(csv.startsWith('\uFEFFPerson,Role,Team,Customer,Product,Overall,Gaps\r\n')).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""x"")",Account Manager,Ben Okafor,60,66,58,\r\n`);
  expect(csv).toContain('Ana Ruiz,Account Executive,Ben Okafor,81,48,72,Negotiation; Pricing\r\n');
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
  ] as const)('says %j as %s, in words as well as in colour', (score, text, description) => {
    const cell = toHeatCell('Ana', 'Product', score);
    expect(cell).toMatchObject({ text, description, flag: score?.flagged ? '⚑' : undefined });
    expect(cell.className.includes('shade')).toBe(text === '48');
  });
});
