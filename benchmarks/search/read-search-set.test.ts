import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSearchSet } from './read-search-set.ts';
import { runLines } from './run-file.ts';

describe('readSearchSet', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'search-set-'));
    write('docs.jsonl', '{"id":"a","question":"Q?","answers":["one","two"]}\n{"id":2,"text":"Title\\n\\nText"}\n\n');
    write('queries.jsonl', '{"id":"q1","text":"one"}\n{"id":"q2","text":"two"}\n');
    write('qrels.tsv', 'q1\ta\t2\nq1\t2\t0\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  it('reads questions with answers, texts, queries and grades', () => {
    const { documents, queries, judgements } = readSearchSet(folder);
    expect(documents).toEqual([
      { id: 'a', title: 'Q?', answers: ['one', 'two'] },
      { id: '2', title: 'Title', body: 'Text' },
    ]);
    expect(queries.map(({ id }) => id)).toEqual(['q1', 'q2']);
    expect(judgements).toEqual(new Map([['q1', new Map([['a', 2]])]]));
  });

  it('reads the four columns of trec_eval too', () => {
    write('qrels.tsv', 'q1 0 a 1\n');
    expect(readSearchSet(folder).judgements.get('q1')).toEqual(new Map([['a', 1]]));
  });

  it.each([
    ['docs.jsonl', '{"id":"a"}', 'docs.jsonl, line 1'],
    ['queries.jsonl', '{"id":"q1","text":"one"}\nnot json', 'queries.jsonl, line 2'],
    ['qrels.tsv', 'q1\ta\tyes', 'qrels.tsv, line 1'],
  ])('names the line of %s that it cannot read', (name, text, message) => {
    write(name, text);
    expect(() => readSearchSet(folder)).toThrow(message);
  });

  it('names a file that is missing', () => {
    rmSync(join(folder, 'qrels.tsv'));
    expect(() => readSearchSet(folder)).toThrow('qrels.tsv is missing');
  });
});

describe('runLines', () => {
  it('keeps the order of ties when sorted by score in single precision', () => {
    const ranking = ['a', 'b', 'c'].map((id) => ({ id, score: 0.3 }));
    const scores = runLines('q', ranking, 'tag')
      .trim()
      .split('\n')
      .map((line) => Math.fround(Number(line.split(' ')[4])));
    expect(scores[0]).toBeGreaterThan(scores[1]!);
    expect(scores[1]).toBeGreaterThan(scores[2]!);
    expect(scores[2]).toBeCloseTo(0.3, 5);
  });
});
