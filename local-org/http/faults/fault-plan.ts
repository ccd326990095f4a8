import { OrgError } from '../../error.ts';
import { isObject } from '../../json-object.ts';

/**
 * What can be made to go wrong with a call. `SLOW` answers late; `CUT` closes the connection before the org has seen
 * the call, `CUT_AFTER` when it has done it and before it answers.
 */
export const FAULTS = [
  'UNABLE_TO_LOCK_ROW',
  'REQUEST_LIMIT_EXCEEDED',
  'SERVER_UNAVAILABLE',
  'INVALID_SESSION_ID',
  'SLOW',
  'CUT',
  'CUT_AFTER',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultSettings {
  readonly faults: readonly Fault[];
  /** The share of the calls that meet a fault, 0–1. */
  readonly share: number;
  /** The same seed over the same calls gives the same faults. */
  readonly seed: number;
  /** How late `SLOW` is. */
  readonly delayMs: number;
}

/** Decides call by call which one meets a fault, and counts. */
export class FaultPlan {
  #settings: FaultSettings | undefined;
  #state = 0;
  #calls = 0;
  #met: Partial<Record<Fault, number>> = {};

  /** Starts over with these settings; undefined ends all faults. */
  use(settings: FaultSettings | undefined): void {
    this.#settings = settings;
    this.#state = settings?.seed ?? 0;
    this.#calls = 0;
    this.#met = {};
  }

  get delayMs(): number {
    return this.#settings?.delayMs ?? 0;
  }

  /** The fault of the next call, or undefined for one that goes well. Reading locks no rows. */
  next(method: string): Fault | undefined {
    if (!this.#settings) return undefined;
    const { faults, share } = this.#settings;
    this.#calls += 1;
    const meets = this.#draw() < share;
    const which = this.#draw();
    const possible = faults.filter((fault) => fault !== 'UNABLE_TO_LOCK_ROW' || method !== 'GET');
    const fault = meets ? possible[Math.floor(which * possible.length)] : undefined;
    if (fault) this.#met[fault] = (this.#met[fault] ?? 0) + 1;
    return fault;
  }

  /** What is set, and what came of it so far. */
  report(): Record<string, unknown> {
    return { ...this.#settings, calls: this.#calls, met: this.#met };
  }

  /** The next of an even series in 0–1 (mulberry32). */
  #draw(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** Reads what a client asks for. @throws {OrgError} `INVALID_INPUT` that names the value and what it may be */
export function readFaultSettings(body: unknown): FaultSettings {
  const given = isObject(body) ? body : {};
  const faults = [given['faults'] ?? []].flat().map((name) => {
    const fault = FAULTS.find((known) => known === name);
    if (fault === undefined) throw wrong('faults', name, `some of ${FAULTS.join(', ')}`);
    return fault;
  });
  if (faults.length === 0) throw wrong('faults', given['faults'], `some of ${FAULTS.join(', ')}`);
  const share = given['share'] ?? 1;
  if (typeof share !== 'number' || !(share >= 0 && share <= 1)) throw wrong('share', share, 'a number from 0 to 1');
  const { seed = 1, delayMs = 1_000 } = given;
  if (typeof seed !== 'number' || !Number.isInteger(seed)) throw wrong('seed', seed, 'a whole number');
  if (typeof delayMs !== 'number' || !(delayMs >= 0 && delayMs <= 600_000)) {
    throw wrong('delayMs', delayMs, 'milliseconds, at most 600000');
  }
  return { faults, share, seed, delayMs };
}

function wrong(name: string, value: unknown, expected: string): OrgError {
  return new OrgError('INVALID_INPUT', `${name} is ${JSON.stringify(value)}: give ${expected}`);
}
