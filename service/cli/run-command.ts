import { redact } from '../connection/index.ts';
import { EXIT, type ExitCode, FluencyError, messageOf } from '../error.ts';
import { type Progress, createProgress } from './progress.ts';

/** What a command answers: data for `--json`, lines for people, and how it ended. */
export interface CommandResult {
  readonly data: object;
  readonly lines: readonly string[];
  readonly exitCode?: ExitCode;
}

export interface CommandContext {
  readonly progress: Progress;
}

/** Runs a command's work and prints what came of it: stdout has the answer, stderr progress and errors. */
export async function runCommand(
  options: { readonly json?: boolean },
  work: (context: CommandContext) => Promise<CommandResult>,
): Promise<void> {
  const json = options.json === true;
  const progress = createProgress({ json });
  try {
    const result = await work({ progress });
    progress.stop();
    process.stdout.write(json ? `${JSON.stringify(result.data)}\n` : result.lines.map((line) => `${line}\n`).join(''));
    process.exitCode = result.exitCode ?? EXIT.ok;
  } catch (error) {
    progress.stop();
    printError(error, json);
    process.exitCode = error instanceof FluencyError ? error.exitCode : EXIT.failed;
  }
}

function printError(error: unknown, json: boolean): void {
  const known = error instanceof FluencyError ? error : undefined;
  const message = redact(messageOf(error));
  if (json) {
    const { code = 'UNEXPECTED', value, nextStep } = known ?? {};
    process.stdout.write(`${JSON.stringify({ error: { code, message, value, nextStep } })}\n`);
    return;
  }
  const value = known?.value === undefined ? '' : ` (${known.value})`;
  process.stderr.write(`error ${known?.code ?? 'UNEXPECTED'}: ${message}${value}\n`);
  if (known?.nextStep !== undefined) process.stderr.write(`  ${known.nextStep}\n`);
  if (known === undefined && process.env['FLUENCY_DEBUG'] && error instanceof Error) {
    process.stderr.write(`${redact(error.stack ?? '')}\n`);
  }
}
