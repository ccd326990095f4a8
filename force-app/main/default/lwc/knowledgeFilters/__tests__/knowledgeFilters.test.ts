import KnowledgeFilters from 'c/knowledgeFilters';
import type { SearchFilter } from 'c/knowledge';
import { mount } from 'test/mount';

const entries = [
  { id: 'a', kind: 'question', tags: ['Globex', 'Support'], answers: ['Yes.'], verified: true },
  { id: 'b', kind: 'question', tags: ['Globex'] },
  { id: 'c', kind: 'nugget' },
];

async function show() {
  const card = await mount('c-knowledge-filters', KnowledgeFilters, { entries });
  const filters: (SearchFilter | undefined)[] = [];
  card.element.addEventListener('filter', (event) => filters.push((event as CustomEvent).detail.filter));
  return { card, filters };
}

describe('c-knowledge-filters', () => {
  it('offers what there is, with how many, the most frequent tags first', async () => {
    const { card } = await show();
    expect(card.findAll('.facet').map((facet) => facet.labelWhenOff)).toEqual([
      'Answered (1)',
      'Verified (1)',
      'Questions (2)',
      'Nuggets (1)',
      'Globex (2)',
      'Support (1)',
    ]);
    await expect(card.element).toBeAccessible();
  });

  it('tells what was chosen together, and when nothing is', async () => {
    const { card, filters } = await show();
    for (const key of ['tag:Globex', 'answered', 'kind:question']) {
      await card.fire(`[data-key="${key}"]`, 'click');
    }
    expect(filters.at(-1)).toEqual({ answered: true, kinds: ['question'], tags: ['Globex'] });
    for (const key of ['tag:Globex', 'answered', 'kind:question']) {
      await card.fire(`[data-key="${key}"]`, 'click');
    }
    expect(filters.at(-1)).toBeUndefined();
  });

  it('keeps a chosen tag in sight when nothing that is found has it', async () => {
    const { card } = await show();
    await card.fire('[data-key="tag:Support"]', 'click');
    card.element.entries = [];
    await Promise.resolve();
    expect(card.find('[data-key="tag:Support"]')).toMatchObject({ selected: true, labelWhenOff: 'Support (0)' });
  });

  it('is accessible without tags', async () => {
    const card = await mount('c-knowledge-filters', KnowledgeFilters, { entries: [] });
    expect(card.findAll('.facet')).toHaveLength(4);
    await expect(card.element).toBeAccessible();
  });
});
