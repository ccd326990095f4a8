import { meanMetrics, rankingMetrics } from './ranking-metrics.ts';

describe('rankingMetrics', () => {
  it.each([
    ['all relevant first', ['a', 'b', 'x'], { a: 1, b: 1 }, { map: 1, mrr: 1, p5: 0.4, ndcg10: 1 }],
    ['nothing found', [], { a: 1 }, { map: 0, mrr: 0, p5: 0, ndcg10: 0 }],
    // (1/2 + 2/4) / 3 ; 1/2 ; 2/5 ; (1/log2(3) + 1/log2(5)) / (1 + 1/log2(3) + 1/2)
    ['two of three', ['x', 'a', 'y', 'b'], { a: 1, b: 1, c: 1 }, { map: 1 / 3, mrr: 0.5, p5: 0.4, ndcg10: 0.498189 }],
    // 1/log2(2)·1 + 3/log2(3) over 3 + 1/log2(3)
    ['grades count for nDCG alone', ['a', 'b'], { a: 1, b: 3 }, { map: 1, mrr: 1, p5: 0.4, ndcg10: 0.796709 }],
  ])('gives what trec_eval gives for %s', (_name, ranking, grades, expected) => {
    const metrics = rankingMetrics(ranking, new Map(Object.entries(grades)));
    for (const [name, value] of Object.entries(expected)) {
      expect(metrics[name as keyof typeof metrics]).toBeCloseTo(value, 5);
    }
  });
});

describe('meanMetrics', () => {
  it('counts a query for which nothing was found', () => {
    const found = { map: 1, mrr: 1, p5: 0.2, ndcg10: 1 };
    expect(meanMetrics([found, { map: 0, mrr: 0, p5: 0, ndcg10: 0 }])).toEqual({
      map: 0.5,
      mrr: 0.5,
      p5: 0.1,
      ndcg10: 0.5,
    });
  });
});
