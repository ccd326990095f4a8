import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { ConnectionOptions } from '../../connection/index.ts';
import { EXIT } from '../../error.ts';
import { type ImportOutcome, importOpportunities, readMapping } from '../../importers/index.ts';
import { connectWith, withConnectionOptions } from '../connection-options.ts';
import { runCommand } from '../run-command.ts';

interface Options extends ConnectionOptions {
  readonly data: string;
  readonly mapping: string;
  readonly report: string;
  readonly defaultOwner?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `fluency import opportunities`: a CRM export in CSV into an org. */
export function registerImportOpportunities(group: Command, mappings: string): void {
  const command = group
    .command('opportunities')
    .description('load a CRM export in CSV (pipeline, accounts, products, sales teams) into an org')
    .requiredOption('--data <folder>', 'the folder with the CSV files')
    .option(
      '--mapping <file>',
      'which file and column is which field, and how rows are mended',
      fileURLToPath(mappings),
    )
    .option('--report <file>', 'where to write every mended or refused row, as CSV', '.data/import-report.csv')
    .option('--default-owner <username>', 'who owns deals whose owner could not be created')
    .option('--dry-run', 'say what would be written, write nothing to the org')
    .option('--json', 'answer as one JSON object');
  withConnectionOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ fluency import opportunities --data ./maven-crm --dry-run\n  $ fluency import opportunities --data ./export --mapping our-crm.json --target-org sandbox\n\nExit codes: 0 every row is in the org, 4 some rows were refused (see the report), 5 the files or the mapping are wrong.',
    )
    .action((options: Options) =>
      runCommand(options, async ({ progress }) => {
        const mapping = readMapping(options.mapping);
        const client = await connectWith(options);
        const outcome = await importOpportunities(client, options.data, mapping, {
          dryRun: options.dryRun === true,
          ...(options.defaultOwner === undefined ? {} : { defaultOwner: options.defaultOwner }),
          onProgress: (done, total, object) => progress.step(object, done, total),
        });
        outcome.report.write(options.report);
        const refused = outcome.report.entries.filter((entry) => entry.outcome === 'refused').length;
        return {
          data: {
            dryRun: outcome.dryRun,
            rows: outcome.rows,
            counts: outcome.counts,
            summary: outcome.report.summary(),
            refused,
            report: options.report,
            apiCalls: client.apiCalls,
          },
          lines: [...describe(outcome), `report: ${options.report}`, `${client.apiCalls} API calls`],
          exitCode: refused > 0 ? EXIT.refusedRows : EXIT.ok,
        };
      }),
    );
}

function describe({ rows, counts, report, dryRun }: ImportOutcome): string[] {
  const verbs = dryRun ? { created: 'to create', updated: 'to update' } : { created: 'created', updated: 'updated' };
  return [
    `${rows} rows of deals`,
    ...Object.entries(counts).map(
      ([object, { created, updated, unchanged, refused }]) =>
        `${object}: ${created} ${verbs.created}, ${updated} ${verbs.updated}, ${unchanged} unchanged${refused > 0 ? `, ${refused} refused` : ''}`,
    ),
    ...report.summary().map(({ outcome, rule, rows: count }) => `${outcome}: ${rule}: ${count}`),
  ];
}
