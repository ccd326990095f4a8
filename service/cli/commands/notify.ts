import { type Command, InvalidArgumentError } from 'commander';
import type { ConnectionOptions } from '../../connection/index.ts';
import { EXIT } from '../../error.ts';
import { type NotifyReport, mailSettings, runNotify } from '../../notify/index.ts';
import { replySettings } from '../../replies/index.ts';
import { connectWith, environmentOf, withConnectionOptions } from '../connection-options.ts';
import { describeRefused } from '../describe-refused.ts';
import { runCommand } from '../run-command.ts';

interface Options extends ConnectionOptions {
  readonly dryRun?: boolean;
  readonly replyDays: number;
  readonly env?: string;
  readonly json?: boolean;
}

/** `fluency notify`: tells people by e-mail that they are asked, or that what they follow was answered. */
export function registerNotify(program: Command): void {
  const command = program
    .command('notify')
    .description('tell people by e-mail what they are asked, and what was answered')
    .option('--dry-run', 'say how many mails there are to send, send none')
    .option('--reply-days <days>', 'how long a reply to a notification is taken', days, 30)
    .option('--json', 'answer as one JSON object');
  withConnectionOptions(command)
    .addHelpText(
      'after',
      '\nThe mail server and the addresses, from the environment alone:\n  FLUENCY_SMTP_URL       smtps://user:password@host:465, or smtp://host:587\n  FLUENCY_MAIL_FROM      who the mails are from\n  FLUENCY_REPLY_ADDRESS  reply@corp.example: replies come to reply+TOKEN@corp.example\n  FLUENCY_REPLY_SECRET   32 characters or more; the same for notify and capture\n\nExamples:\n  $ fluency notify\n  $ fluency notify --dry-run --json\n\nExit codes: 0 done, 1 failed, 2 settings, 3 no connection, 4 some mails were refused.',
    )
    .action((options: Options) =>
      runCommand(options, async () => {
        const environment = environmentOf(options.env);
        const mail = mailSettings(environment);
        const replies = replySettings(environment);
        const client = await connectWith(options);
        const { dryRun, replyDays } = options;
        const report = await runNotify(client, { now: new Date(), mail, replies, replyDays, dryRun });
        return {
          data: { ...report, dryRun: dryRun === true },
          lines: describe(report, dryRun === true, replies !== undefined),
          exitCode: report.refused.length > 0 ? EXIT.refusedRows : EXIT.ok,
        };
      }),
    );
}

function describe({ sent, leftOut, refused }: NotifyReport, dryRun: boolean, replies: boolean): string[] {
  return [
    `${sent} mails ${dryRun ? 'to send' : 'sent'}`,
    ...(leftOut > 0 ? [`${leftOut} left out: no mail wanted, no address, or not active`] : []),
    ...(replies ? [] : ['nobody can answer by replying: FLUENCY_REPLY_ADDRESS is not set']),
    ...describeRefused(refused),
  ];
}

function days(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 365) throw new InvalidArgumentError('Say 1 to 365 days.');
  return number;
}
