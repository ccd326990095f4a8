import type { SettleReport } from '../exchanges/index.ts';
import { counted, countedIfAny } from './counted.ts';
import { describeRefused } from './describe-refused.ts';

/** What became of captured exchanges, as lines. */
export function describeExchanges(report: SettleReport | undefined): string[] {
  if (report === undefined) return [];
  const answers = counted(report.answers, 'answer', 'answers');
  return [
    ...countedIfAny(
      report.published,
      `captured exchange published, with ${answers}`,
      `captured exchanges published, with ${answers}`,
    ),
    ...countedIfAny(report.asked, 'person asked or told about an exchange', 'people asked or told about an exchange'),
    ...countedIfAny(
      report.waiting,
      'approved exchange waits for people to agree',
      'approved exchanges wait for people to agree',
    ),
    ...countedIfAny(report.erased, 'exchange erased: somebody refused', 'exchanges erased: somebody refused'),
    ...describeRefused(report.refused),
  ];
}
