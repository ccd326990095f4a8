import type { Command } from 'commander';
import { formatFault, readContent } from '../../content/index.ts';
import { EXIT } from '../../error.ts';
import { runCommand } from '../run-command.ts';

/** `fluency content check`: says what is wrong with content files; needs no org. */
export function registerContentCheck(content: Command): void {
  content
    .command('check')
    .description('check skills, targets, launches, nuggets, rules, checks and paths in a folder; needs no org')
    .option('--from <folder>', 'the content folder', 'content')
    .option('--json', 'answer as one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  $ fluency content check\n  $ fluency content check --from ../our-content --json\n\nExit codes: 0 all is well (warnings may be printed), 5 errors were found.',
    )
    .action((options: { from: string; json?: boolean }) =>
      runCommand(options, () => {
        const { content: read, faults } = readContent(options.from);
        const errors = faults.filter((fault) => fault.severity === 'error').length;
        const checks = read.nuggets.reduce((sum, nugget) => sum + nugget.checks.length, 0);
        const counts = {
          skills: read.skills.length,
          targets: read.targets.length,
          launches: read.launches.length,
          nuggets: read.nuggets.length,
          checks,
          paths: read.paths.length,
        };
        return Promise.resolve({
          data: { ...counts, errors, warnings: faults.length - errors, faults },
          lines: [
            ...faults.map(formatFault),
            `${counts.skills} skills, ${counts.targets} targets, ${counts.launches} launches, ${counts.nuggets} nuggets with ${checks} checks, ${counts.paths} paths: ` +
              (errors === 0 ? 'no errors' : `${errors} errors`) +
              (faults.length > errors ? `, ${faults.length - errors} warnings` : ''),
          ],
          exitCode: errors === 0 ? EXIT.ok : EXIT.invalidInput,
        });
      }),
    );
}
