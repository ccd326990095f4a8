import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { LEAST_CHECKS, LEAST_PEOPLE } from '../../../core/readiness/fit/index.ts';
import { type CalibrationReport, runCalibrate } from '../../calibrate/index.ts';
import { openReplica } from '../../replica/index.ts';
import { DEFAULT_REPLICA } from '../default-replica.ts';
import { runCommand } from '../run-command.ts';

interface Options {
  readonly replica: string;
  readonly export?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `fluency calibrate`: fit the readiness model on the org's own evidence. */
export function registerCalibrate(program: Command): void {
  program
    .command('calibrate')
    .description("fit the readiness model on the org's own evidence, and say whether that predicts better")
    .option('--replica <file>', "the service's own database, filled by a sync", DEFAULT_REPLICA)
    .option('--export <file>', 'write the fitted parameters to a file as well')
    .option('--dry-run', 'report only: the next sync computes as before')
    .option('--json', 'answer as one JSON object')
    .addHelpText(
      'after',
      `\nNeeds ${LEAST_CHECKS} graded checks of ${LEAST_PEOPLE} people; with less, or without a sure gain, the defaults stay.\n\nExamples:\n  $ fluency sync && fluency calibrate && fluency sync\n  $ fluency calibrate --dry-run --json`,
    )
    .action((options: Options) =>
      runCommand(options, async () => {
        const replica = await openReplica(options.replica);
        try {
          const { exported, ...report } = await runCalibrate(replica, options.dryRun === true);
          if (options.export !== undefined && exported !== undefined) writeFileSync(options.export, `${exported}\n`);
          return { data: report, lines: describe(report) };
        } finally {
          await replica.close();
        }
      }),
    );
}

function describe({ checks, people, outcome, before, after, gain, version }: CalibrationReport): string[] {
  const data = `${checks} checks of ${people} people`;
  if (before === undefined || after === undefined || gain === undefined) {
    return [`${data}: too little (${LEAST_CHECKS} checks of ${LEAST_PEOPLE} people are needed); the defaults stay`];
  }
  const figures = (name: string, { auc, logLoss, ece }: typeof before) =>
    `${name}: AUC ${auc.toFixed(4)}, log loss ${logLoss.toFixed(4)}, calibration error ${ece.toFixed(4)}`;
  return [
    `${data}, cross-validated by person`,
    figures('defaults', before),
    figures('fitted  ', after),
    `log loss falls by ${gain.mean.toFixed(4)} (95 % interval ${gain.lower.toFixed(4)} to ${gain.upper.toFixed(4)})`,
    outcome === 'better'
      ? `fitted parameters ${version ?? ''} from the next sync on`
      : 'no sure gain: the defaults stay',
  ];
}
