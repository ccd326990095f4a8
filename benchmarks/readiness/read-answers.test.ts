import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSplits } from './read-answers.ts';

const HEADER = 'user_id\titem_id\ttimestamp\tcorrect\tskill_id';

function folder(files: Readonly<Record<string, readonly string[]>>): string {
  const made = mkdtempSync(join(tmpdir(), 'answers-'));
  for (const [name, rows] of Object.entries(files)) writeFileSync(join(made, name), [HEADER, ...rows, ''].join('\n'));
  return made;
}

it('reads a train and a test file', () => {
  const [split, ...more] = readSplits(
    folder({ 'preprocessed_data_train.csv': ['1\ta\t0\t1\ts'], 'preprocessed_data_test.csv': ['2\ta\t5\t0\ts'] }),
  );
  expect(more).toEqual([]);
  expect(split?.train).toEqual([{ kind: 'check', personId: '1', itemId: 'a', skillCode: 's', value: 1, moment: 0 }]);
  expect(split?.test.answers[0]).toMatchObject({ personId: '2', value: 0, moment: 5000 });
});

it('makes five folds by user index, and says where each row stood', () => {
  const rows = Array.from({ length: 12 }, (_unused, i) => `u${i % 6}\tq\t${i}\t1\ts`);
  const splits = readSplits(folder({ 'data.csv': rows }));
  expect(splits.map(({ outputRows }) => outputRows)).toEqual([
    [0, 5, 6, 11],
    [1, 7],
    [2, 8],
    [3, 9],
    [4, 10],
  ]);
  expect(splits[0]?.train).toHaveLength(8);
});

it('takes rows that differ in the skill alone as one answer', () => {
  const rows = ['1\ta\t7\t1\ts', '1\ta\t7\t1\tt', '1\ta\t7\t0\tt'];
  const test = readSplits(folder({ 'data.csv': rows }))[0]?.test;
  expect(test?.answers.map(({ skillCode, value }) => [skillCode, value])).toEqual([
    ['s+t', 1],
    ['t', 0],
  ]);
  expect(test?.answerOfRow).toEqual([0, 0, 1]);
});

it("puts a person's rows in the order of time, each where the person's rows were", () => {
  const rows = ['1\tb\t9\t1\ts', '6\tx\t1\t1\ts', '1\ta\t3\t0\ts'];
  const test = readSplits(folder({ 'preprocessed_data_train.csv': rows, 'preprocessed_data_test.csv': rows }))[0]?.test;
  expect(test?.answers.map(({ itemId }) => itemId)).toEqual(['a', 'x', 'b']);
  expect(test?.answerOfRow).toEqual([2, 1, 0]);
});

it.each([
  [{ 'data.csv': ['1\ta\t0\t2\ts'] }, /data\.csv:2.*not 0 or 1/],
  [{}, /holds neither/],
])('says what is wrong with %j', (files, message) => {
  expect(() => readSplits(folder(files))).toThrow(message);
});
