import { ruleCondition } from './rule-values.ts';

it.each([
  [
    { signal: 'stage', is: 'Prospecting' },
    { operator: 'equals', value: 'Prospecting' },
  ],
  [
    { signal: 'stage', in: ['A', 'B'] },
    { operator: 'in', value: 'A;B' },
  ],
  [
    { signal: 'amount', between: [10, 20] as [number, number] },
    { operator: 'between', value: '10;20' },
  ],
  [{ signal: 'competitor', blank: true as const }, { operator: 'blank' }],
  [
    { signal: 'is_won', is: true },
    { operator: 'equals', value: 'true' },
  ],
  [
    { signal: 'days_to_close', withinDays: 14, weight: 2 },
    { operator: 'within days', value: '14', weight: 2 },
  ],
])('%j becomes %j', (rule, expected) => {
  expect(ruleCondition(rule)).toEqual({ signal: rule.signal, ...expected });
});

it.each([
  [{ signal: 'stage' }, /exactly one of .* has none/],
  [{ signal: 'stage', is: 'A', isNot: 'B' }, /has is and isNot/],
  [{ signal: 'stage', in: ['A;B'] }, /cannot hold ";"/],
  [{ signal: 'stage', in: Array.from({ length: 40 }, (_, index) => `value ${index}`) }, /characters together/],
])('refuses %j', (rule, expected) => {
  expect(ruleCondition(rule)).toEqual({ problem: expect.stringMatching(expected) as string });
});
