import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../support/until.ts';
import { captureToFile, sourceWithoutOrg } from '../support/capture-to-file.ts';
import { Dovecot, reasonToSkipDovecot } from '../support/dovecot.ts';
import { exchange } from '../support/mails.ts';

jest.setTimeout(90_000);

const withDovecot = reasonToSkipDovecot === undefined ? describe : describe.skip;
const because = reasonToSkipDovecot === undefined ? '' : ` (skipped: ${reasonToSkipDovecot})`;

let folder: string;
let server: Dovecot;

const draftCount = (): number => readFileSync(join(folder, 'drafts.jsonl'), 'utf8').split('\n').filter(Boolean).length;

const lines: string[] = [];

async function run(watch: boolean, signal: AbortSignal, password?: string) {
  const source = await sourceWithoutOrg('imap:BOX', { environment: server.environment(password) });
  return captureToFile(folder, source, { watch, signal, say: (line) => lines.push(line) });
}

withDovecot(`an IMAP folder${because}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fluency-capture-imap-'));
    server = new Dovecot(14_391);
    await server.start();
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read once, then watched, and read on after the server was away', async () => {
    const never = new AbortController().signal;
    server.deliver(exchange(1));
    expect(await run(false, never)).toMatchObject({ mails: 2, written: 1 });
    expect(await run(false, never)).toMatchObject({ mails: 0, known: 0 });

    const ending = new AbortController();
    const watching = run(true, ending.signal);
    server.deliver(exchange(2));
    await until(
      () => draftCount(),
      (count) => count === 2,
    );
    await server.stop();
    await until(
      () => lines.length,
      (said) => said > 0,
    );
    await server.start();
    server.deliver(exchange(3));
    await until(
      () => draftCount(),
      (count) => count === 3,
    );
    ending.abort();
    expect(await watching).toMatchObject({ mails: 4, known: 0, written: 2 });
    const name = `The mail server bot@127.0.0.1:${server.port}`;
    expect(lines).toEqual([expect.stringMatching(`^${name} is away: .*ECONNREFUSED`), `${name} is back.`]);
  });

  it('is not opened with a wrong password, which is not told', async () => {
    const error: unknown = await run(false, new AbortController().signal, 'wrong-password-1').catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'IMAP_LOGIN_REFUSED', exitCode: 3 });
    expect(JSON.stringify(error) + String(error)).not.toContain('wrong-password-1');
  });
});
