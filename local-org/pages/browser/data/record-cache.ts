import { deepFreeze } from './deep-freeze.ts';
import type { RecordRepresentation } from './record.ts';
import { idsIn, mergeRecords, project } from './record.ts';

/** A record and the fields wanted of it, as qualified names (`Opportunity.Account.Name`). */
export interface RecordRequest {
  readonly recordId: string;
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
}

export type RecordLoader = (request: RecordRequest) => Promise<RecordRepresentation>;

export interface RecordListener {
  next(record: RecordRepresentation): void;
  error(error: unknown): void;
}

interface Watcher {
  readonly request: RecordRequest;
  readonly listener: RecordListener;
  /** JSON of what was last provisioned: an equal answer is not provisioned again. */
  shown: string | undefined;
  stale: boolean;
}

interface Entry {
  record?: RecordRepresentation;
  known: Set<string>;
  at: number;
  watchers: Set<Watcher>;
  generation: number;
  loading: Promise<void> | undefined;
}

/** How long an answer serves new askers without a request; Lightning Data Service's figure for records. */
const FRESH_MILLISECONDS = 30_000;

/**
 * Holds records as Lightning Data Service does: everybody who asks for a record shares one request and one truth.
 * Wishes made in the same turn are one request; an answer that was overtaken by a write is dropped.
 */
export class RecordCache {
  private readonly entries = new Map<string, Entry>();
  private readonly load: RecordLoader;
  private readonly now: () => number;
  private readonly endOfTurn: () => Promise<void>;

  /** @param endOfTurn resolves when the components of this turn have said what they want */
  constructor(load: RecordLoader, now: () => number = Date.now, endOfTurn = (): Promise<void> => Promise.resolve()) {
    this.load = load;
    this.now = now;
    this.endOfTurn = endOfTurn;
  }

  /** Provisions the record now and after every change, until the returned function is called. */
  watch(request: RecordRequest, listener: RecordListener): () => void {
    const entry = this.entry(request.recordId);
    const watcher: Watcher = { request, listener, shown: undefined, stale: true };
    entry.watchers.add(watcher);
    if (this.covers(entry, request)) {
      queueMicrotask(() => this.provision(entry, watcher));
    } else {
      void this.reload(request.recordId, entry);
    }
    return () => entry.watchers.delete(watcher);
  }

  /** Makes everything about these records true again. Resolves when their watchers have the new values. */
  async changed(ids: ReadonlySet<string>): Promise<void> {
    const affected = [...this.entries].filter(
      ([id, entry]) =>
        ids.has(id) || (entry.record !== undefined && [...idsIn(entry.record)].some((nested) => ids.has(nested))),
    );
    await Promise.all(
      affected.map(([id, entry]) => {
        entry.known.clear();
        delete entry.record;
        entry.generation += 1;
        entry.loading = undefined;
        for (const watcher of entry.watchers) watcher.stale = true;
        return entry.watchers.size === 0 ? undefined : this.reload(id, entry);
      }),
    );
  }

  /** As if every record in use had been written. */
  refreshAll(): Promise<void> {
    return this.changed(new Set(this.entries.keys()));
  }

  private entry(recordId: string): Entry {
    let entry = this.entries.get(recordId);
    if (entry === undefined) {
      entry = { known: new Set(), at: 0, watchers: new Set(), generation: 0, loading: undefined };
      this.entries.set(recordId, entry);
    }
    return entry;
  }

  private covers(entry: Entry, request: RecordRequest): boolean {
    const fresh = entry.record !== undefined && this.now() - entry.at < FRESH_MILLISECONDS;
    return fresh && [...request.fields, ...request.optionalFields].every((field) => entry.known.has(field));
  }

  private reload(id: string, entry: Entry): Promise<void> {
    // One request carries every wish of this turn; wishes that arrive while it is under way make the next one.
    const { generation } = entry;
    entry.loading ??= this.endOfTurn().then(async () => {
      if (entry.generation !== generation) return;
      const wishes = [...entry.watchers].filter(({ stale, request }) => stale && !this.covers(entry, request));
      await this.answer(id, entry, generation, wishes);
      if (entry.generation !== generation) return;
      entry.loading = undefined;
      const missed = [...entry.watchers].some(({ stale }) => stale);
      if (missed) await this.reload(id, entry);
    });
    return entry.loading;
  }

  private async answer(id: string, entry: Entry, generation: number, wishes: readonly Watcher[]): Promise<void> {
    if (wishes.length === 0) return this.provisionAll(entry);
    try {
      await this.fetch(entry, generation, merge(id, wishes));
    } catch (error) {
      if (entry.generation !== generation) return;
      if (wishes.length === 1) return this.fail(wishes, error);
      // One asker's forbidden field must not cost the others their data: ask for each alone.
      for (const wish of wishes) {
        try {
          await this.fetch(entry, generation, wish.request);
        } catch (own) {
          if (entry.generation === generation) this.fail([wish], own);
        }
      }
    }
    if (entry.generation === generation) this.provisionAll(entry);
  }

  private async fetch(entry: Entry, generation: number, request: RecordRequest): Promise<void> {
    const answer = await this.load(request);
    if (entry.generation !== generation) return;
    entry.record = deepFreeze(entry.record === undefined ? answer : mergeRecords(entry.record, answer));
    entry.at = this.now();
    for (const field of [...request.fields, ...request.optionalFields]) entry.known.add(field);
  }

  private provisionAll(entry: Entry): void {
    for (const watcher of entry.watchers) this.provision(entry, watcher);
  }

  private provision(entry: Entry, watcher: Watcher): void {
    if (!entry.watchers.has(watcher) || entry.record === undefined) return;
    const wanted = [...watcher.request.fields, ...watcher.request.optionalFields];
    if (!wanted.every((field) => entry.known.has(field))) return;
    const record = project(entry.record, wanted);
    const text = JSON.stringify(record);
    watcher.stale = false;
    if (watcher.shown === text) return;
    watcher.shown = text;
    watcher.listener.next(deepFreeze(record));
  }

  private fail(watchers: readonly Watcher[], error: unknown): void {
    for (const watcher of watchers) {
      watcher.stale = false;
      watcher.shown = undefined;
      watcher.listener.error(error);
    }
  }
}

function merge(recordId: string, wishes: readonly Watcher[]): RecordRequest {
  const fields = new Set(wishes.flatMap(({ request }) => request.fields));
  const optional = wishes.flatMap(({ request }) => request.optionalFields).filter((field) => !fields.has(field));
  return { recordId, fields: [...fields], optionalFields: [...new Set(optional)] };
}
