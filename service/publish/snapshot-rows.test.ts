import { type SnapshotContent, changedSnapshots, snapshotDates } from './snapshot-rows.ts';

const WEDNESDAY = new Date('2026-03-04T10:00:00.000Z');
const MONDAY = new Date('2026-03-02T00:30:00.000Z');
const content = (score: number): SnapshotContent => ({ score, lower: score - 5, upper: score + 5, target: 70 });
const row = (day: string, score: number) => ({
  key: `005A:Overall:${day}`,
  personId: '005A',
  content: content(score),
  record: {},
});
const published = (entries: Record<string, number>): Map<string, SnapshotContent> =>
  new Map(Object.entries(entries).map(([day, score]) => [`005a:overall:${day}`, content(score)]));

it('looks at today and the last twelve Mondays', () => {
  expect(snapshotDates(WEDNESDAY)).toHaveLength(13);
  expect(snapshotDates(WEDNESDAY).slice(-2)).toEqual(['2026-03-02', '2026-03-04']);
  expect(snapshotDates(MONDAY)).toHaveLength(12);
  expect(snapshotDates(MONDAY).every((day) => new Date(day).getUTCDay() === 1)).toBe(true);
});

it.each([
  ['fills Mondays that are missing', { '2026-02-23': 50 }, ['2026-03-02']],
  ['does not rewrite the past', { '2026-02-23': 40, '2026-03-02': 60 }, []],
])('%s', (_name, before, expected) => {
  const rows = [row('2026-02-23', 50), row('2026-03-02', 60), row('2026-03-04', 60.2)];
  expect(changedSnapshots(rows, published(before), WEDNESDAY).map(({ key }) => key.slice(-10))).toEqual(expected);
});

it.each([
  ['moved noticeably since Monday', 61, { '2026-03-02': 60 }, true],
  ['did not move', 60.3, { '2026-03-02': 60 }, false],
  ['moved since its own row of today', 60.6, { '2026-03-02': 60, '2026-03-04': 60 }, true],
  ['is the first ever', 60, {}, true],
])('writes today when it %s', (_name, score, before, expected) => {
  const rows =
    Object.keys(before).length === 0 ? [row('2026-03-04', score)] : [row('2026-03-02', 60), row('2026-03-04', score)];
  const days = changedSnapshots(rows, published(before), WEDNESDAY).map(({ key }) => key.slice(-10));
  expect(days.includes('2026-03-04')).toBe(expected);
});
