import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaptureReport } from '../../../service/capture/index.ts';
import { until } from '../../support/until.ts';
import { captureToFile, sourceWithoutOrg } from '../support/capture-to-file.ts';
import { exchange } from '../support/mails.ts';
import { ScriptedImap } from '../support/scripted-imap.ts';

jest.setTimeout(60_000);

let folder: string;
let server: ScriptedImap;
let lines: string[];
let ending: AbortController;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fluency-imap-faults-'));
  server = await ScriptedImap.start(exchange(91));
  lines = [];
  ending = new AbortController();
});

afterEach(async () => {
  ending.abort();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(watch: boolean): Promise<CaptureReport> {
  const source = await sourceWithoutOrg('imap:BOX', { environment: server.environment() });
  return captureToFile(folder, source, { watch, signal: ending.signal, say: (line) => lines.push(line) });
}

const times = (verb: string): number => server.commands.filter((command) => command.startsWith(verb)).length;
const openedTimes = (least: number): Promise<number> =>
  until(
    () => times('EXAMINE'),
    (opened) => opened >= least,
  );
const AWAY = /^The mail server bot@127\.0\.0\.1:\d+ is away: /;
const BACK = /^The mail server bot@127\.0\.0\.1:\d+ is back\.$/;

it.each([
  ['searched', 'UID SEARCH', /does not search the folder/],
  ['fetched from', 'UID FETCH', /The index is broken/],
])('says that a folder that opens and cannot be %s is away, and reads it once it can be', async (_, verb, why) => {
  server.script = (command) => (command.startsWith(verb) ? 'NO [SERVERBUG] The index is broken' : undefined);
  const running = run(true);
  await openedTimes(2);
  server.script = () => undefined;
  await until(
    () => lines.length,
    (said) => said > 1,
  );
  ending.abort();
  expect(await running).toMatchObject({ mails: 2, known: 0, written: 1 });
  expect(lines).toEqual([expect.stringMatching(AWAY), expect.stringMatching(BACK)]);
  expect(lines[0]).toMatch(why);
});

it('tries a server that ends every connection soon less and less often, and says so once', async () => {
  server.script = (command) => (command === 'IDLE' ? 'hang up' : undefined);
  const running = run(true);
  await openedTimes(4);
  ending.abort();
  expect(await running).toMatchObject({ mails: 2, known: 0, written: 1 });
  expect(lines).toEqual([expect.stringMatching(AWAY)]);
});

it('does not ask again and again where the server refuses to wait for news', async () => {
  server.script = (command) => (command === 'IDLE' ? 'NO not here' : undefined);
  const running = run(true);
  await openedTimes(1);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(times('UID SEARCH')).toBe(1);
  ending.abort();
  expect(await running).toMatchObject({ mails: 2, written: 1 });
});

it.each([[false], [true]])('ends where the folder is missing; watching: %j', async (watch) => {
  server.script = (command) => {
    if (command.startsWith('EXAMINE')) return 'NO [NONEXISTENT] Unknown mailbox';
    return /^LIST "" "?INBOX/.test(command) ? 'OK none' : undefined;
  };
  await expect(run(watch)).rejects.toMatchObject({ code: 'IMAP_FOLDER_MISSING', value: 'INBOX', exitCode: 2 });
  expect(lines).toEqual([]);
});
