import fc from 'fast-check';
import { createKnowledgeIndex, findDuplicates, type KnowledgeEntry, rerank, type SearchResult } from './index.ts';
import { createCorpus } from './index/corpus.ts';
import { createTermImpacts } from './rank/term-impacts.ts';
import { QUESTION_WEIGHTS } from './rank/weights.ts';

const WORDS = 'discount renewal competitor quote approval legal security pricing globex contract pilot champion'.split(
  ' ',
);
const words = fc.array(fc.constantFrom(...WORDS, 'the', 'how', 'of'), { minLength: 1, maxLength: 8 });
const text = words.map((list) => list.join(' '));
const entry = fc.record(
  {
    title: text,
    body: text,
    acceptedAnswer: text,
    answers: fc.array(text, { maxLength: 3 }),
    tags: fc.array(fc.constantFrom(...WORDS), { maxLength: 2 }),
    votes: fc.integer({ min: -3, max: 20 }),
    verified: fc.boolean(),
  },
  { requiredKeys: ['title'] },
);
const entries = fc
  .array(entry, { minLength: 1, maxLength: 12 })
  .map((list) => list.map((each, i): KnowledgeEntry => ({ ...each, id: `q${i}` })));

function seen({ hits, total }: SearchResult) {
  return { total, hits: hits.map(({ entry: { id }, score, reasons }) => ({ id, score, reasons })) };
}

describe('the knowledge index', () => {
  it('finds the same in whatever order the entries came', () => {
    fc.assert(
      fc.property(
        entries.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        text,
        ([list, shuffled], query) => {
          const options = { typing: true, limit: 50 };
          const [a, b] = [list, shuffled].map((each) => createKnowledgeIndex(each).search(query, options));
          expect(seen(a!)).toEqual(seen(b!));
        },
      ),
    );
  });

  it('forgets an entry that is taken out, as if it had never come', () => {
    fc.assert(
      fc.property(entries, entry, text, fc.boolean(), (list, other, query, searchedBefore) => {
        const index = createKnowledgeIndex([{ ...other, id: 'other' }, ...list]);
        if (searchedBefore) index.search(query);
        expect(index.remove('other')).toBe(true);
        expect(seen(index.search(query))).toEqual(seen(createKnowledgeIndex(list).search(query)));
      }),
    );
  });

  it('takes a new version of an entry in place of the old one', () => {
    fc.assert(
      fc.property(entries, entry, text, (list, changed, query) => {
        const index = createKnowledgeIndex(list);
        index.search(query);
        index.add({ ...changed, id: 'q0' });
        const fresh = createKnowledgeIndex([{ ...changed, id: 'q0' }, ...list.slice(1)]);
        expect(index.size()).toBe(list.length);
        expect(seen(index.search(query))).toEqual(seen(fresh.search(query)));
      }),
    );
  });

  it('goes on finding an entry whatever is added that has the query in it', () => {
    fc.assert(
      fc.property(entries, text, (list, query) => {
        const index = createKnowledgeIndex(list);
        const before = index.search(query, { limit: 50 }).hits.map((hit) => hit.entry.id);
        index.add({ id: 'added', title: query, body: query });
        const after = index.search(query, { limit: 50 }).hits.map((hit) => hit.entry.id);
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  it('finds exactly the entries that have a word of the query', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(...WORDS), (list, word) => {
        const has = ({ title, body, acceptedAnswer, answers, tags }: KnowledgeEntry) =>
          [title, body, acceptedAnswer, ...(answers ?? []), ...(tags ?? [])].some((each) => each?.includes(word));
        const { hits, total } = createKnowledgeIndex(list).search(word, { limit: 50 });
        const expected = list.filter(has).map(({ id }) => id);
        fc.pre(expected.length > 0); // A word that stands nowhere is looked for in other spellings.
        expect(hits.map((hit) => hit.entry.id).sort()).toEqual(expected.sort());
        expect(total).toBe(hits.length);
      }),
    );
  });

  it('orders hits by score, and the reasons add up to it', () => {
    fc.assert(
      fc.property(entries, text, (list, query) => {
        const { hits } = createKnowledgeIndex(list).search(query, { limit: 50 });
        for (const [i, { score, reasons, coverage, likeness }] of hits.entries()) {
          expect(score).toBeLessThanOrEqual(hits[i - 1]?.score ?? Infinity);
          expect(coverage).toBeGreaterThan(0);
          expect(coverage).toBeLessThanOrEqual(1 + 1e-9);
          expect(likeness).toBeLessThanOrEqual(1 + 1e-9);
          // Reasons below .005 are not told; there are seven kinds.
          expect(Math.abs(score - reasons.reduce((sum, { strength }) => sum + strength, 0))).toBeLessThan(0.035);
        }
      }),
    );
  });

  it('reranks candidates without losing or inventing any', () => {
    fc.assert(
      fc.property(entries, text, (list, query) => {
        expect(
          rerank(query, list)
            .map((hit) => hit.entry.id)
            .sort(),
        ).toEqual(list.map(({ id }) => id).sort());
      }),
    );
  });

  it('says of every candidate why it is there, and narrows by a filter to what the facets count', () => {
    fc.assert(
      fc.property(entries, text, fc.boolean(), (list, query, answered) => {
        const all = rerank(query, list);
        expect(all.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
        const fitting = all.filter(({ entry: { acceptedAnswer, answers = [] } }) => {
          return (acceptedAnswer !== undefined || answers.length > 0) === answered;
        });
        expect(rerank(query, list, { filter: { answered } })).toEqual(fitting);
      }),
    );
  });

  it('never calls a draft a duplicate of itself, and always of its double', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const draft = { id: 'q0', title: list[0]?.title ?? '' };
        const index = createKnowledgeIndex([...list, { id: 'double', title: draft.title }]);
        const found = findDuplicates(draft, index, { limit: 50 }).map((each) => each.entry.id);
        expect(found).not.toContain('q0');
        const telling = draft.title.split(' ').some((word) => WORDS.includes(word));
        expect(found.includes('double')).toBe(telling);
      }),
    );
  });
});

describe('the impact of a term', () => {
  it('grows with its frequency in a field, where length is the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.constantFrom('title', 'body', 'acceptedAnswer'),
        (times, field) => {
          const corpus = createCorpus();
          const textWith = (count: number) =>
            [...Array(count).fill('discount'), ...Array(72 - count).fill('pilot')].join(' ');
          corpus.add({ id: 'less', [field]: textWith(times) });
          corpus.add({ id: 'more', [field]: textWith(times + 1) });
          const term = corpus.lexicon.termOf('discount')!;
          createTermImpacts(corpus, QUESTION_WEIGHTS).refresh(term);
          const start = corpus.postings.start(term);
          const [less, more] = [corpus.postings.impacts[start]!, corpus.postings.impacts[start + 1]!];
          // Frequencies are told apart up to 63.
          expect(more > less).toBe(times < 63);
          expect(more).toBeGreaterThanOrEqual(less);
          expect(more).toBeLessThan(1);
        },
      ),
    );
  });
});
