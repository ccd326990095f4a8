import { type ReadOptions, pause } from './mail-source.ts';

/** Between one attempt and the next; it doubles up to the longest, in milliseconds. */
const FIRST_MS = 5_000;
const LONGEST_MS = 300_000;

/** Something that is away for a while: says so once, and when it is back, and when it is to be tried again. */
export class Absence {
  readonly #name: string;
  readonly #meanwhile: string;
  readonly #options: Pick<ReadOptions, 'signal' | 'say'>;
  #away: { readonly ending: AbortController; readonly wait: number; readonly pausing: Promise<void> } | undefined;
  #isDue = false;

  /**
   * @param name what is away, as a line about it begins
   * @param meanwhile a sentence: what happens while it is
   */
  constructor(name: string, meanwhile: string, options: Pick<ReadOptions, 'signal' | 'say'>) {
    this.#name = name;
    this.#meanwhile = meanwhile;
    this.#options = options;
  }

  get isAway(): boolean {
    return this.#away !== undefined;
  }

  /** Whether it is time to try it again. */
  get isDue(): boolean {
    return this.#isDue;
  }

  /** An attempt was in vain: the next one comes later. */
  noteAway(reason: string): void {
    const wait = this.#away === undefined ? FIRST_MS : Math.min(this.#away.wait * 2, LONGEST_MS);
    if (this.#away === undefined)
      this.#options.say?.(`${this.#name} is away: ${reason.replace(/[.\s]*$/, '.')} ${this.#meanwhile}`);
    this.release();
    const ending = new AbortController();
    const pausing = pause(wait, AbortSignal.any([this.#options.signal, ending.signal])).then(() => {
      if (this.#away?.ending === ending) this.#isDue = true;
    });
    this.#away = { ending, wait, pausing };
  }

  noteBack(): void {
    if (this.#away === undefined) return;
    this.release();
    this.#options.say?.(`${this.#name} is back.`);
  }

  /** Resolves when it is time to try again, or when the run is to end. */
  nextAttempt(): Promise<undefined> {
    return (this.#away?.pausing ?? Promise.resolve()).then(() => undefined);
  }

  /** Lets go of the timer. */
  release(): void {
    this.#away?.ending.abort();
    this.#away = undefined;
    this.#isDue = false;
  }
}
