import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type CaptureReport,
  DEFAULT_LEDGER,
  DraftSettings,
  type DraftSink,
  Ledger,
  draftOptions,
  fileSink,
  openSource,
  orgSink,
  runCapture,
} from '../../capture/index.ts';
import { type ConnectionOptions, type OrgClient, isOrgAway } from '../../connection/index.ts';
import { EXIT, FluencyError } from '../../error.ts';
import { type SettleReport, settleExchanges } from '../../exchanges/index.ts';
import { openReplyDesk, replySettings } from '../../replies/index.ts';
import { counted, countedIfAny } from '../counted.ts';
import { describeExchanges } from '../describe-exchanges.ts';
import { connectWith, environmentOf, withConnectionOptions } from '../connection-options.ts';
import { runCommand } from '../run-command.ts';

interface Options extends ConnectionOptions {
  readonly from: string;
  readonly watch?: boolean;
  readonly dryRun?: boolean;
  readonly output?: string;
  readonly ledger: string;
  readonly consent: 'agreement' | 'notice';
  readonly optOut?: string;
  readonly agreed?: string;
  readonly redactNames?: string;
  readonly redactAccounts?: boolean;
  readonly tags?: string;
  readonly where?: string;
  readonly maxSize: number;
  readonly recipient: readonly string[];
  readonly lmtp?: boolean;
  readonly allowRemote?: boolean;
  readonly env?: string;
  readonly json?: boolean;
}

const MEGABYTE = 1_048_576;

/** `fluency capture`: mails in, drafts of questions and answers out. */
export function registerCapture(program: Command): void {
  const command = program
    .command('capture')
    .description('turn exchanges by e-mail into drafts of questions and answers, for review')
    .requiredOption('--from <source>', 'mbox:FILE, maildir:DIR, imap:NAME, smtp:HOST:PORT or org')
    .option('--once', 'take what is there and end (the default; smtp always watches)')
    .addOption(new Option('--watch', 'go on waiting for mail until interrupted').conflicts('once'))
    .option('--dry-run', 'write the drafts to --output alone; remember nothing')
    .option('--output <file>', 'write the drafts as JSON lines in place of the org')
    .option('--ledger <file>', 'what was captured so far', DEFAULT_LEDGER)
    .addOption(new Option('--consent <mode>', 'who has to agree').choices(['agreement', 'notice']).default('agreement'))
    .option('--opt-out <file>', 'addresses that are never captured, besides those who said so in the org')
    .option('--agreed <file>', 'addresses that agreed beforehand')
    .option('--redact-names <file>', 'names to take out of drafts')
    .option('--redact-accounts', 'take the names of the accounts in the org out of drafts')
    .option('--tags <file>', 'tags to suggest, besides those in the org')
    .option('--where <condition>', 'for org: which EmailMessage records, as a SOQL condition')
    .option('--max-size <MB>', 'larger mails are left out', positive, 10)
    .option('--recipient <address>', 'for smtp: take mail for this address alone (may be repeated)', collect, [])
    .option('--lmtp', 'for smtp: speak LMTP')
    .option('--allow-remote', 'for smtp: listen on more than this machine')
    .option('--json', 'answer as one JSON object');
  withConnectionOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ fluency capture --from mbox:archive.mbox --dry-run --output drafts.jsonl\n  $ fluency capture --from maildir:~/Maildir --watch\n  $ SALES_HOST=mail.example SALES_USER=bot SALES_PASSWORD=… fluency capture --from imap:SALES --watch\n  $ fluency capture --from smtp:127.0.0.1:2525 --recipient capture@corp.example',
    )
    .action((options: Options) => runCommand(options, ({ progress }) => capture(options, progress)));
}

async function capture(options: Options, progress: { step(name: string, done: number, total: number): void }) {
  if (options.dryRun === true && options.output === undefined) {
    throw new FluencyError('OUTPUT_MISSING', 'A dry run has to write its drafts somewhere.', {
      nextStep: 'Add --output FILE.',
      exitCode: EXIT.usage,
    });
  }
  let opened: OrgClient | undefined;
  const connectOnce = async () => (opened ??= await connectWith(options));
  const now = () => new Date();
  const settings = options.output === undefined ? replySettings(environmentOf(options.env)) : undefined;
  const replies = settings === undefined ? undefined : openReplyDesk(await connectOnce(), settings, now);
  const source = await openSource(options.from, {
    environment: environmentOf(options.env),
    connect: connectOnce,
    where: options.where,
    smtp: {
      lmtp: options.lmtp,
      recipients: options.recipient,
      replies,
      allowRemote: options.allowRemote,
      onListening: (port) => say(`listening on port ${port}`),
    },
  });
  if (options.output === undefined) await connectOnce();
  const notes = (await source.notes?.()) ?? [];
  const files = {
    mode: options.consent,
    optOut: options.optOut,
    agreed: options.agreed,
    names: options.redactNames,
    tags: options.tags,
  };
  const drafts = new DraftSettings(() => draftOptions(files, opened, options.redactAccounts === true), now);
  // A list that cannot be read ends the command before anything is captured.
  await drafts.current();
  const scratch = options.dryRun === true ? mkdtempSync(join(tmpdir(), 'fluency-capture-')) : undefined;
  const ending = endOnSignal();
  let ledger: Ledger | undefined;
  let sink: DraftSink | undefined;
  try {
    ledger = Ledger.open(scratch === undefined ? options.ledger : join(scratch, 'ledger.db'));
    sink = options.output === undefined ? await orgSink(await connectOnce()) : await fileSink(options.output);
    const watch = options.watch === true || source.kind === 'SMTP';
    const report = await runCapture(source, ledger, sink, {
      watch,
      signal: ending.signal,
      largest: options.maxSize * MEGABYTE,
      settings: drafts,
      replies,
      now,
      say,
      onProgress: ({ mails }) => progress.step('mails', mails, mails),
    });
    // Here and not in the sync alone, because only here it is known who agreed by other means.
    const exchanges: SettleReport | undefined =
      opened === undefined || options.output !== undefined ? undefined : await settle(opened, drafts, watch);
    return {
      data: { ...report, notes, ...(exchanges && { exchanges }) },
      lines: [...notes, ...describe(report), ...describeExchanges(exchanges)],
      exitCode: report.refused.length + (exchanges?.refused.length ?? 0) > 0 ? EXIT.refusedRows : EXIT.ok,
    };
  } finally {
    ending.release();
    await source.close();
    await sink?.close();
    ledger?.close();
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

/** Whoever ends a watch while the org is away is still told what it did. */
async function settle(client: OrgClient, drafts: DraftSettings, watch: boolean): Promise<SettleReport | undefined> {
  try {
    return await settleExchanges(client, (await drafts.anew()).agreed);
  } catch (error) {
    if (!watch || !isOrgAway(error)) throw error;
    say('The org is away: what was approved is published by the next run.');
    return undefined;
  }
}

/** A line at once, for whoever watches. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function describe(report: CaptureReport): string[] {
  const leftOut = 'left out: somebody opted out, or the exchange was rejected';
  return [
    `${counted(report.mails, 'new mail', 'new mails')}${report.known > 0 ? `, ${report.known} known before` : ''}`,
    `${counted(report.written, 'draft', 'drafts')} written${report.unchanged > 0 ? `, ${report.unchanged} unchanged` : ''}, ` +
      `${counted(report.noExchange, 'thread', 'threads')} without a question that was answered`,
    ...countedIfAny(report.leftOut, `mail ${leftOut}`, `mails ${leftOut}`),
    ...countedIfAny(report.tooLarge, 'mail left out: too large', 'mails left out: too large'),
    ...countedIfAny(report.answered, 'reply became an answer', 'replies became answers'),
    ...report.repliesRefused.map((reason) => `reply refused: ${reason}`),
    ...countedIfAny(report.damaged, 'mail was damaged and read in part', 'mails were damaged and read in part'),
    ...report.refused.map((reason) => `refused: ${reason}`),
  ];
}

/** The first interrupt ends the run in good order; what is stored stays stored. */
function endOnSignal(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const end = () => controller.abort();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
    },
  };
}

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new InvalidArgumentError('It must be a number above 0.');
  return number;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
