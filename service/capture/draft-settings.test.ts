import type { DraftOptions } from '../../core/capture/index.ts';
import { DraftSettings } from './draft-settings.ts';

const saying = (tag: string): DraftOptions => ({ mode: 'notice', agreed: [], optedOut: [], names: [], tags: [tag] });

it('are asked for once a minute, or when they have to be known', async () => {
  let now = 1_000_000;
  let asked = 0;
  const settings = new DraftSettings(
    () => Promise.resolve(saying(String((asked += 1)))),
    () => new Date(now),
  );
  expect(settings.last).toBeUndefined();
  expect(await settings.current()).toEqual(saying('1'));
  now += 60_000;
  expect(await settings.current()).toEqual(saying('1'));
  now += 1;
  expect(await settings.current()).toEqual(saying('2'));
  expect(await settings.anew()).toEqual(saying('3'));
  expect(settings.last).toEqual(saying('3'));
});

it('keep what was said last where they cannot be asked for, and ask again at once', async () => {
  const answers = [Promise.resolve(saying('1')), Promise.reject(new Error('away')), Promise.resolve(saying('3'))];
  const settings = new DraftSettings(() => answers.shift() ?? Promise.reject(new Error('no more')), realTime);
  await settings.current();
  await expect(settings.anew()).rejects.toThrow('away');
  expect(settings.last).toEqual(saying('1'));
  expect(await settings.anew()).toEqual(saying('3'));
});

const realTime = (): Date => new Date();
