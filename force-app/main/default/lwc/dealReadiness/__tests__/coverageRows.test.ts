import { dealReadiness, type Standing } from 'c/core';
import { toCoverageRows, wordHidden, wordTeam } from '../coverageRows';

const team = {
  members: [
    { id: 'ana', name: 'Ana Ruiz' },
    { id: 'omar', name: 'Omar Aziz' },
  ],
};
const standing = (personId: string, score: number): Standing => ({
  personId,
  skillCode: 'discounting',
  target: 70,
  score: { score, lower: score - 5, upper: score + 5, enoughEvidence: true, evidenceCount: 9 },
});
const skills = [{ skillCode: 'discounting', skillName: 'Discounting', weight: 1 }];
const show = (standings: Standing[]) => {
  const readiness = dealReadiness(skills, ['ana', 'omar'], standings);
  return { readiness, row: toCoverageRows(readiness, team, { standings, names: new Map() })[0] };
};

describe('a team of two in words', () => {
  it.each([
    [80, 50, 'Ana Ruiz is ready'],
    [40, 50, 'Gap: Omar Aziz is furthest'],
    [67, 50, 'Not sure yet: Ana Ruiz is furthest'],
  ])('says who is furthest: %d and %d', (ana, omar, expected) => {
    expect(show([standing('ana', ana), standing('omar', omar)]).row?.status).toBe(expected);
  });

  it('names who is not visible, and calls nothing a gap then', () => {
    const { readiness, row } = show([standing('ana', 40)]);
    expect(wordHidden(readiness, team)).toBe('Not visible to you: Omar Aziz');
    expect(row).toMatchObject({ flagged: false, status: 'Not sure yet: Ana Ruiz is furthest' });
  });

  it('says nothing of visibility where all are visible', () => {
    expect(wordHidden(show([standing('ana', 80), standing('omar', 50)]).readiness, team)).toBeUndefined();
    expect(wordTeam(team)).toBe('Ana Ruiz, Omar Aziz');
  });
});
