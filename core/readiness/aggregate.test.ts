import { aggregate, gapOf } from './index.ts';
import type { Score } from './types.ts';

describe('aggregate', () => {
  const score = (value: number, half: number, enoughEvidence = true): Score => {
    return { score: value, lower: value - half, upper: value + half, enoughEvidence, evidenceCount: 4 };
  };

  it('is the weighted mean, with an interval between that of equal and of independent errors', () => {
    const total = aggregate([
      { score: score(40, 10), target: 70, weight: 1 },
      { score: score(60, 10), target: 80, weight: 3 },
    ]);
    expect(total).toMatchObject({ score: 55, target: 77.5, gap: 22.5, gapFlagged: true, evidenceCount: 8 });
    expect(total?.upper).toBeLessThan(65);
    expect(total?.upper).toBeGreaterThan(55 + 10 * Math.hypot(0.25, 0.75));
  });

  it('leaves out what has no target where others have one', () => {
    const total = aggregate([
      { score: score(40, 10), weight: 1 },
      { score: score(60, 10), target: 50, weight: 1 },
    ]);
    expect(total).toMatchObject({ score: 60, gap: 0, gapFlagged: false });
  });

  it('is nothing over nothing', () => expect(aggregate([])).toBeUndefined());

  it.each([
    [score(50, 10), 70, 20, true],
    [score(50, 25), 70, 20, false],
    [score(50, 10, false), 70, 20, false],
    [score(80, 10), 70, 0, false],
  ])('flags a gap only when it is probably real (%#)', (one, target, gap, flagged) => {
    expect(gapOf(one, target)).toEqual({ gap, flagged });
  });
});
