const API = '/services/data/v66.0';

export interface CallResult {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

export interface SoqlAnswer extends CallResult {
  /** Undefined where the query was refused. */
  readonly records?: readonly Readonly<Record<string, unknown>>[];
}

/** The org's public doors, called as one person by somebody who does not care for the pages. */
export class OrgCalls {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** @param path below the version, such as `/sobjects/Account` */
  async send(method: string, path: string, body?: unknown, type = 'application/json'): Promise<CallResult> {
    const response = await fetch(this.#url + API + path, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': type },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, json: parse(text) };
  }

  async soql(query: string): Promise<SoqlAnswer> {
    const answer = await this.send('GET', `/query?q=${encodeURIComponent(query)}`);
    return { ...answer, records: (answer.json as { records?: SoqlAnswer['records'] } | undefined)?.records };
  }

  /** What stands between `query {` and `}` of a GraphQL request. */
  graphql(query: string, kind: 'query' | 'aggregate' = 'query'): Promise<CallResult> {
    return this.send('POST', '/graphql', { query: `query { uiapi { ${kind} { ${query} } } }` });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
