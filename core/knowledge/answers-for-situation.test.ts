import { answersForSituation } from './answers-for-situation.ts';
import type { QueryPart, SituationQuery } from './situation-query.ts';
import type { KnowledgeEntry } from './types.ts';

const part = (signal: string, values: readonly string[], weight: number, prose = false): QueryPart => {
  return { signal, text: values.join(', '), values, weight, prose };
};

const query: SituationQuery = {
  text: 'Globex. Field Service, Planning Enterprise. Negotiation/Review. New Business',
  parts: [
    part('competitor', ['Globex'], 3),
    part('product', ['Field Service', 'Planning Enterprise'], 3),
    part('stage', ['Negotiation/Review'], 1.5),
    part('type', ['New Business'], 0.5),
  ],
};

const entry = (id: string, title: string, more: Partial<KnowledgeEntry> = {}): KnowledgeEntry => ({
  id,
  kind: 'question',
  title,
  answers: ['It depends.'],
  ...more,
});

const idsOf = (candidates: readonly KnowledgeEntry[], own: readonly string[] = []): string[] =>
  answersForSituation(query, candidates, { own: new Set(own) }).map(({ entry: { id } }) => id);

describe('answersForSituation', () => {
  it('puts what shares more of the deal first', () => {
    const one = entry('one', 'Globex lowers its price');
    const two = entry('two', 'Globex lowers its price against Planning Enterprise');
    expect(idsOf([one, two])).toEqual(['two', 'one']);
  });

  it('puts what speaks of a telling fact before what has more words in common', () => {
    const slipped = part('close_date_pushes', ['close date slipped pushed'], 2, true);
    const situation = { text: `${query.text}. ${slipped.text}`, parts: [...query.parts, slipped] };
    const many = entry('many', 'The close date slipped, was pushed, and slipped', { votes: 12 });
    const found = answersForSituation(situation, [many, entry('one', 'What does Globex include?')]);
    expect(found.map(({ entry: { id } }) => id)).toEqual(['one', 'many']);
  });

  it('says which facts an entry speaks of, the value that it names, most telling first', () => {
    const [found] = answersForSituation(query, [entry('a', 'Negotiation of Planning Enterprise against Globex')]);
    expect(found?.facts).toEqual([
      { signal: 'competitor', value: 'Globex' },
      { signal: 'product', value: 'Planning Enterprise' },
      { signal: 'stage', value: 'Negotiation/Review' },
    ]);
  });

  it('leaves out what shares the type of the business only, or a word of a product', () => {
    const others = ['Who registers new business?', 'Planning my holidays', 'An enterprise plan'];
    expect(idsOf(others.map((title) => entry(title, title)))).toEqual([]);
  });

  it('begins with what was asked about the deal itself, whatever it speaks of', () => {
    expect(idsOf([entry('a', 'Globex?'), entry('b', 'Who signs?')], ['b'])).toEqual(['b', 'a']);
  });

  it('takes a sentence for spoken of by most of its words', () => {
    const [found] = answersForSituation(
      { text: 'close date slipped', parts: [part('close_date_pushes', ['close date slipped'], 2, true)] },
      [entry('a', 'The closing date slips twice'), entry('b', 'Dates')],
    );
    expect(found?.facts).toEqual([{ signal: 'close_date_pushes', value: 'close date slipped' }]);
  });

  it('gives three at most, and none for a situation without words', () => {
    const many = Array.from({ length: 9 }, (_, index) => entry(`e${index}`, `Globex ${index}`));
    expect(idsOf(many)).toHaveLength(3);
    expect(answersForSituation({ text: '', parts: [] }, many)).toEqual([]);
  });
});
