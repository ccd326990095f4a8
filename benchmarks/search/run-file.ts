import type { Found } from './engines.ts';

/**
 * Lines of a TREC run (query Q0 document rank score tag) for one query. Scores are made to fall strictly in single
 * precision, so that a tool that sorts by score, as trec_eval does, keeps the order.
 */
export function runLines(query: string, ranking: readonly Found[], tag: string): string {
  let above = Infinity;
  return ranking
    .map(({ id, score }, i) => {
      const single = Math.fround(Math.min(score, Math.fround(above - Math.abs(above) * 2 ** -22)));
      above = Number.isFinite(single) ? single : Math.fround(score);
      return `${query} Q0 ${id} ${i + 1} ${above} ${tag}\n`;
    })
    .join('');
}
