import { createDuplicateWatch } from './create-duplicate-watch.ts';
import { createKnowledgeIndex } from './create-knowledge-index.ts';
import { findDuplicates } from './find-duplicates.ts';

const question = (id: string, title: string) => ({ id, kind: 'question', title });
const QUESTIONS = [
  question('support', 'Is support included by Globex?'),
  question('parking', 'Where do visitors park?'),
  question('discount', 'Who signs a discount above 15 %?'),
];
const draft = { title: 'Who signs a discount of 20 %?' };

describe('createDuplicateWatch', () => {
  it('finds nothing before it learned something', () => {
    expect(createDuplicateWatch().alike(draft)).toEqual([]);
  });

  it('finds what an index built anew finds, however the entries came', () => {
    const watch = createDuplicateWatch();
    for (const entry of QUESTIONS) watch.learn([entry, ...QUESTIONS]);
    expect(watch.alike(draft)).toEqual(findDuplicates(draft, createKnowledgeIndex(QUESTIONS)));
    expect(watch.alike(draft).map(({ entry }) => entry.id)).toEqual(['discount']);
  });

  it('takes an entry as it is now', () => {
    const watch = createDuplicateWatch();
    watch.learn(QUESTIONS);
    watch.learn([question('discount', 'What is for lunch?')]);
    expect(watch.alike(draft)).toEqual([]);
  });

  it('forgets what it learned first', () => {
    const watch = createDuplicateWatch(2);
    watch.learn([QUESTIONS[2], QUESTIONS[0], QUESTIONS[1]].flatMap((each) => each ?? []));
    expect(watch.alike(draft)).toEqual([]);
    expect(watch.alike({ title: 'Is support included by Globex?' })).toHaveLength(1);
  });
});
