import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrapMean } from './bootstrap.ts';
import { readQuestions } from './read-questions.ts';

describe('readQuestions', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'experts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (lines: readonly unknown[]) =>
    writeFileSync(join(folder, 'qa.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

  it('reads questions oldest first, in universal time, without answers that have no owner', () => {
    write([
      {
        id: '2',
        date: '2018-03-13T00:00:00',
        title: 'B',
        tags: ['x'],
        owner: '7',
        answers: [{ id: 'n', date: '2018-03-14T00:00:00', owner: null }],
      },
      {
        id: '1',
        date: '2018-03-12T00:00:00',
        title: 'A',
        answers: [{ id: 'a', date: '2018-03-12T01:00:00', owner: '9', score: 3, accepted: true }],
      },
    ]);
    const [first, second] = readQuestions(folder);
    expect(first).toMatchObject({
      id: '1',
      askedAt: new Date('2018-03-12T00:00:00Z'),
      answers: [{ authorId: '9', at: '2018-03-12T01:00:00Z', votes: 3, accepted: true }],
    });
    expect(second).toMatchObject({ id: '2', askerId: '7', answers: [] });
  });

  it('names the line and the date it cannot read', () => {
    write([{ id: '1', date: 'soon', title: 'A' }]);
    expect(() => readQuestions(folder)).toThrow(/qa\.jsonl, line 1: .*"soonZ?" is not a date/);
  });

  it('names a file that is missing', () => {
    expect(() => readQuestions(folder)).toThrow('qa.jsonl is missing');
  });
});

describe('bootstrapMean', () => {
  it('holds the mean in an interval as wide as the error of a mean', () => {
    const values = Array.from({ length: 400 }, (_, i) => i % 2);
    const { mean, low, high } = bootstrapMean(values);
    expect(mean).toBe(0.5);
    // ± 1.96 · 0.5 / √400
    expect(low).toBeCloseTo(0.451, 2);
    expect(high).toBeCloseTo(0.549, 2);
  });
});
