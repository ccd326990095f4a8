import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { ConnectionOptions } from '../../connection/index.ts';
import { EXIT, FluencyError, errorCodeOf, messageOf } from '../../error.ts';
import { type PersonExport, exportPerson, findPerson } from '../../privacy/index.ts';
import { connectWith, withConnectionOptions } from '../connection-options.ts';
import { runCommand } from '../run-command.ts';

interface Options extends ConnectionOptions {
  readonly person: string;
  readonly output: string;
  readonly json?: boolean;
}

/** `fluency person export`: everything the org holds about one person, as a file. */
export function registerPersonExport(person: Command): void {
  const command = person
    .command('export')
    .description('write everything that the org holds about a person into a JSON file')
    .requiredOption('--person <username>', 'whom: a username, or an e-mail address or name that only one user has')
    .requiredOption('--output <file>', 'a file that does not exist yet; only you may read it')
    .option('--json', 'answer as one JSON object: the counts, not the records');
  withConnectionOptions(command)
    .addHelpText(
      'after',
      '\nExample:\n  $ fluency person export --person ana@acme.example --output ana.json\n\nExit codes: 0 done, 2 no such person or the file exists, 3 no connection.',
    )
    .action((options: Options) =>
      runCommand(options, async ({ progress }) => {
        const client = await connectWith(options);
        const found = await findPerson(client, options.person);
        const exported = await exportPerson(client, found, new Date(), (done, total, object) =>
          progress.step(object, done, total),
        );
        writeNew(options.output, `${JSON.stringify(exported, undefined, 2)}\n`);
        const counts = Object.fromEntries(exported.objects.map(({ object, records }) => [object, records.length]));
        return {
          data: { person: found.username, output: options.output, records: counts, notVisible: exported.notVisible },
          lines: describe(exported, options.output),
        };
      }),
    );
}

/** Personal data: the file is new, and its owner's alone. */
function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const exists = errorCodeOf(error) === 'EEXIST';
    throw new FluencyError(
      exists ? 'OUTPUT_EXISTS' : 'OUTPUT_UNWRITABLE',
      exists ? 'The output file exists already.' : `The output file cannot be written: ${messageOf(error)}`,
      { value: file, nextStep: 'Give the name of a new file in a folder that exists.', exitCode: EXIT.usage },
    );
  }
}

function describe({ person, objects, notVisible }: PersonExport, output: string): string[] {
  const found = objects.filter(({ records }) => records.length > 0);
  return [
    `${person.name} (${person.username})`,
    ...found.map(({ object, says, records }) => `${object}: ${records.length} (${says})`),
    ...(found.length === 0 ? ['the org holds no records about this person'] : []),
    ...notVisible.map((object) => `warning: ${object} is not visible to this user and not in the file`),
    `written to ${output}`,
  ];
}
