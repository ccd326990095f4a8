import type { Command } from 'commander';
import type { ConnectionOptions } from '../../connection/index.ts';
import { type Check, runDoctor } from '../../doctor/index.ts';
import { EXIT } from '../../error.ts';
import { connectWith, withConnectionOptions } from '../connection-options.ts';
import { DEFAULT_REPLICA } from '../default-replica.ts';
import { runCommand } from '../run-command.ts';

interface Options extends ConnectionOptions {
  readonly replica: string;
  readonly json?: boolean;
}

const MARKS = { ok: 'ok  ', warning: 'warn', failure: 'FAIL' } as const;

/** `fluency doctor`: is everything the service depends on as it should be. */
export function registerDoctor(program: Command): void {
  const command = program
    .command('doctor')
    .description('look at connection, package, permissions, last sync and replica, and say what to do')
    .option('--replica <file>', "the service's own database", DEFAULT_REPLICA)
    .option('--json', 'answer as one JSON object');
  withConnectionOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ fluency doctor\n  $ fluency doctor --target-org production --json\n\nExit codes: 0 healthy (warnings may be printed), 1 something failed.',
    )
    .action((options: Options) =>
      runCommand(options, async () => {
        const checks = await runDoctor(() => connectWith(options), { replica: options.replica, now: new Date() });
        const healthy = checks.every((check) => check.status !== 'failure');
        return {
          data: { healthy, checks },
          lines: checks.flatMap(describe),
          exitCode: healthy ? EXIT.ok : EXIT.failed,
        };
      }),
    );
}

function describe({ name, status, message, nextStep }: Check): string[] {
  return [`${MARKS[status]}  ${name}: ${message}`, ...(nextStep === undefined ? [] : [`      ${nextStep}`])];
}
