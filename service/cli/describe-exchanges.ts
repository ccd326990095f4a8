import type { SettleReport } from '../exchanges/index.ts';
import { describeRefused } from './describe-refused.ts';

/** What became of captured exchanges, as lines. */
export function describeExchanges(report: SettleReport | undefined): string[] {
  if (report === undefined) return [];
  const some = (count: number, words: string): string[] => (count > 0 ? [`${count} ${words}`] : []);
  return [
    ...some(report.published, `captured exchanges published, with ${report.answers} answers`),
    ...some(report.asked, 'people asked or told about an exchange'),
    ...some(report.waiting, 'approved exchanges wait for people to agree'),
    ...some(report.erased, 'exchanges erased: somebody refused'),
    ...describeRefused(report.refused),
  ];
}
