/**
 * Runs the demo of a data directory as a process of its own, for tests. Says where it is in one line of JSON, and
 * ends when its standard input does: also when the test process was killed.
 *
 * Usage: demo-process.ts <data directory>
 */
import { runDemo } from '../../scripts/demo/run-demo.ts';
import type { Reporter } from '../../scripts/demo/reporter.ts';

const [data = ''] = process.argv.slice(2);
const quiet: Reporter = {
  say: () => undefined,
  step: async (_name, work) => work(() => undefined),
};

const demo = await runDemo({ port: 0, data, fresh: false, faults: false, seed: 20, help: false }, quiet);
process.stdout.write(`${JSON.stringify({ url: demo.url })}\n`);
process.stdin.resume();
process.stdin.once('end', () => {
  void demo.close().then(() => process.exit(0));
});
