import { OVERLAP, nextWatermark, pullFrom } from './watermark.ts';

const NOW = new Date('2026-03-02T10:00:00.000Z');
const later = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

it('reads an overlap twice until the highest stamp has settled', () => {
  const first = nextWatermark('Nugget__c', undefined, '2026-03-02T09:59:00.000Z', NOW);
  expect(first).toBeDefined();
  if (first === undefined) return;
  expect(pullFrom(first, later(60_000))).toBe('2026-03-02T09:54:00.000Z');
  expect(pullFrom(first, later(OVERLAP))).toBe('2026-03-02T09:59:00.000Z');
});

it('keeps its settling time while nothing newer comes, and starts anew when something does', () => {
  const first = nextWatermark('Nugget__c', undefined, '2026-03-02T09:59:00.000Z', NOW);
  const second = nextWatermark('Nugget__c', first, '2026-03-02T09:59:00.000Z', later(1000));
  expect(second).toMatchObject({ settled_from: NOW.toISOString(), pulled_at: later(1000).toISOString() });
  const third = nextWatermark('Nugget__c', second, '2026-03-02T10:00:01.000Z', later(2000));
  expect(third).toMatchObject({ modstamp: '2026-03-02T10:00:01.000Z', settled_from: later(2000).toISOString() });
});

it('never moves back', () => {
  const first = nextWatermark('Nugget__c', undefined, '2026-03-02T09:59:00.000Z', NOW);
  expect(nextWatermark('Nugget__c', first, '2026-03-01T00:00:00.000Z', later(1))?.modstamp).toBe(
    '2026-03-02T09:59:00.000Z',
  );
  expect(nextWatermark('Nugget__c', first, undefined, later(1))?.modstamp).toBe('2026-03-02T09:59:00.000Z');
  expect(nextWatermark('Nugget__c', undefined, undefined, NOW)).toBeUndefined();
});
