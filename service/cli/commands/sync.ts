import type { Command } from 'commander';
import type { ConnectionOptions } from '../../connection/index.ts';
import { EXIT } from '../../error.ts';
import { settleExchanges } from '../../exchanges/index.ts';
import { keepHeapSmall } from '../../keep-heap-small.ts';
import { deleteReplica, openReplica } from '../../replica/index.ts';
import { type SyncReport, runSync } from '../../sync/index.ts';
import { connectWith, withConnectionOptions } from '../connection-options.ts';
import { DEFAULT_REPLICA } from '../default-replica.ts';
import { describeExchanges } from '../describe-exchanges.ts';
import { describeRefused } from '../describe-refused.ts';
import { runCommand } from '../run-command.ts';

interface Options extends ConnectionOptions {
  readonly replica: string;
  readonly rebuild?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `fluency sync`: pull, compute, publish. */
export function registerSync(program: Command): void {
  const command = program
    .command('sync')
    .description('read what changed in the org, compute readiness, publish what changed thereby')
    .option('--replica <file>', "the service's own database; it may be lost at any time", DEFAULT_REPLICA)
    .option('--rebuild', 'start from the org alone: delete the replica first')
    .option('--dry-run', 'say what would be published, publish nothing')
    .option('--json', 'answer as one JSON object');
  withConnectionOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ fluency sync\n  $ fluency sync --target-org production --json\n  $ fluency sync --rebuild --dry-run\n\nExit codes: 0 done, 1 failed, 3 no connection, 4 the org refused some records, 6 another sync is running.',
    )
    .action((options: Options) =>
      runCommand(options, async ({ progress }) => {
        keepHeapSmall();
        const client = await connectWith(options);
        if (options.rebuild === true) deleteReplica(options.replica);
        const replica = await openReplica(options.replica);
        try {
          // First, so that what is published counts in the same run.
          const exchanges = options.dryRun === true ? undefined : await settleExchanges(client);
          const report = await runSync(client, replica, {
            now: new Date(),
            dryRun: options.dryRun === true,
            onProgress: (done, total, step) => progress.step(step, done, total),
          });
          return {
            data: exchanges === undefined ? report : { ...report, exchanges },
            lines: [...describeExchanges(exchanges), ...describe(report)],
            exitCode: report.refused.length + (exchanges?.refused.length ?? 0) > 0 ? EXIT.refusedRows : EXIT.ok,
          };
        } finally {
          await replica.close();
        }
      }),
    );
}

function describe(report: SyncReport): string[] {
  const verb = report.dryRun ? 'to write' : 'written';
  const changed = report.published.filter((object) => object.written + object.deleted > 0);
  return [
    `read ${report.recordsRead} records; ${report.evidence} pieces of evidence, ${report.people} people`,
    ...changed.map(
      ({ object, written, deleted }) => `${object}: ${written} ${verb}${deleted > 0 ? `, ${deleted} deleted` : ''}`,
    ),
    ...(changed.length === 0 ? [`nothing ${verb}: the org is up to date`] : []),
    ...report.warnings.map((warning) => `warning: ${warning}`),
    ...describeRefused(report.refused),
    `${report.apiCalls} API calls, ${report.seconds.toFixed(1)} s`,
  ];
}
