import { deepFreeze } from './deep-freeze.ts';

export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export interface GraphqlError {
  readonly message: string;
  readonly [key: string]: unknown;
}

export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphqlError[] | undefined;
}

export type GraphqlLoader = (request: GraphqlRequest) => Promise<GraphqlAnswer>;

interface Entry {
  readonly request: GraphqlRequest;
  readonly listeners: Set<(answer: GraphqlAnswer) => void>;
  answer: GraphqlAnswer | undefined;
  at: number;
  ids: ReadonlySet<string>;
  loading: Promise<void> | undefined;
  generation: number;
}

const FRESH_MILLISECONDS = 30_000;

/**
 * Query results by query and variables. A result is fetched again when a record in it is written; as on the platform,
 * a record that would newly match does not bring it about: that takes `refresh`.
 */
export class GraphqlCache {
  private readonly entries = new Map<string, Entry>();
  private readonly load: GraphqlLoader;
  private readonly now: () => number;

  constructor(load: GraphqlLoader, now: () => number = Date.now) {
    this.load = load;
    this.now = now;
  }

  /** Provisions the result now and after every change, until the returned function is called. */
  watch(request: GraphqlRequest, listener: (answer: GraphqlAnswer) => void): () => void {
    const entry = this.entry(request);
    entry.listeners.add(listener);
    const { answer } = entry;
    if (answer !== undefined && this.now() - entry.at < FRESH_MILLISECONDS) {
      queueMicrotask(() => {
        if (entry.listeners.has(listener) && entry.answer === answer) listener(answer);
      });
    } else {
      void this.fetch(entry);
    }
    return () => entry.listeners.delete(listener);
  }

  /** Fetches anew; resolves when the fresh result has been provisioned. */
  refresh(request: GraphqlRequest): Promise<void> {
    const entry = this.entry(request);
    entry.loading = undefined;
    entry.generation += 1;
    return this.fetch(entry);
  }

  /** Results nobody shows are forgotten; those that hold one of the records are fetched again. */
  async changed(ids: ReadonlySet<string>): Promise<void> {
    const affected: GraphqlRequest[] = [];
    for (const [key, entry] of this.entries) {
      if (entry.listeners.size === 0) this.entries.delete(key);
      else if ([...ids].some((id) => entry.ids.has(id))) affected.push(entry.request);
    }
    await Promise.all(affected.map((request) => this.refresh(request)));
  }

  /** Fetches everything anew that is being shown. */
  async refreshWatched(): Promise<void> {
    const watched = [...this.entries.values()].filter(({ listeners }) => listeners.size > 0);
    await Promise.all(watched.map(({ request }) => this.refresh(request)));
  }

  private entry(request: GraphqlRequest): Entry {
    const key = JSON.stringify([request.query, request.operationName, request.variables]);
    let entry = this.entries.get(key);
    if (entry === undefined) {
      entry = {
        request,
        listeners: new Set(),
        answer: undefined,
        at: 0,
        ids: new Set(),
        loading: undefined,
        generation: 0,
      };
      this.entries.set(key, entry);
    }
    return entry;
  }

  private fetch(entry: Entry): Promise<void> {
    const { generation } = entry;
    entry.loading ??= this.load(entry.request).then((answer) => {
      if (entry.generation !== generation) return entry.loading;
      entry.loading = undefined;
      entry.answer = deepFreeze(answer);
      entry.at = this.now();
      entry.ids = recordIds([answer.data, entry.request.variables]);
      for (const listener of entry.listeners) listener(entry.answer);
      return undefined;
    });
    return entry.loading;
  }
}

/** Every record id in a value. */
export function recordIds(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    if (/^[a-zA-Z0-9]{18}$/.test(value)) found.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) recordIds(part, found);
  }
  return found;
}
