import type { Command } from 'commander';
import type { ConnectionOptions } from '../../connection/index.ts';
import { type ContentReport, formatFault, importContent, readContent } from '../../content/index.ts';
import { EXIT } from '../../error.ts';
import { connectWith, withConnectionOptions } from '../connection-options.ts';
import { describeRefused } from '../describe-refused.ts';
import { runCommand } from '../run-command.ts';

interface Options extends ConnectionOptions {
  readonly from: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `fluency content import`: puts content files into an org, touching only what changed. */
export function registerContentImport(content: Command): void {
  const command = content
    .command('import')
    .description('put skills, targets, nuggets, rules and checks from files into an org, by key; only what changed')
    .option('--from <folder>', 'the content folder', 'content')
    .option('--dry-run', 'say what would be written, write nothing')
    .option('--json', 'answer as one JSON object');
  withConnectionOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ fluency content import --target-org sandbox --dry-run\n  $ fluency content import --from content\n\nExit codes: 0 done, 3 no connection, 4 some records were refused, 5 the files have errors (nothing was imported).',
    )
    .action((options: Options) =>
      runCommand(options, async ({ progress }) => {
        const { content: read, registry, faults } = readContent(options.from);
        if (faults.some((fault) => fault.severity === 'error')) {
          return {
            data: {
              error: { code: 'CONTENT_FAULTY', message: 'The content has errors: nothing was imported.' },
              faults,
            },
            lines: [...faults.map(formatFault), 'nothing was imported: mend the errors above first'],
            exitCode: EXIT.invalidInput,
          };
        }
        const client = await connectWith(options);
        const report = await importContent(client, read, registry, {
          dryRun: options.dryRun === true,
          onProgress: (done, total, object) => progress.step(object, done, total),
        });
        return {
          data: { ...report, apiCalls: client.apiCalls, faults },
          lines: [...faults.map(formatFault), ...describe(report), `${client.apiCalls} API calls`],
          exitCode: report.refused.length > 0 ? EXIT.refusedRows : EXIT.ok,
        };
      }),
    );
}

function describe(report: ContentReport): string[] {
  const verb = report.dryRun ? 'to write' : 'written';
  return [
    ...Object.entries(report.objects).map(
      ([object, { written, unchanged, deleted }]) =>
        `${object}: ${written} ${verb}${unchanged > 0 ? `, ${unchanged} unchanged` : ''}${deleted > 0 ? `, ${deleted} deleted` : ''}`,
    ),
    ...report.warnings.map((warning) => `warning: ${warning}`),
    ...describeRefused(report.refused),
  ];
}
