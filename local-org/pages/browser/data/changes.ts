/** Called with the ids of records that were written; resolves when what it shows is true again. */
export type ChangeListener = (ids: ReadonlySet<string>) => Promise<void>;

/** Tells every cache which records were written, so that all of them show the same truth. */
export class Changes {
  private readonly listeners = new Set<ChangeListener>();

  subscribe(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves when every listener has caught up. */
  async publish(ids: Iterable<string>): Promise<void> {
    const changed = new Set(ids);
    await Promise.all([...this.listeners].map((listener) => listener(changed)));
  }
}

/** The changes of this browser page. */
export const changes = new Changes();
