/** `npm start`: the whole of Fluency on this machine. See scripts/demo/arguments.ts for the options. */
import { spawnSync } from 'node:child_process';
import { DemoArgumentError, parseDemoArguments, USAGE } from './demo/arguments.ts';
import { DemoError } from './demo/demo-error.ts';
import { createReporter } from './demo/reporter.ts';

const reporter = createReporter(process.stdout);

/** Emits the components; in a process of its own, so that the build's memory is given back. */
async function build(): Promise<void> {
  await reporter.step('Building the components', () => {
    const result = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build-lwc.ts'], { encoding: 'utf8' });
    if (result.status !== 0) {
      throw new DemoError(`The components do not build:\n${result.stderr}${result.stdout}`);
    }
  });
}

async function main(): Promise<void> {
  const options = parseDemoArguments(process.argv.slice(2));
  if (options.help) {
    reporter.say(USAGE);
    return;
  }
  await build();
  const { runDemo } = await import('./demo/run-demo.ts');
  const demo = await runDemo(options, reporter);
  reporter.say('');
  reporter.say(`Fluency is at ${demo.url}/lightning/page/home`);
  reporter.say('Choose who you are at the top of the page: Ana Ruiz sells, Ben Okafor manages, Dan Keller trains.');
  reporter.say(`Sync again:       npm run fluency -- sync --env ${demo.syncEnvironment} --replica ${demo.replica}`);
  reporter.say(`Import, deploy:   npm run fluency -- import opportunities --data DIR --env ${demo.adminEnvironment}`);
  if (options.faults) reporter.say(`Faults on demand: curl ${demo.url}/local-org/faults (docs/local-org.md)`);
  reporter.say('Ctrl-C ends it; the data stays.');
  const end = (): void => {
    demo.close().then(
      () => process.exit(0),
      (error: unknown) => {
        reporter.say(`It did not end cleanly: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  reporter.say(`\n${message}`);
  const known = error instanceof DemoError || error instanceof DemoArgumentError;
  if (!known && process.env['FLUENCY_DEBUG'] && error instanceof Error) {
    reporter.say(error.stack ?? '');
  }
  process.exit(1);
});
