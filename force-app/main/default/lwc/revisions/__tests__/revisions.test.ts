import { historyLabel, revisionRows } from 'c/revisions';

it('offers a history only where there is one', () => {
  expect(historyLabel(0, false)).toBeUndefined();
  expect(historyLabel(-1, false)).toBeUndefined();
  expect(historyLabel(2, false)).toContain('2');
  expect(historyLabel(2, true)).not.toContain('2');
});

it('says of each edit by whom it was and when, in the words asked for', () => {
  const revision = {
    id: 'r1',
    author: 'Maria',
    at: '2020-03-01T10:00:00.000Z',
    title: 'Support?',
    body: '<p>Is it?</p>',
  };
  const [edited] = revisionRows([revision]);
  expect(edited).toMatchObject({ id: 'r1', title: 'Support?', body: '<p>Is it?</p>' });
  expect(edited?.when).toMatch(/Maria.*2020/);
  expect(revisionRows([revision], '{1}: {0}')[0]?.when).toMatch(/2020: Maria$/);
});
