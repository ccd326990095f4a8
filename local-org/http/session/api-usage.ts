const DAILY_MAXIMUM = 100_000;

/** Counts API requests a day, as the org's limit does. */
export class ApiUsage {
  readonly maximum = DAILY_MAXIMUM;
  #day = '';
  #used = 0;

  /** Counts one request. */
  count(now: Date): void {
    const day = now.toISOString().slice(0, 10);
    if (day !== this.#day) {
      this.#day = day;
      this.#used = 0;
    }
    this.#used += 1;
  }

  get used(): number {
    return this.#used;
  }

  get remaining(): number {
    return Math.max(0, DAILY_MAXIMUM - this.#used);
  }

  /** The value of the header `Sforce-Limit-Info`. */
  header(): string {
    return `api-usage=${this.#used}/${DAILY_MAXIMUM}`;
  }
}
