/** What ended a command: the CLI's exit code. Documented in docs/cli.md. */
export const EXIT = { ok: 0, failed: 1, usage: 2, connection: 3, refusedRows: 4, invalidInput: 5, busy: 6 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface FluencyErrorDetails {
  /** The bad value, when showing it helps and it is no secret. */
  readonly value?: string;
  /** What the user can do about it, as one sentence. */
  readonly nextStep?: string;
  readonly exitCode?: ExitCode;
  readonly cause?: unknown;
}

/** An error that a user of the service can act on: code, what happened, the bad value, the next step. */
export class FluencyError extends Error {
  readonly code: string;
  readonly value: string | undefined;
  readonly nextStep: string | undefined;
  readonly exitCode: ExitCode;

  constructor(code: string, message: string, details: FluencyErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'FluencyError';
    this.code = code;
    this.value = details.value;
    this.nextStep = details.nextStep;
    this.exitCode = details.exitCode ?? EXIT.failed;
  }
}

/** The code an org or Node gave an error, or undefined. */
export function errorCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { errorCode, code } = error as { errorCode?: unknown; code?: unknown };
  if (typeof errorCode === 'string') return errorCode;
  return typeof code === 'string' ? code : undefined;
}

/** The words of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
