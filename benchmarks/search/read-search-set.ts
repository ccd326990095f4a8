import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KnowledgeEntry, splitTitle } from '../../core/knowledge/index.ts';

export interface SearchQuery {
  readonly id: string;
  readonly text: string;
}

/** Grades above 0 of the documents that answer a query, by document. */
export type Judgements = ReadonlyMap<string, number>;

/** A test collection. */
export interface SearchSet {
  readonly documents: readonly KnowledgeEntry[];
  /** All of them, in the order of the file; some may have no judgements. */
  readonly queries: readonly SearchQuery[];
  readonly judgements: ReadonlyMap<string, Judgements>;
}

/**
 * Reads docs.jsonl ({id, question, answers[]} or {id, text}), queries.jsonl ({id, text}) and qrels.tsv (query, document,
 * grade) of a folder. Throws an Error that names the file and line of what it cannot read.
 */
export function readSearchSet(folder: string): SearchSet {
  const documents = readLines(folder, 'docs.jsonl', toEntry);
  const queries = readLines(folder, 'queries.jsonl', (record): SearchQuery => {
    return { id: textOf(record, 'id'), text: textOf(record, 'text') };
  });
  const judgements = new Map<string, Map<string, number>>();
  for (const [query, document, grade] of readTable(folder, 'qrels.tsv')) {
    const known = judgements.get(query) ?? new Map<string, number>();
    if (grade > 0) known.set(document, grade);
    judgements.set(query, known);
  }
  return { documents, queries, judgements };
}

function toEntry(record: Readonly<Record<string, unknown>>): KnowledgeEntry {
  const id = textOf(record, 'id');
  if (record.question === undefined) return { id, ...splitTitle(textOf(record, 'text')) };
  const answers: unknown = record.answers ?? [];
  if (!Array.isArray(answers)) throw new Error('"answers" is not a list');
  return { id, title: textOf(record, 'question'), answers: answers.map(String) };
}

function textOf(record: Readonly<Record<string, unknown>>, name: string): string {
  const value = record[name];
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new Error(`"${name}" is missing`);
}

function readLines<T>(folder: string, name: string, read: (record: Readonly<Record<string, unknown>>) => T): T[] {
  return numberedLines(folder, name).map(({ line, number }) => {
    try {
      return read(JSON.parse(line) as Readonly<Record<string, unknown>>);
    } catch (error) {
      throw new Error(`${join(folder, name)}, line ${number}: ${String(error)}.`, { cause: error });
    }
  });
}

function readTable(folder: string, name: string): [string, string, number][] {
  return numberedLines(folder, name).map(({ line, number }) => {
    const columns = line.split(/\t|\s+/);
    // Four columns are trec_eval's own form, whose second is not used.
    const [query, document, grade] = columns.length === 4 ? [columns[0], columns[2], columns[3]] : columns;
    if (query === undefined || document === undefined || grade === undefined || Number.isNaN(Number(grade))) {
      throw new Error(`${join(folder, name)}, line ${number}: "${line}" is not a query, a document and a grade.`);
    }
    return [query, document, Number(grade)];
  });
}

function numberedLines(folder: string, name: string): { line: string; number: number }[] {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`${path} is missing: --data names a folder with docs, queries and qrels.`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== '');
}
