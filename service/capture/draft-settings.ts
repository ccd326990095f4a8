import type { DraftOptions } from '../../core/capture/index.ts';

const MINUTE = 60_000;

/** Settings of drafts as the org and the files say them, at most a minute old. */
export class DraftSettings {
  readonly #ask: () => Promise<DraftOptions>;
  readonly #now: () => Date;
  #askedAt = 0;
  /** What was said last, however long ago. */
  last: DraftOptions | undefined;

  constructor(ask: () => Promise<DraftOptions>, now: () => Date) {
    this.#ask = ask;
    this.#now = now;
  }

  async current(): Promise<DraftOptions> {
    if (this.last !== undefined && this.#now().getTime() - this.#askedAt <= MINUTE) return this.last;
    return this.anew();
  }

  async anew(): Promise<DraftOptions> {
    const at = this.#now().getTime();
    this.last = await this.#ask();
    this.#askedAt = at;
    return this.last;
  }
}
