import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../core/readiness/fit/index.ts';

const COLUMNS = ['user_id', 'item_id', 'timestamp', 'correct', 'skill_id'] as const;
/** Timestamps above this are milliseconds, others seconds. */
const MOST_SECONDS = 1e11;
const FOLDS = 5;

/** Answers in the order of time for each person, and for each row of the file the answer it belongs to. */
export interface AnswerFile {
  readonly answers: readonly Answer[];
  readonly answerOfRow: readonly number[];
}

/** What is learned from, and what is predicted. */
export interface Split {
  readonly train: readonly Answer[];
  readonly test: AnswerFile;
  /** Index in the output of each row of the test file. */
  readonly outputRows: readonly number[];
}

interface Row {
  readonly user: string;
  readonly item: string;
  readonly skill: string;
  readonly moment: number;
  readonly value: number;
  readonly line: number;
}

/** The train and test files of a folder, or five folds of its one file by user index mod 5. */
export function readSplits(folder: string): Split[] {
  const [train, test, single] = ['preprocessed_data_train.csv', 'preprocessed_data_test.csv', 'data.csv'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  if (existsSync(train) && existsSync(test)) {
    const intern = interning();
    const rows = readRows(test, intern);
    return [
      {
        train: toAnswers(readRows(train, intern)).answers,
        test: toAnswers(rows),
        outputRows: rows.map((_row, i) => i),
      },
    ];
  }
  if (!existsSync(single)) {
    throw new Error(`${folder} holds neither preprocessed_data_train.csv and preprocessed_data_test.csv nor data.csv.`);
  }
  const rows = readRows(single);
  const users = new Map([...new Set(rows.map(({ user }) => user))].map((user, i) => [user, i % FOLDS]));
  return Array.from({ length: FOLDS }, (_unused, fold) => {
    const tested = rows.filter(({ user }) => users.get(user) === fold);
    return {
      train: toAnswers(rows.filter(({ user }) => users.get(user) !== fold)).answers,
      test: toAnswers(tested),
      outputRows: tested.map(({ line }) => line),
    };
  });
}

/** The answers to fit on: the train file of a folder, or its one file. */
export function readTraining(folder: string): readonly Answer[] {
  const train = join(folder, 'preprocessed_data_train.csv');
  return toAnswers(readRows(existsSync(train) ? train : join(folder, 'data.csv'))).answers;
}

/** One string for each id: those of two files would be compared letter by letter at every look-up. */
function interning(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found === undefined) known.set(text, text);
    return found ?? text;
  };
}

function readRows(file: string, intern = interning()): Row[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').split(/\r?\n/);
  const names = header.split('\t');
  const columns = COLUMNS.map((name) => names.indexOf(name));
  const missing = COLUMNS.filter((_name, i) => columns[i] === -1);
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(', ')}: "${header}".`);
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    const cells = line.split('\t');
    const [user = '', item = '', time = '', correct, skill = ''] = columns.map((column) => cells[column]);
    const value = Number(correct);
    if (value !== 0 && value !== 1) throw new Error(`${file}:${index + 2}: "correct" is "${correct}", not 0 or 1.`);
    const stamp = Number(time);
    const moment = Number.isFinite(stamp) ? (stamp > MOST_SECONDS ? stamp : stamp * 1000) : 0;
    return [{ user: intern(user), item: intern(item), skill: intern(skill), moment, value, line: index }];
  });
}

/**
 * The rows as answers. Rows of one person follow each other in time, where there are times. Rows that follow each other
 * and differ in the skill alone are one answer to a question of several skills, so that none is seen before the
 * others are predicted; its skill is the skills joined, as where a file has them joined already.
 */
export function toAnswers(rows: readonly Row[]): AnswerFile {
  const answers: Answer[] = [];
  const answerOfRow = new Array<number>(rows.length);
  let last: Row | undefined;
  for (const index of inTime(rows)) {
    const row = rows[index];
    if (!row) continue;
    const previous = answers.at(-1);
    if (last && previous && isSameAnswer(last, row)) {
      answers[answers.length - 1] = { ...previous, skillCode: `${previous.skillCode}+${row.skill}` };
    } else {
      const { user: personId, item: itemId, skill: skillCode, value, moment } = row;
      answers.push({ kind: 'check', personId, itemId, skillCode, value, moment });
    }
    answerOfRow[index] = answers.length - 1;
    last = row;
  }
  return { answers, answerOfRow };
}

function isSameAnswer(a: Row, b: Row): boolean {
  return a.user === b.user && a.item === b.item && a.moment === b.moment && a.skill !== b.skill;
}

/** The rows' indices, each person's own in the order of time and the people where they stood. */
function inTime(rows: readonly Row[]): number[] {
  const places = new Map<string, number[]>();
  rows.forEach(({ user }, i) => {
    const own = places.get(user);
    if (own) own.push(i);
    else places.set(user, [i]);
  });
  const order = new Array<number>(rows.length);
  for (const own of places.values()) {
    const sorted = [...own].sort((a, b) => (rows[a]?.moment ?? 0) - (rows[b]?.moment ?? 0) || a - b);
    own.forEach((place, i) => (order[place] = sorted[i] ?? place));
  }
  return order;
}
