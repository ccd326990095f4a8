import { createSignalRegistry, situationOf } from '../situation/index.ts';
import {
  createKnowledgeIndex,
  findDuplicates,
  type KnowledgeEntry,
  markMatches,
  rerank,
  situationQuery,
  snippetOf,
  splitTitle,
} from './index.ts';

const NOW = new Date('2026-03-01T09:00:00Z');
const ENTRIES: readonly KnowledgeEntry[] = [
  {
    id: 'discount',
    kind: 'question',
    title: 'Who approves a discount above 20 %?',
    body: 'The customer asks for more than I may give.',
    acceptedAnswer: 'The deal desk approves discounts up to 30 %. Above that it takes the regional director.',
    tags: ['pricing', 'Approval'],
    votes: 12,
    verified: true,
    updatedAt: '2026-02-20T08:00:00Z',
  },
  {
    id: 'globex',
    kind: 'question',
    title: 'How do we win against Globex?',
    answers: ['Ask for the uptime of the last year.', 'Show the migration service; Globex has none.'],
    tags: ['competition'],
    updatedAt: '2025-11-01T08:00:00Z',
  },
  {
    id: 'security',
    kind: 'question',
    title: 'Security questionnaire: where is the ISO 27001 certificate?',
    tags: ['security'],
    updatedAt: '2026-02-28T08:00:00Z',
  },
  {
    id: 'negotiation',
    kind: 'nugget',
    title: 'Negotiation without discounting',
    body: 'Trade, never give: ask for a reference, a longer term or an earlier signature in return for a discount.',
    tags: ['pricing'],
    verified: true,
  },
];
const index = createKnowledgeIndex(ENTRIES);
const ids = (query: string, options = {}) => index.search(query, options).hits.map(({ entry }) => entry.id);

describe('search', () => {
  it.each([
    ['discount approval', 'discount'],
    ['beat globex', 'globex'],
    ['27001', 'security'],
    ['who aproves discounts', 'discount'],
    ['negotiating', 'negotiation'],
    ['uptime', 'globex'],
    ['PRICING nugget trade', 'negotiation'],
  ])('finds the answer to "%s"', (query, id) => {
    expect(ids(query)[0]).toBe(id);
  });

  it.each([['how do i'], ['???'], ['zzzzzz']])('finds nothing for "%s"', (query) => {
    expect(index.search(query)).toMatchObject({ hits: [], total: 0 });
  });

  it('finds a thread by its summary, which is no answer', () => {
    const threads = [...ENTRIES, { id: 'summed', title: 'Where does it stand?', summary: 'Hosting moves to Dublin.' }];
    const { hits } = createKnowledgeIndex(threads).search('dublin hosting');
    expect(hits.map(({ entry }) => entry.id)).toEqual(['summed']);
    expect(hits[0] && snippetOf(hits[0].entry, 'dublin')?.text).toBe('Hosting moves to Dublin.');
    const answered = createKnowledgeIndex(threads).search('', { filter: { answered: true } });
    expect(answered.hits.map(({ entry }) => entry.id)).not.toContain('summed');
  });

  it('finds what an unfinished word may become while somebody types, and only then', () => {
    expect(ids('secu', { typing: true })).toEqual(['security']);
    expect(ids('secu')).toEqual([]);
    expect(ids('secu ', { typing: true })).toEqual([]);
  });

  it('gives everything, newest first, for a blank query', () => {
    expect(ids(' ')).toEqual(['security', 'discount', 'globex', 'negotiation']);
  });

  it.each([
    [{ tags: ['approval'] }, ['discount']],
    [{ kinds: ['nugget'] }, ['negotiation']],
    [{ answered: false }, ['security', 'negotiation']],
    [{ answered: true, verified: false }, ['globex']],
    [{ tags: ['pricing', 'security'] }, []],
  ])('filters by %j, with a query or without', (filter, expected) => {
    expect(ids('', { filter })).toEqual(expected);
    const query = 'discount globex security';
    expect(ids(query, { filter }).sort()).toEqual([...expected].sort());
    expect(index.search(query, { filter }).total).toBe(expected.length);
  });

  it('counts the facets of everything found, whatever the limit', () => {
    const { facets, total } = index.search('discount', { facets: true, limit: 1 });
    expect(total).toBe(2);
    expect(facets).toEqual({
      tags: [
        { value: 'pricing', count: 2 },
        { value: 'Approval', count: 1 },
      ],
      kinds: [
        { value: 'nugget', count: 1 },
        { value: 'question', count: 1 },
      ],
      answered: 1,
      verified: 2,
    });
  });

  it('says why each hit is here, strongest first', () => {
    const [hit] = index.search('who approves a discount', { now: NOW }).hits;
    expect(hit?.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['words', 'title', 'accepted', 'verified', 'votes', 'recent']),
    );
    expect(hit?.reasons.find(({ code }) => code === 'words')?.values).toEqual(['approves', 'discount']);
    expect(hit?.reasons.find(({ code }) => code === 'votes')?.values).toEqual(['12']);
    const strengths = hit?.reasons.map(({ strength }) => strength) ?? [];
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
  });

  it.each([
    ['an accepted answer', { acceptedAnswer: 'x' }, { answers: ['x'] }],
    ['a verification', { verified: true }, {}],
    ['votes', { votes: 9 }, { votes: 2 }],
    ['a later date', { updatedAt: '2026-02-01T00:00:00Z' }, { updatedAt: '2024-02-01T00:00:00Z' }],
  ])('prefers %s among entries that fit alike', (_name, better, worse) => {
    const two = [
      { id: 'a', title: 'Quote renewal', ...worse },
      { id: 'b', title: 'Quote renewal', ...better },
    ];
    expect(createKnowledgeIndex(two).search('quote renewal', { now: NOW }).hits[0]?.entry.id).toBe('b');
  });

  it('does not let what is popular pass what fits much better', () => {
    const two = [
      { id: 'popular', title: 'Renewal calendar', votes: 500, verified: true, acceptedAnswer: 'x' },
      { id: 'fits', title: 'Quote for a renewal with a ramp' },
    ];
    expect(createKnowledgeIndex(two).search('quote renewal ramp').hits[0]?.entry.id).toBe('fits');
  });

  it('survives entries without any text', () => {
    expect(
      createKnowledgeIndex([{ id: 'empty' }, { id: 'blank', title: '', answers: [''] }]).search('a b c').total,
    ).toBe(0);
  });
});

describe('an index that lives long', () => {
  it('finds the same after thousands of changes', () => {
    const changing = createKnowledgeIndex(ENTRIES);
    for (let i = 0; i < 3000; i += 1) changing.add({ id: 'changing', title: `Discount ${i}` });
    expect(changing.size()).toBe(5);
    expect(changing.entry('changing')?.title).toBe('Discount 2999');
    changing.remove('changing');
    expect(changing.search('discount approval')).toEqual(index.search('discount approval'));
  });
});

describe('rerank', () => {
  it('orders what the org found, and keeps what only the org understood', () => {
    const hits = rerank('globex migration', [ENTRIES[0]!, ENTRIES[1]!, ENTRIES[2]!]);
    expect(hits.map(({ entry }) => entry.id)).toEqual(['globex', 'discount', 'security']);
    expect(hits.map(({ reasons }) => reasons[0]?.code)).toEqual(['words', 'text', 'text']);
  });

  it('names the word that it found for a misspelled one', () => {
    const [hit] = rerank('discuont', ENTRIES.slice(0, 3));
    expect(hit?.entry.id).toBe('discount');
    expect(hit?.reasons.find(({ code }) => code === 'words')?.values).toEqual(['discount']);
  });
});

describe('findDuplicates', () => {
  it('knows a paraphrase, and says that it is likely the same', () => {
    const [first] = findDuplicates({ title: 'Who has to approve discounts above 20 %' }, index);
    expect(first).toMatchObject({ entry: { id: 'discount' }, likely: true });
  });

  it.each([[''], ['how'], ['Lunch on Friday?']])('finds none for "%s"', (title) => {
    expect(findDuplicates({ title }, index)).toEqual([]);
  });

  it('reads the beginning of the body where the title says little', () => {
    const body = 'How do we win against Globex?';
    expect(findDuplicates({ title: 'Help', body }, index)[0]?.entry.id).toBe('globex');
  });
});

describe('snippetOf', () => {
  it('takes the stretch with most of the query and says where its words stand', () => {
    const snippet = snippetOf(ENTRIES[1]!, 'globex migration');
    expect(snippet).toMatchObject({ field: 'answers', text: 'Show the migration service; Globex has none.' });
    expect(snippet?.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(['migration', 'Globex']);
  });

  it('cuts long texts between words', () => {
    const body = `${'before it '.repeat(60)}the discount needs approval ${'and after '.repeat(60)}`;
    const snippet = snippetOf({ id: 'long', body }, 'discounts approval')!;
    expect(snippet.text).toContain('discount needs approval');
    expect(snippet).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(snippet.text.length).toBeLessThan(230);
    expect(body.split(/\s+/)).toEqual(expect.arrayContaining(snippet.text.trim().split(/\s+/)));
  });

  it('is nothing where there is only a title', () => {
    expect(snippetOf({ id: 'bare', title: 'Discount' }, 'discount')).toBeUndefined();
  });

  it('marks the beginnings of words while somebody types', () => {
    expect(markMatches('Security & <b>secure</b>', 'secu')).toEqual([
      { start: 0, end: 8 },
      { start: 14, end: 20 },
    ]);
  });
});

describe('situationQuery', () => {
  const registry = createSignalRegistry([{ code: 'segment', label: 'Segment', type: 'text', path: 'Segment__c' }]);

  it('is the telling words of the deal, without amounts and names', () => {
    const situation = situationOf(
      {
        fields: {
          Name: 'Acme renewal',
          Amount: 90000,
          StageName: 'Negotiation',
          Main_Competitor__c: 'Globex',
          PushCount: 2,
          Segment__c: 'Midmarket',
        },
        productFamilies: ['Analytics', 'Storage'],
      },
      registry,
      NOW,
    );
    const { text, parts } = situationQuery(situation, registry);
    expect(parts.map(({ signal }) => signal)).toEqual([
      'competitor',
      'product_family',
      'stage',
      'segment',
      'close_date_pushes',
    ]);
    expect(text).toBe('Globex. Analytics, Storage. Negotiation. Midmarket. close date slipped pushed');
    expect(index.search(text).hits.map(({ entry }) => entry.id)).toEqual(
      expect.arrayContaining(['globex', 'negotiation']),
    );
  });

  it('is blank for a deal of which nothing is known', () => {
    expect(situationQuery(situationOf({ fields: {} }, registry, NOW), registry)).toEqual({ text: '', parts: [] });
  });
});

describe('splitTitle', () => {
  it.each([
    ['A title\n\nThe text.', { title: 'A title', body: 'The text.' }],
    ['\n  A title\nin two lines\n \nThe text.', { title: 'A title in two lines', body: 'The text.' }],
    ['One paragraph only.', { body: 'One paragraph only.' }],
    ['A title\n\n', { body: 'A title\n\n' }],
    [`${'long '.repeat(100)}\n\nrest`, { body: `${'long '.repeat(100)}\n\nrest` }],
    ['', { body: '' }],
  ])('splits %j', (text, expected) => {
    expect(splitTitle(text)).toEqual(expected);
  });
});
