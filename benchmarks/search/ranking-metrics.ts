import type { Judgements } from './read-search-set.ts';

/** How well one ranking, or the mean of many, answers what was asked. */
export interface RankingMetrics {
  readonly map: number;
  readonly mrr: number;
  readonly p5: number;
  readonly ndcg10: number;
}

/** As many documents of a ranking count as trec_eval takes. */
export const RANKING_DEPTH = 1000;

/**
 * trec_eval's map, recip_rank, P_5 and ndcg_cut_10 (gain = grade, discount = log2(rank + 1)) of one ranking. The query
 * must have a relevant document.
 */
export function rankingMetrics(ranking: readonly string[], judgements: Judgements): RankingMetrics {
  let found = 0;
  let precisions = 0;
  let reciprocal = 0;
  let inFive = 0;
  let gain = 0;
  ranking.slice(0, RANKING_DEPTH).forEach((document, i) => {
    const grade = judgements.get(document) ?? 0;
    if (grade <= 0) return;
    found += 1;
    precisions += found / (i + 1);
    if (found === 1) reciprocal = 1 / (i + 1);
    if (i < 5) inFive += 1;
    if (i < 10) gain += grade / Math.log2(i + 2);
  });
  const ideal = [...judgements.values()]
    .sort((a, b) => b - a)
    .slice(0, 10)
    .reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
  return { map: precisions / judgements.size, mrr: reciprocal, p5: inFive / 5, ndcg10: gain / ideal };
}

/** The mean over queries, as trec_eval -c: a query for which nothing was found counts 0. */
export function meanMetrics(all: readonly RankingMetrics[]): RankingMetrics {
  const mean = (read: (metrics: RankingMetrics) => number) =>
    all.reduce((sum, metrics) => sum + read(metrics), 0) / all.length;
  return {
    map: mean(({ map }) => map),
    mrr: mean(({ mrr }) => mrr),
    p5: mean(({ p5 }) => p5),
    ndcg10: mean(({ ndcg10 }) => ndcg10),
  };
}
