const API = '/services/data/v66.0';

/** At most this many records go into one collections call (a limit of the platform). */
const BATCH = 200;

type Fields = Readonly<Record<string, unknown>>;

interface SaveRow {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly {
    readonly statusCode: string;
    readonly message: string;
    readonly fields?: readonly string[];
  }[];
}

/** An org refused something that the seed asked for. */
export class SeedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SeedError';
  }
}

/**
 * The few REST calls that the seed needs. Unlike jsforce it can say at which time a call happens: local-org takes the
 * header `x-local-org-now` from an administrator, so that a past can be replayed through ordinary writes.
 */
export class OrgClient {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async #call(method: string, path: string, body?: unknown, at?: Date): Promise<unknown> {
    const response = await fetch(this.#url + API + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
        ...(at ? { 'x-local-org-now': at.toISOString() } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new SeedError(`${method} ${path} was refused with ${response.status}: ${text.slice(0, 500)}`);
    }
    return text === '' ? undefined : JSON.parse(text);
  }

  async #collection(method: 'POST' | 'PATCH', records: readonly Fields[], at?: Date): Promise<string[]> {
    const ids: string[] = [];
    for (let start = 0; start < records.length; start += BATCH) {
      const batch = records.slice(start, start + BATCH);
      const rows = (await this.#call(
        method,
        '/composite/sobjects',
        { allOrNone: true, records: batch },
        at,
      )) as SaveRow[];
      rows.forEach((row, index) => {
        const cause = row.errors.find(({ statusCode }) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
        if (cause) {
          throw new SeedError(
            `${cause.statusCode}: ${cause.message} (${cause.fields?.join(', ') ?? ''}) in ${JSON.stringify(batch[index])}`,
          );
        }
        ids.push(row.id ?? '');
      });
    }
    return ids;
  }

  /** Inserts records of one object, all or none per 200, and returns their ids in order. */
  insert(object: string, records: readonly Fields[], at?: Date): Promise<string[]> {
    return this.#collection(
      'POST',
      records.map((fields) => ({ attributes: { type: object }, ...fields })),
      at,
    );
  }

  /** Updates records of one object; each holds its `Id`. */
  async update(object: string, records: readonly Fields[], at?: Date): Promise<void> {
    await this.#collection(
      'PATCH',
      records.map((fields) => ({ attributes: { type: object }, ...fields })),
      at,
    );
  }

  /** All rows of a query, page after page. */
  async query<T>(soql: string): Promise<T[]> {
    const rows: T[] = [];
    let path: string | undefined = `/query?q=${encodeURIComponent(soql)}`;
    while (path) {
      const page = (await this.#call('GET', path)) as { records: T[]; nextRecordsUrl?: string };
      rows.push(...page.records);
      path = page.nextRecordsUrl?.replace(API, '');
    }
    return rows;
  }

  async setPassword(userId: string, password: string): Promise<void> {
    await this.#call('POST', `/sobjects/User/${userId}/password`, { NewPassword: password });
  }
}
