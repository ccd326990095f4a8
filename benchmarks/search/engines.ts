import Database from 'libsql';
import MiniSearch from 'minisearch';
import { isFunctionWord } from '../../core/knowledge/analysis/stop-words.ts';
import { stemEnglish } from '../../core/knowledge/analysis/stem-english.ts';
import { createKnowledgeIndex, type KnowledgeEntry } from '../../core/knowledge/index.ts';

/** A document that was found. */
export interface Found {
  readonly id: string;
  readonly score: number;
}

/** Best first. */
export type Search = (query: string, limit: number) => readonly Found[];

/** Builds an index and gives back how to search it. */
export interface Engine {
  readonly name: string;
  readonly build: (documents: readonly KnowledgeEntry[]) => Search;
}

/** The engine of the product, with every stage on. */
export const FLUENCY: Engine = {
  name: 'Fluency',
  build(documents) {
    const index = createKnowledgeIndex(documents);
    return (query, limit) => {
      const { hits } = index.search(query, { limit });
      return hits.map(({ entry: { id }, score }) => ({ id, score }));
    };
  },
};

const answersOf = (entry: KnowledgeEntry) => [entry.body ?? '', ...(entry.answers ?? [])].join('\n');

/** MiniSearch with our stop words and stemmer, title boosted, fuzzy on long words: the best of what was tried. */
export const MINISEARCH: Engine = {
  name: 'MiniSearch',
  build(documents) {
    const index = new MiniSearch<{ id: string; title: string; text: string }>({
      fields: ['title', 'text'],
      processTerm(term) {
        const word = term.toLowerCase();
        return isFunctionWord(word) ? null : stemEnglish(word);
      },
    });
    index.addAll(documents.map((entry) => ({ id: entry.id, title: entry.title ?? '', text: answersOf(entry) })));
    const options = { boost: { title: 2 }, fuzzy: (term: string) => (term.length > 5 ? 0.2 : false) };
    return (query, limit) =>
      index
        .search(query, options)
        .slice(0, limit)
        .map(({ id, score }: { id: string; score: number }) => ({ id, score }));
  },
};

/** SQLite's full-text index with its Porter stemmer and bm25, title boosted; any word of the query will do. */
export const FTS5: Engine = {
  name: 'SQLite FTS5',
  build(documents) {
    const database = new Database(':memory:');
    database.exec(
      `CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, title, text, tokenize = 'porter unicode61 remove_diacritics 2')`,
    );
    const insert = database.prepare('INSERT INTO entry VALUES (?, ?, ?)');
    database.exec('BEGIN');
    for (const entry of documents) insert.run(entry.id, entry.title ?? '', answersOf(entry));
    database.exec('COMMIT');
    const select = database.prepare(
      'SELECT id, -bm25(entry, 0, 3, 1) AS score FROM entry WHERE entry MATCH ? ORDER BY score DESC LIMIT ?',
    );
    return (query, limit) => {
      const words = query.match(/[\p{L}\p{N}]+/gu)?.filter((word) => !isFunctionWord(word.toLowerCase())) ?? [];
      if (words.length === 0) return [];
      return select.all(words.map((word) => `"${word}"`).join(' OR '), limit) as Found[];
    };
  },
};
