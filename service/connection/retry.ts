import { errorCodeOf, messageOf } from '../error.ts';

export interface RetryOptions {
  /** Attempts in all, the first one included. */
  readonly attempts?: number;
  /** Wait before the second attempt, in milliseconds; it doubles from there. */
  readonly firstDelay?: number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** 0 ≤ value < 1: spreads the waits of several clients. */
  readonly random?: () => number;
  /** True when doing the work twice would do harm: then it is tried again only where the org says that it did nothing. */
  readonly once?: boolean;
}

/**
 * Faults that go away by themselves: a locked row, a busy or unreachable org. After some of them the org did nothing, as
 * it says itself; after a lost connection or a gateway's answer nobody knows.
 */
const PASSING: ReadonlyMap<string, 'undone' | 'unknown'> = new Map([
  ['UNABLE_TO_LOCK_ROW', 'undone'],
  ['SERVER_UNAVAILABLE', 'undone'],
  ['ERROR_HTTP_429', 'undone'],
  ['REQUEST_RUNNING_TOO_LONG', 'unknown'],
  ['TXN_SECURITY_METERING_ERROR', 'unknown'],
  ['ERROR_HTTP_502', 'unknown'],
  ['ERROR_HTTP_503', 'unknown'],
  ['ERROR_HTTP_504', 'unknown'],
  ['ECONNRESET', 'unknown'],
  ['ETIMEDOUT', 'unknown'],
  ['EPIPE', 'unknown'],
]);

/**
 * True for a fault after which the work can be tried again.
 *
 * @param once the work may be done only once: then the org must have done nothing
 */
export function isPassing(code: string | undefined, once = false): boolean {
  if (code === undefined) return false;
  const state = code.startsWith('REQUEST_LIMIT') ? 'undone' : PASSING.get(code);
  return once ? state === 'undone' : state !== undefined;
}

/**
 * Runs `work` again after a passing fault, waiting 0.5 s, 1 s, 2 s … (with up to a quarter more, at random). Reads,
 * updates, deletes and upserts by key may be done twice; anything else needs `once`.
 */
export async function withRetry<T>(work: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const attempts = options.attempts ?? 5;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isPassing(errorCodeOf(error) ?? codeInMessage(error), options.once)) throw error;
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
