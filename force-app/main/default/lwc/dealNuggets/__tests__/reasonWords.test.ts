import { createSignalRegistry, type Reason } from 'c/core';
import { reasonLabels, signalLabels } from 'c/labels';
import { wordReason } from '../reasonWords';

const now = new Date('2026-11-23T15:00:00.000Z');
const registry = createSignalRegistry([{ code: 'region', label: 'Region', type: 'text', path: 'Account.Region__c' }]);
const reason = (part: Partial<Reason>): Reason => ({
  code: 'signal',
  labelKey: 'reasonSignal',
  values: [],
  strength: 1,
  ...part,
});

describe('wordReason', () => {
  it.each([
    [{ signal: 'competitor', values: ['Competitor', 'Globex'] }, 'Competitor: Globex'],
    [{ signal: 'region', values: ['Region', 'East'] }, 'Region: East'],
    [
      { signal: 'amount', labelKey: 'reasonSignalOver', values: ['Amount', '125000', '100000'] },
      'Amount: 125,000, over 100,000',
    ],
    [{ signal: 'close_date_pushes', labelKey: 'reasonPushes', values: ['x', '2'] }, 'Close date moved 2 times'],
    [{ code: 'gap', labelKey: 'reasonGap', values: ['Discounting', '42', '70'] }, 'Your gap: Discounting 42 → 70'],
    [{ code: 'verified', labelKey: 'reasonVerified', values: ['2026-10-12'] }, 'Verified Oct 12'],
    [{ code: 'new', labelKey: 'reasonNew', values: [] }, 'New'],
  ] as [Partial<Reason>, string][])('words %j', (part, expected) => {
    expect(wordReason(reason(part), registry, now)).toBe(expected);
  });

  it('has a word for every built-in signal', () => {
    for (const { labelKey } of createSignalRegistry().signals.values()) {
      expect(signalLabels).toHaveProperty(labelKey ?? 'missing');
    }
  });

  it('has words for every place that core fills', () => {
    expect(reasonLabels.reasonSignalOver).toContain('{2}');
    expect(reasonLabels.reasonGap).toContain('{2}');
  });
});
