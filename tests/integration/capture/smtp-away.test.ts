import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CaptureReport, DraftSettings } from '../../../service/capture/index.ts';
import { EXIT, FluencyError } from '../../../service/error.ts';
import { until } from '../../support/until.ts';
import { DRAFT, captureToFile, sourceWithoutOrg } from '../support/capture-to-file.ts';
import { exchange, sourceOf } from '../support/mails.ts';
import { SmtpSession } from '../support/smtp-session.ts';

jest.setTimeout(60_000);

const [QUESTION = '', ANSWER = ''] = exchange(81).map(sourceOf);

/** Longer than the first pause before an org that was away is tried again. */
const SECOND_ATTEMPT_MS = 6_000;

let folder: string;
let isAway: boolean;
let settings: DraftSettings;
let session: SmtpSession;
let end: () => Promise<CaptureReport>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fluency-smtp-away-'));
  isAway = false;
  const away = new FluencyError('ORG_UNREACHABLE', 'Nothing answers.', { value: 'org', exitCode: EXIT.connection });
  settings = new DraftSettings(
    () => (isAway ? Promise.reject(away) : Promise.resolve(DRAFT)),
    () => new Date(),
  );
});

afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

async function listen(): Promise<void> {
  let port = 0;
  const source = await sourceWithoutOrg('smtp:127.0.0.1:0', {
    smtp: { onListening: (found: number) => (port = found) },
  });
  const ending = new AbortController();
  const running = captureToFile(folder, source, { watch: true, signal: ending.signal, settings });
  end = () => {
    ending.abort();
    session.close();
    return running;
  };
  await until(
    () => port,
    (found) => found > 0,
  );
  session = await SmtpSession.open(port);
}

it('answers a mail once: what it could not store is the sender’s to send again', async () => {
  isAway = true;
  await listen();
  expect(await session.send(QUESTION, 'list@corp.example')).toMatch(/^451/);
  isAway = false;
  const before = session.answers.length;
  await new Promise((resolve) => setTimeout(resolve, SECOND_ATTEMPT_MS));
  expect(session.answers).toHaveLength(before);
  expect(await session.send(QUESTION, 'list@corp.example')).toMatch(/^250/);
  expect(await session.send(ANSWER, 'list@corp.example')).toMatch(/^250/);
  expect(await end()).toMatchObject({ mails: 2, known: 0, written: 1 });
});

it('stores mails from the first on by what was known before the org went away', async () => {
  await settings.current();
  isAway = true;
  await listen();
  expect(await session.send(QUESTION, 'list@corp.example')).toMatch(/^250/);
  expect(await end()).toMatchObject({ mails: 1 });
});
