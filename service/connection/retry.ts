import { errorCodeOf, messageOf } from '../error.ts';

export interface RetryOptions {
  /** Attempts in all, the first one included. */
  readonly attempts?: number;
  /** Wait before the second attempt, in milliseconds; it doubles from there. */
  readonly firstDelay?: number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** 0 ≤ value < 1: spreads the waits of several clients. */
  readonly random?: () => number;
  /** Which faults are worth another attempt; passing ones unless said otherwise. */
  readonly again?: (code: string | undefined) => boolean;
}

const PASSING = new Set([
  'UNABLE_TO_LOCK_ROW',
  'REQUEST_LIMIT_EXCEEDED',
  'REQUEST_RUNNING_TOO_LONG',
  'TXN_SECURITY_METERING_ERROR',
  'SERVER_UNAVAILABLE',
  'ERROR_HTTP_429',
  'ERROR_HTTP_502',
  'ERROR_HTTP_503',
  'ERROR_HTTP_504',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
]);

/** True for a fault that goes away by itself: a locked row, a busy or unreachable org. */
export function isPassing(code: string | undefined): boolean {
  return code !== undefined && (PASSING.has(code) || code.startsWith('REQUEST_LIMIT'));
}

/** Passing faults by which the org says itself that it did nothing: not a lost connection, not a gateway's answer. */
const UNDONE = new Set(['UNABLE_TO_LOCK_ROW', 'SERVER_UNAVAILABLE', 'ERROR_HTTP_429']);

/** True for a fault after which work that may be done only once can be tried again. */
export function isRefusedUndone(code: string | undefined): boolean {
  return code !== undefined && (UNDONE.has(code) || code.startsWith('REQUEST_LIMIT'));
}

/**
 * Runs `work` again after a passing fault, waiting 0.5 s, 1 s, 2 s … (with up to a quarter more, at random). Only for
 * work that may be done twice: reads, updates, deletes, upserts by key.
 */
export async function withRetry<T>(work: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const attempts = options.attempts ?? 5;
  const again = options.again ?? isPassing;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !again(errorCodeOf(error) ?? codeInMessage(error))) throw error;
      await backOff(attempt, options);
    }
  }
}

/** Waits before attempt `attempt + 1`. */
export async function backOff(attempt: number, options: RetryOptions = {}): Promise<void> {
  const sleep =
    options.sleep ?? ((milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)));
  const random = options.random ?? Math.random;
  await sleep((options.firstDelay ?? 500) * 2 ** (attempt - 1) * (1 + random() / 4));
}

/** Bulk results and SOAP faults carry the code in the text: `UNABLE_TO_LOCK_ROW:unable to obtain exclusive access`. */
export function codeInMessage(error: unknown): string | undefined {
  return /^([A-Z][A-Z_]+[A-Z])(?=[:\s]|$)/.exec(messageOf(error))?.[1];
}
