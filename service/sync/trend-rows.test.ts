import type { AggregateScore } from '../../core/index.ts';
import { type KeptSnapshot, snapshotsToKeep } from './trend-rows.ts';

const DAY = '2026-03-04';
const OPEN = { isWanted: false, isOpen: true };
const MONDAY = { isWanted: true, isOpen: true };
const CLOSED = { isWanted: false, isOpen: false };

const score = (value: number, change: Partial<AggregateScore> = {}): AggregateScore => ({
  score: value,
  lower: value - 5,
  upper: value + 5,
  enoughEvidence: true,
  evidenceCount: 4,
  target: 70,
  gapFlagged: false,
  ...change,
});
const kept = (value: number, day = DAY, change: Partial<KeptSnapshot> = {}): KeptSnapshot[] => [
  { personId: '005A', scope: 'Overall', day, score: value, lower: value - 5, upper: value + 5, target: 70, due: 0, ...change }, // prettier-ignore
];
const scores = (value: AggregateScore) => new Map([['005A', [{ scope: 'Overall', score: value }]]]);

it.each([
  ['writes every Monday', score(60), [], kept(60, '2026-03-02'), MONDAY, true],
  ['writes a day on which it moved', score(60.6), [], kept(60, '2026-03-02'), OPEN, true],
  ['writes no day on which it did not', score(60.4), [], kept(60, '2026-03-02'), OPEN, false],
  ['writes the first point ever', score(60), [], [], OPEN, true],
  ['makes no new point on a past day', score(60), [], [], CLOSED, false],
  ['corrects a past day that is off', score(60.6), kept(60), [], CLOSED, true],
  ['leaves a past day that is nearly right', score(60.4), kept(60), [], CLOSED, false],
  ['leaves a point that was taken against another target', score(40), kept(60, DAY, { target: 65 }), [], CLOSED, false],
  ['takes back a deletion', score(60), kept(60, DAY, { due: 2 }), [], CLOSED, true],
  ['makes no point without evidence', score(60, { evidenceCount: 0 }), [], [], MONDAY, false],
])('%s', (_name, now, own, latest, day, isWritten) => {
  const { written, gone } = snapshotsToKeep(DAY, scores(now), own, latest, day);
  expect(written.map(({ day, score }) => [day, score])).toEqual(isWritten ? [[DAY, now.score]] : []);
  expect(gone).toEqual([]);
});

it.each([
  ['whose evidence in it is gone', scores(score(60, { evidenceCount: 0 }))],
  ['who has no evidence any more', new Map([['005A', []]])],
])('drops the point of a person %s', (_name, now) => {
  expect(snapshotsToKeep(DAY, now, kept(60), [], CLOSED)).toEqual({ written: [], gone: [['005A', 'Overall']] });
});

it('keeps the points of a domain that the role no longer asks for', () => {
  const other = kept(50, DAY, { scope: 'Product' });
  expect(snapshotsToKeep(DAY, scores(score(60)), [...kept(60), ...other], [], CLOSED)).toEqual({
    written: [],
    gone: [],
  });
});
