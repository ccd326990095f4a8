import TeamLines from 'c/teamLines';
import { OVERALL_COLUMN, scoreIn, teamLines, teamsBelow, type TeamLine } from 'c/teamData';
import { mount, type Mounted } from 'test/mount';
import { clearPage } from 'test/wires';
import { ANA, crowd, DOMAINS, membersOf, MIA, NEW } from '../../teamData/__tests__/people';

const linesOf = (people: Parameters<typeof membersOf>[0], rootId: string): TeamLine[] =>
  teamLines(teamsBelow(membersOf(people), rootId), (member) => scoreIn(member, OVERALL_COLUMN));

const show = (lines: readonly TeamLine[]): Promise<Mounted> =>
  mount('c-team-lines', TeamLines, { lines, domains: DOMAINS });

const weak = crowd(8).map((person) => ({ ...person, overall: 40, id: `w${person.id}` }));
const strong = crowd(8, MIA).map((person, i) => ({ ...person, overall: 75 + (i % 3) }));

describe('c-team-lines', () => {
  afterEach(clearPage);

  it('says of each team its mean with a range, its gap, and how it stands beside the others', async () => {
    const lines = await show(linesOf([...weak, ...strong], '005R'));
    const [ben, mia] = lines.findAll('.line').map(({ textContent }) => textContent?.replace(/\s+/g, ' '));
    expect(ben).toMatch(/Ben Okafor.*8.*40.*likely between \d+ and \d+.*⚑.*30.*Further from target by \d+/);
    expect(mia).toMatch(/Mia Chen.*76.*–.*Closer to target by \d+/);
    await expect(lines.element).toBeAccessible();
  });

  it('says where there are too few to compare', async () => {
    const lines = await show(linesOf([ANA, NEW], '005R'));
    expect(lines.text('.lines')).toContain('Too few to compare');
    expect(lines.text('.lines')).toContain('0 of 1');
  });

  it('leads down to the teams of a team, and to its people', async () => {
    const lines = await show(linesOf([ANA, NEW], '005V'));
    const heard: unknown[] = [];
    for (const type of ['down', 'people', 'column']) {
      lines.element.addEventListener(type, (event) => heard.push([type, (event as CustomEvent).detail]));
    }
    await lines.click('.down');
    await lines.click('.people');
    await lines.fire('.column', 'change', { value: 'Product' });
    expect(heard).toEqual([
      ['down', '005R'],
      ['people', '005R'],
      ['column', 'Product'],
    ]);
  });

  it('says when there are no teams below', async () => {
    const lines = await show([]);
    expect(lines.text('.none')).toBe('No teams below. Show the people instead.');
    await expect(lines.element).toBeAccessible();
  });
});
