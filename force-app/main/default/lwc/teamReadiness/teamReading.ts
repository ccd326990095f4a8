import { PeopleLoader, type TeamMember } from 'c/teamData';

/** What of the team is known so far. */
export interface Reading {
  readonly members: readonly TeamMember[];
  /** People of whom everything is known. */
  readonly loaded: number;
  readonly isComplete: boolean;
  readonly isTruncated: boolean;
  readonly computedAt?: string;
}

/** An answer of a wire, and how to ask for it anew. */
export interface Answer {
  readonly data: unknown;
  readonly refresh?: () => Promise<void>;
}

/**
 * Reads a team page by page and batch by batch, and reads it anew on request: what the platform answers from its
 * cache is then asked for again before it counts. Until a new reading is complete, the last one stands.
 */
export class TeamReading {
  reading?: Reading;

  private loader = new PeopleLoader();
  private readonly changed: () => void;
  /** In a new reading, the answers that were asked for anew. */
  private renewed?: Set<string>;
  private counted = new Set<string>();
  private latest = new Map<string, unknown>();

  /** @param changed told when there is something new to show or to ask */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** The cursor of the page of people to ask for; empty for the first. */
  get after(): string {
    return this.loader.after ?? '';
  }

  /** The people whose cells to ask for; undefined while there are none. */
  get batchIds(): readonly string[] | undefined {
    return this.loader.batchIds;
  }

  /** There is nothing more to ask for. */
  get isDone(): boolean {
    return this.loader.isComplete;
  }

  /** Reads everything anew. */
  restart(): void {
    this.loader = new PeopleLoader();
    this.renewed = new Set();
    this.counted = new Set();
    this.latest = new Map();
    this.changed();
  }

  takePeople(answer: Answer, after: string): void {
    this.take(answer, `people ${after}`, (loader, data) => {
      if ((loader.after ?? '') === after) loader.takePeople(data);
    });
  }

  takeCells(answer: Answer, personIds: readonly string[]): void {
    this.take(answer, `cells ${personIds[0] ?? ''}`, (loader, data) => loader.takeCells(data, personIds));
  }

  private take(answer: Answer, key: string, count: (loader: PeopleLoader, data: unknown) => void): void {
    const { loader } = this;
    const countLatest = (): void => {
      if (this.loader !== loader) return;
      this.counted.add(key);
      count(loader, this.latest.get(key));
      this.show();
    };
    this.latest.set(key, answer.data);
    if (!this.renewed || !answer.refresh || this.renewed.has(key)) {
      countLatest();
      return;
    }
    this.renewed.add(key);
    // Where nothing changed the wire may stay silent: then what is there counts. A failure comes through the wire.
    const settle = (): void => {
      if (!this.counted.has(key)) countLatest();
    };
    answer.refresh().then(settle, settle);
  }

  private show(): void {
    const { members, loaded, isComplete, isTruncated, computedAt } = this.loader;
    const isBehind = this.renewed !== undefined && this.reading !== undefined && !isComplete;
    if (!isBehind) this.reading = { members, loaded, isComplete, isTruncated, computedAt };
    this.changed();
  }
}
