import { everyMinute } from './every-minute.ts';

it('asks once a minute', async () => {
  let now = 0;
  let asked = 0;
  const answer = everyMinute(
    () => Promise.resolve((asked += 1)),
    () => now,
  );
  expect(await Promise.all([answer(), answer()])).toEqual([1, 1]);
  now = 60_000;
  expect(await answer()).toBe(1);
  now = 60_001;
  expect(await answer()).toBe(2);
});

it('asks again after an error, without waiting for the minute to end', async () => {
  let asked = 0;
  const answer = everyMinute(() => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error('the org is away')) : Promise.resolve(asked);
  });
  const both = await Promise.allSettled([answer(), answer()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await answer()).toBe(2);
  expect(await answer()).toBe(2);
});
