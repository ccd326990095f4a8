import { flush } from 'test/wires';
import { crowd, cellsAnswer, peopleAnswer } from '../../teamData/__tests__/people';
import { TeamReading } from '../teamReading';

const wired = (query: object): unknown => ({ uiapi: { query } });
const people = crowd(450);
const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
const cellsOf = (ids: readonly string[]): unknown => wired(cellsAnswer(people.filter(({ id }) => ids.includes(id))));

/** Hands over answers until nothing is asked any more. */
function readAll(reading: TeamReading, refresh?: () => Promise<void>): void {
  reading.takePeople({ data: wired(peopleAnswer(people.slice(0, 300), 'two')), refresh }, '');
  reading.takePeople({ data: wired(peopleAnswer(people.slice(300))), refresh }, 'two');
  for (let ids = reading.batchIds; ids; ids = reading.batchIds) reading.takeCells({ data: cellsOf(ids), refresh }, ids);
}

it('shows the first page at once, and asks for the cells of those who came first', () => {
  const changed = jest.fn();
  const reading = new TeamReading(changed);
  reading.takePeople({ data: wired(peopleAnswer(people.slice(0, 300), 'two')) }, '');
  expect(changed).toHaveBeenCalledTimes(1);
  expect(reading.reading?.members).toHaveLength(300);
  expect(reading.after).toBe('two');
  expect(reading.batchIds).toEqual(idsOf(people.slice(0, 200)));
});

it('is complete when every page and every batch is there', () => {
  const reading = new TeamReading(jest.fn());
  readAll(reading);
  expect(reading.reading).toMatchObject({ loaded: 450, isComplete: true, isTruncated: false });
  expect(idsOf(reading.reading?.members ?? [])).toEqual(idsOf(people));
  expect(reading.reading?.members.every(({ domains }) => domains.size === 2)).toBe(true);
});

it('takes nobody twice, though somebody moved to the next page meanwhile', () => {
  const reading = new TeamReading(jest.fn());
  reading.takePeople({ data: wired(peopleAnswer(people.slice(0, 300), 'two')) }, '');
  reading.takePeople({ data: wired(peopleAnswer(people.slice(299))) }, 'two');
  expect(reading.reading?.members).toHaveLength(450);
});

it('leaves out what belongs to a page that is not being asked for', () => {
  const reading = new TeamReading(jest.fn());
  reading.takePeople({ data: wired(peopleAnswer(people.slice(300))) }, 'two');
  expect(reading.reading?.members).toEqual([]);
});

it('asks anew on request, and shows the last reading until the new one is complete', async () => {
  const reading = new TeamReading(jest.fn());
  readAll(reading);
  reading.restart();
  const refresh = jest.fn().mockResolvedValue(undefined);
  reading.takePeople({ data: wired(peopleAnswer(people.slice(0, 10))), refresh }, '');
  expect(refresh).toHaveBeenCalledTimes(1);
  // The wire answers with what is new; then the promise resolves.
  reading.takePeople({ data: wired(peopleAnswer(people.slice(0, 5))), refresh }, '');
  await flush();
  expect(reading.reading?.members).toHaveLength(450);
  const ids = reading.batchIds ?? [];
  expect(ids).toHaveLength(5);
  reading.takeCells({ data: cellsOf(ids), refresh }, ids);
  await flush();
  expect(refresh).toHaveBeenCalledTimes(2);
  expect(reading.reading).toMatchObject({ loaded: 5, isComplete: true });
});

it('counts what it has where a wire stays silent because nothing changed', async () => {
  const reading = new TeamReading(jest.fn());
  readAll(reading);
  reading.restart();
  const refresh = jest.fn().mockRejectedValue(new Error('away'));
  reading.takePeople({ data: wired(peopleAnswer(people.slice(0, 3))), refresh }, '');
  await flush();
  expect(reading.batchIds).toHaveLength(3);
});

it('says when an answer had more than it may have', () => {
  const reading = new TeamReading(jest.fn());
  reading.takePeople({ data: wired(peopleAnswer(people.slice(0, 2))) }, '');
  const ids = reading.batchIds ?? [];
  reading.takeCells({ data: wired(cellsAnswer(people.slice(0, 2), true)) }, ids);
  expect(reading.reading?.isTruncated).toBe(true);
});
