import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { DEFAULT_LEDGER, Ledger } from '../../capture/index.ts';
import type { ConnectionOptions } from '../../connection/index.ts';
import { EXIT, FluencyError } from '../../error.ts';
import { type ErasurePlan, type ErasureReport, erasePerson, findPerson, planErasure } from '../../privacy/index.ts';
import { openReplica } from '../../replica/index.ts';
import { connectWith, withConnectionOptions } from '../connection-options.ts';
import { DEFAULT_REPLICA } from '../default-replica.ts';
import { describeRefused } from '../describe-refused.ts';
import { runCommand } from '../run-command.ts';

interface Options extends ConnectionOptions {
  readonly person: string;
  readonly confirm?: string;
  readonly replica: string;
  readonly ledger: string;
  readonly json?: boolean;
}

/** `fluency person erase`: deletes a person's evidence and whatever was computed from it. */
export function registerPersonErase(person: Command): void {
  const command = person
    .command('erase')
    .description("delete a person's evidence and all that was computed from it, then compute again without it")
    .requiredOption('--person <username>', 'whom: a username, or an e-mail address or name that only one user has')
    .option('--confirm <username>', 'the username again; without it nothing is deleted, only counted')
    .option('--replica <file>', "the service's own database, which forgets the person too", DEFAULT_REPLICA)
    .option('--ledger <file>', 'what was captured from e-mail, which forgets the person too', DEFAULT_LEDGER)
    .option('--json', 'answer as one JSON object');
  withConnectionOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ fluency person erase --person ana@acme.example\n  $ fluency person erase --person ana@acme.example --confirm ana@acme.example\n\nExit codes: 0 done, 1 failed (run again: it goes on with what is left), 2 no such person, 3 no connection, 4 the org refused some records, 6 a sync is running.',
    )
    .action((options: Options) =>
      runCommand(options, async ({ progress }) => {
        const client = await connectWith(options);
        const found = await findPerson(client, options.person);
        if (options.confirm !== undefined) requireConfirmed(options.confirm, found.username);
        if (options.confirm === undefined) {
          const plan = await planErasure(client, found);
          return { data: counted(plan), lines: describePlan(plan) };
        }
        const replica = await openReplica(options.replica);
        try {
          // Under the replica's lock: no sync of this replica adds to what was counted.
          const report = await erasePerson(client, replica, await planErasure(client, found), {
            now: new Date(),
            onProgress: (done, total, step) => progress.step(step, done, total),
          });
          const threads = forgetMails(options.ledger, [found.email ?? '', found.name]);
          return {
            data: { person: found.username, ...report, threads, apiCalls: client.apiCalls },
            lines: [...describeReport(report), ...describeThreads(threads, options.ledger)],
            exitCode: report.refused.length > 0 ? EXIT.refusedRows : EXIT.ok,
          };
        } finally {
          await replica.close();
        }
      }),
    );
}

/** Erases from the ledger of captured mails the threads that name the person; undefined where there is no ledger. */
function forgetMails(file: string, words: readonly string[]): number | undefined {
  if (!existsSync(file)) return undefined;
  const ledger = Ledger.open(file);
  try {
    return ledger.eraseNaming(words.filter((word) => word.trim() !== ''));
  } finally {
    ledger.close();
  }
}

function describeThreads(threads: number | undefined, ledger: string): string[] {
  if (threads === undefined)
    return [`no ledger of captured mails at ${ledger}: where mails are captured, run this again with --ledger FILE`];
  return threads > 0 ? [`${threads} threads of e-mails erased`] : [];
}

function requireConfirmed(confirmed: string, username: string): void {
  if (confirmed.toLowerCase() === username.toLowerCase()) return;
  throw new FluencyError('CONFIRMATION_DIFFERS', `--confirm must be the person's username, ${username}.`, {
    value: confirmed,
    nextStep: 'Leave --confirm out to see what would be deleted.',
    exitCode: EXIT.usage,
  });
}

function counted({ person, objects, kept, captured, hasSalesRole, forbidden }: ErasurePlan): object {
  const counts = objects.map(({ object, ids, inBin }) => ({ object, records: ids.length, inBin: inBin.length }));
  return {
    person: person.username,
    dryRun: true,
    objects: counts,
    kept,
    captured: captured.length,
    hasSalesRole,
    forbidden,
  };
}

function describePlan({ person, objects, kept, captured, hasSalesRole, forbidden }: ErasurePlan): string[] {
  const present = objects.filter(({ ids, inBin }) => ids.length + inBin.length > 0);
  return [
    `${person.name} (${person.username})`,
    ...present.map(
      ({ object, says, ids, inBin }) =>
        `${object}: ${ids.length} to delete (${says})${inBin.length > 0 ? `, ${inBin.length} in the recycle bin` : ''}`,
    ),
    ...(hasSalesRole ? ['User: sales role and its start to blank'] : []),
    ...describeCaptured(captured.length, 'to erase'),
    ...(present.length + captured.length === 0 && !hasSalesRole ? ['nothing to delete'] : []),
    ...describeKept(kept),
    ...forbidden.map(
      (object) => `warning: ${object} is out of reach of this user: assign Fluency_Admin and Fluency_Sync`,
    ),
    `nothing was deleted; to delete it: --confirm ${person.username}`,
  ];
}

function describeReport({ erased, refused, kept, captured, sync }: ErasureReport): string[] {
  const inBin = erased.reduce((sum, object) => sum + object.inBin, 0);
  return [
    ...erased.filter(({ deleted }) => deleted > 0).map(({ object, deleted }) => `${object}: ${deleted} deleted`),
    ...describeCaptured(captured, 'erased'),
    ...(erased.length === 0 ? ['the org held nothing to delete'] : []),
    ...describeKept(kept),
    ...(inBin > 0
      ? [
          `${inBin} records lie in the org's recycle bin for 15 days. To remove them now: give this user the permission ` +
            '"Bulk API Hard Delete" and run this again, or empty the org recycle bin in Salesforce.',
        ]
      : []),
    ...describeRefused(refused),
    ...(sync === undefined
      ? ['not everything could be deleted; nothing was computed anew. Mend what was refused and run this again.']
      : [`computed again without the person: ${sync.people} people, ${sync.recordsWritten} records written`]),
  ];
}

function describeCaptured(count: number, verb: string): string[] {
  return count > 0 ? [`Captured_Exchange__c: ${count} texts that name the person ${verb}`] : [];
}

function describeKept(kept: ErasurePlan['kept']): string[] {
  return kept.map(({ object, says, count, because }) => `${object}: ${count} kept (${says}): ${because}`);
}
