import type { Command } from 'commander';
import type { ConnectionOptions } from '../../connection/index.ts';
import { assignPermissionSets, deploySource } from '../../deploy/index.ts';
import { EXIT } from '../../error.ts';
import { connectWith, withConnectionOptions } from '../connection-options.ts';
import { runCommand } from '../run-command.ts';

interface Options extends ConnectionOptions {
  readonly source: string;
  readonly assign?: readonly string[];
  readonly assignTo?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `fluency deploy`: the package into an org. */
export function registerDeploy(program: Command): void {
  const command = program
    .command('deploy')
    .description('deploy the package into an org, and assign permission sets on request')
    .option('--source <folder>', 'the package', 'force-app')
    .option('--assign <sets...>', 'permission sets to assign after the deploy')
    .option('--assign-to <username>', 'who gets them (default: who is connected)')
    .option('--dry-run', 'validate only: the org changes nothing')
    .option('--json', 'answer as one JSON object');
  withConnectionOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ fluency deploy --target-org sandbox --assign Fluency_Admin\n  $ fluency deploy --dry-run\n\nExit codes: 0 deployed, 1 the org refused components (each is listed), 3 no connection.',
    )
    .action((options: Options) =>
      runCommand(options, async ({ progress }) => {
        const client = await connectWith(options);
        const report = await deploySource(client, options.source, {
          checkOnly: options.dryRun === true,
          onProgress: (done, total) => progress.step('components', done, total),
        });
        const assigned =
          report.succeeded && options.dryRun !== true
            ? await assignPermissionSets(client, options.assign ?? [], options.assignTo)
            : [];
        return {
          data: { ...report, assigned },
          lines: [
            ...report.failures.map(
              ({ file, line, type, name, problem }) =>
                `${file}${line === undefined ? '' : `:${line}`}: ${type} ${name}: ${problem}`,
            ),
            report.succeeded
              ? `${report.components} components ${options.dryRun === true ? 'validated' : 'deployed'}`
              : `refused: ${report.failures.length} faults; the org is unchanged`,
            ...(assigned.length > 0 ? [`assigned ${assigned.join(', ')}`] : []),
          ],
          exitCode: report.succeeded ? EXIT.ok : EXIT.failed,
        };
      }),
    );
}
